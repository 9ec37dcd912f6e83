using CustomerSuccess.Composition;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Templates;

public sealed class PlanTemplateTests
{
    private static readonly Language<CustomerFacts> Words = CustomerExpressions.Declare().Signal("login", hasValues: false).Build();

    [Fact]
    [Requirement("PLN-3")]
    public void Every_mistake_is_found_at_once()
    {
        var mistakes = Assert.Throws<ConfigurationException>(() => PlanTemplate.Of("onboarding", new()
        {
            ValueDrivers = [new() { Name = "time" }],
            Milestones =
            [
                Reach("early", 5, "late") with { ValueDriver = "tine" },
                new() { Id = "never", DueDay = 9, Evidence = Words.Condition("1 > 2") },
                new() { Id = "nothing", DueDay = 9, Accepts = [] },
                new() { Id = "light", DueDay = 9, Weight = double.NaN },
                new() { Id = "back", DueDay = 3, StartDay = 4 },
                new() { Id = "measured", DueDay = 9, Objective = "there" },
            ],
            Accountabilities = [OfVendor("late", 9), OfVendor("a", 9, "b"), OfVendor("b", 9, "c"), OfVendor("c", 9, "a"), OfVendor("lost", 9, "nowhere"), OfVendor("late", 3)],
            Objectives = [new() { Id = "there", Baseline = 3, Target = 3, DueDay = 9, Measure = ObjectiveMeasure.Of("m", _ => Reading.Known(1d), "1") }],
            TeeUps = [new() { Id = "ask", Kind = TeeUpKind.Reference, Milestone = "late" }],
            Outcomes = [new() { Id = "one", Follows = "two" }, new() { Id = "two", Follows = "one" }],
        }));

        Assert.Equal(
            ["PL003 late", "PL004 a", "PL005 early", "PL006 back", "PL007 light", "PL008 there", "PL009 never", "PL009 nothing", "PL010 ask", "PL010 early", "PL010 lost", "PL011 one"],
            mistakes.Diagnostics.Select(d => $"{d.Code} {d.Path.Split('/')[^1]}").Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(mistakes.Diagnostics, d => d.Message == "'a' needs 'b' needs 'c' needs 'a': none of them can come first.");
        Assert.Contains(mistakes.Diagnostics, d => d.Code == "PL010" && d.Cure.Contains("'time'", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("PLN-3")]
    public void What_measures_the_vendors_work_is_warned_about()
    {
        var template = PlanTemplate.Of("onboarding", new()
        {
            ValueDrivers = [new() { Name = "time" }],
            Milestones =
            [
                new() { Id = "kick-off", DueDay = 5, Kind = MilestoneKind.KickOffHeld, ValueDriver = "time" },
                new() { Id = "shown", DueDay = 9, Evidence = Words.Condition("signals.login.by('vendor').count(days(7)) > 0"), ValueDriver = "time" },
                new() { Id = "used", DueDay = 9, Evidence = Words.Condition("signals.login.by('customer').count(days(7)) > 0 && signals.login.by('vendor').count(days(7)) == 0") },
            ],
        });

        Assert.Equal(["PL013 plan/onboarding/kick-off", "PL014 plan/onboarding/shown", "PL021 plan/onboarding/used"], template.Warnings.Select(w => $"{w.Code} {w.Path}"));
    }

    [Fact]
    public void Milestones_are_ordered_by_what_they_are_worth_and_their_shares_sum_to_1()
    {
        var state = Plan(new PlanContent { Milestones = [new() { Id = "first", DueDay = 10, Weight = 1 }, new() { Id = "last", DueDay = 90, Weight = 3, After = ["first"] }] }).On(0);

        Assert.Equal([.25, .75], state.Milestones.Select(m => m.Share));
    }

    [Fact]
    [Requirement("PLN-8")]
    public void A_plan_pins_name_and_hash_and_another_template_is_refused()
    {
        var (one, other) = (PlanTemplate.Of("onboarding", new() { Milestones = [Reach("live", 30)] }), PlanTemplate.Of("onboarding", new() { Milestones = [Reach("live", 31)] }));
        var version = one.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 5), "Europe/Berlin");

        Assert.Equal((one.Name, one.ConfigurationHash), (version.Template, version.TemplateHash));
        Assert.Equal("PL018", Assert.Single(Assert.Throws<ConfigurationException>(() => other.For(version)).Diagnostics).Code);
        Assert.Equal(new DateTimeOffset(2026, 1, 4, 23, 0, 0, TimeSpan.Zero), version.EffectiveAt);
    }

    [Fact]
    public void Days_are_local_dates_of_the_plans_zone()
    {
        var template = PlanTemplate.Of("onboarding", new() { Milestones = [Reach("live", 30)] });
        var plan = template.For(template.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 3, 1), "America/New_York"));

        // The clocks go forward on 8 March: days are not always 24 hours.
        Assert.Equal((-1, 0, 30, 31), (plan.DayOf(new(2026, 3, 1, 4, 59, 59, TimeSpan.Zero)), plan.DayOf(new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero)), plan.DayOf(new(2026, 4, 1, 3, 59, 59, TimeSpan.Zero)), plan.DayOf(new(2026, 4, 1, 4, 0, 0, TimeSpan.Zero))));
        Assert.Equal(new DateOnly(2026, 3, 31), plan.DateOf(30));
    }

    [Fact]
    public void Changes_apply_in_their_order_and_what_fits_nothing_is_a_mistake()
    {
        var content = new PlanContent
        {
            Milestones = [Reach("live", 30, "b") with { Objective = "o", Evidence = Words.Condition("true") }],
            Accountabilities = [OfVendor("a", 10), OfCustomer("b", 20, "a")],
            Objectives = [new() { Id = "o", Baseline = 0, Target = 10, DueDay = 30, Measure = ObjectiveMeasure.Of("m", _ => Reading.Known(1d), "1") }],
            TeeUps = [new() { Id = "story", Kind = TeeUpKind.CaseStudy, Milestone = "live" }],
        };
        var plan = Plan(content, new DueMoved("live", 40), new WeightChanged("b", 3), new ObjectiveSet("o", 5, 25), new OwnerNamed("b", "ann"), new ItemRemoved("a", "done already"), new AccountabilityAdded("c", PlanParty.Customer, 15) { Before = ["b"] });

        Assert.Equal((40, 5, 25), (plan.Content.Milestones[0].DueDay, plan.Content.Objectives[0].Baseline, plan.Content.Objectives[0].Target));
        Assert.Equal(["b 3 ann after c", "c 1  after "], plan.Content.Accountabilities.Select(a => FormattableString.Invariant($"{a.Id} {a.Weight} {a.Owner} after {string.Join(',', a.After)}")));
        var mistakes = Assert.Throws<ConfigurationException>(() => Plan(content, new DueMoved("lvie", 4), new OwnerNamed("live", "ann"), new DueMoved("a", 25))).Diagnostics;
        Assert.Equal(["PL017", "PL017"], mistakes.Select(m => m.Code));
        Assert.Contains("'live'", mistakes[0].Cure, StringComparison.Ordinal);
        Assert.Equal("PL005", Assert.Single(Assert.Throws<ConfigurationException>(() => Plan(content, new DueMoved("a", 25))).Diagnostics).Code);
    }

    [Fact]
    public void A_zone_that_is_none_is_a_mistake()
    {
        var template = PlanTemplate.Of("onboarding", new() { Milestones = [Reach("live", 30)] });

        Assert.Equal("PL020", Assert.Single(Assert.Throws<ConfigurationException>(() => template.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 5), "Europe/Berln")).Diagnostics).Code);
    }

    [Fact]
    public void A_long_chain_and_a_long_circle_do_not_overflow()
    {
        var chain = Enumerable.Range(0, 20_000).Select(i => OfVendor($"a{i}", i, i == 0 ? [] : [$"a{i - 1}"])).ToArray();

        Assert.Equal(20_000, Plan(Reach("live", 20_000, "a19999"), chain).On(30_000).Ledger("live").Lines.Count - 1);
        chain[0] = OfVendor("a0", 0, "a19999");
        Assert.Contains("PL004", Assert.Throws<ConfigurationException>(() => Plan(Reach("live", 20_000, "a19999"), chain)).Diagnostics.Select(d => d.Code));
    }
}
