using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Triggers;

public class TriggerTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    [Requirement("SEG-5")]
    [Requirement("INT-1")]
    public async Task Entering_and_leaving_a_segment_fire_at_the_point_of_the_grid_at_which_it_is_seen()
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        scene.Accounts.Add(new Trait("acme", "seats", TraitValue.Of(200), Day(3.4))).Add(new Trait("acme", "seats", TraitValue.Of(20), Day(6.2)));
        var fired = await Fired(scene, 10, Rule("in", Trigger.SegmentEntered("experience", "enterprise")), Rule("out", Trigger.SegmentLeft("experience", "enterprise")), Rule("any", Trigger.SegmentEntered("experience")));

        // The second change is absorbed by the case of the first.
        Assert.Equal(["any 4", "in 4", "out 7"], fired);
    }

    [Fact]
    [Requirement("INT-1")]
    public async Task A_change_of_band_fires_and_one_by_configuration_alone_does_not()
    {
        var scene = new RuleScene().Customer("acme", seats: 80);
        scene.Accounts.Add(new Trait("acme", "seats", TraitValue.Of(10), Day(3.4)));
        Assert.Equal(["red 4"], await Fired(scene, 10, Rule("red", Trigger.BandChanged(to: "Red", from: "Green")), Rule("green", Trigger.BandChanged(to: "Green"))));
    }

    [Fact]
    [Requirement("INT-1")]
    public async Task A_signal_fires_where_the_expression_holds_of_it()
    {
        var scene = new RuleScene().Customer("acme");
        scene.Signals.Append(new Signal("acme", "survey", Day(2)) { Value = 9 });
        scene.Signals.Append(new Signal("acme", "survey", Day(3.5)) { Value = 4 });
        scene.Signals.Append(new Signal("acme", "survey", Day(3.5)) { Value = 4, Actor = "bob" });
        scene.Signals.Append(new Signal("acme", "survey", Day(4)));
        var fired = await Fired(scene, 10, Rule("low", Trigger.Signal("survey", SignalExpressions.Language.Condition("signal.value <= 6.0"))));

        // The second is absorbed by the first, and the one without a value is undetermined.
        Assert.Equal(["low 3.5"], fired);
    }

    [Fact]
    [Requirement("INT-1")]
    public async Task A_renewal_that_moves_moves_what_is_counted_back_from_it()
    {
        var scene = new RuleScene().Customer("acme");
        scene.Accounts.Add(new Subscription("s1", "acme", "core", Day(0)) { RenewsAt = Day(100) })
            .Add(new Subscription("s1", "acme", "core", Day(0)) { RenewsAt = Day(120), EffectiveAt = Day(5) });
        Assert.Equal(["renewal 30"], await Fired(scene, 40, Rule("renewal", Trigger.Before(Anchor.Renewal, Days(90)))));
    }

    [Fact]
    [Requirement("INT-1")]
    public async Task Periods_of_the_calendar_and_cron_follow_the_clocks_of_their_zone()
    {
        // Clocks go forward in Berlin on 29 March 2026, day 27.
        var scene = new RuleScene().Customer("acme");
        var quarter = Rule("quarter", Trigger.Every(CalendarPeriod.Quarter, Berlin));
        var monday = CustomerSuccess.Interventions.Rule.Of("monday", new() { Trigger = Trigger.Cron("0 9 * * MON", Berlin), Purpose = Purpose, Success = Condition("signals.login.count(days(1)) > 100"), SuccessWithin = Days(1) });
        var fired = await Fired(scene, 30, quarter, monday);

        Assert.Equal(["monday 14.333", "monday 21.333", "monday 28.292", "monday 7.333", "quarter 29.917"], fired);
    }

    [Fact]
    [Requirement("INT-2")]
    public async Task Fewer_than_so_many_in_a_period_fire_at_its_end()
    {
        var scene = new RuleScene().Customer("acme", since: -40).Customer("busy", since: -40);
        foreach (var day in new[] { 3, 5 })
        {
            scene.Signals.Append(new Signal("busy", "review", Day(day)));
        }

        scene.Signals.Append(new Signal("acme", "review", Day(3)));
        var rule = Rule("reviews", Trigger.AbsenceIn(CalendarPeriod.Month, "review", TimeZoneInfo.Utc, fewerThan: 2));
        Assert.Equal(["reviews 30"], await Fired(scene, 31, rule));
    }

    [Fact]
    [Requirement("INT-9")]
    public async Task A_follow_up_comes_three_weeks_after_the_step_with_its_hypothesis_evaluated_then()
    {
        var scene = new RuleScene().Customer("acme").Customer("idle");
        foreach (var id in new[] { "acme", "idle" })
        {
            scene.Signals.Append(new Signal(id, "review", Day(2)));
        }

        scene.Login("acme", 20);
        var rule = CustomerSuccess.Interventions.Rule.Of("follow up", new()
        {
            Trigger = Trigger.After(Anchor.Signal("review"), Days(21)),
            Purpose = Purpose,
            Cause = InteractionCause.Planned,
            Hypothesis = Condition("signals.login.count(days(21)) >= 1"),
            Success = Condition("signals.login.count(days(21)) >= 5"),
        });
        var engine = scene.Of(null, rule);
        await engine.RunAsync(Day(0.5));
        await engine.RunAsync(Day(30));

        var (acme, idle) = (Assert.Single(await engine.CasesAsync("acme")).Opened, Assert.Single(await engine.CasesAsync("idle")).Opened);
        Assert.Equal((Day(23), true, Day(2)), (acme.At, acme.Hypothesis, acme.PlannedAt));
        Assert.Equal((Day(23), false, true), (idle.At, idle.Hypothesis, idle.IsCheckable));
    }

    [Fact]
    [Requirement("INT-1")]
    public async Task A_champion_who_moves_on_fires_at_that_instant_and_is_named()
    {
        var scene = new RuleScene().Customer("acme");
        scene.Contacts.Add(new Contact("acme", "ann-acme", Day(4.5)) { Persona = Personas.Champion, Status = ContactStatus.MovedOn });
        var engine = scene.Of(null, Rule("left", Trigger.ContactLeft(Personas.Champion)), Rule("sponsor left", Trigger.ContactLeft(Personas.ExecutiveSponsor)));
        await engine.RunAsync(Day(0.5));
        await engine.RunAsync(Day(6));

        var opened = Assert.Single(await engine.CasesAsync("acme")).Opened;
        Assert.Equal(("left", Day(4.5), "ann-acme"), (opened.Case.Rule, opened.At, opened.SubjectContactId));
    }

    [Fact]
    [Requirement("INT-1")]
    public async Task Until_the_instant_comes_nobody_is_looked_at()
    {
        var scene = new RuleScene();
        for (var i = 0; i < 20; i++)
        {
            scene.Customer($"c{i:00}");
        }

        var engine = scene.Of(null, Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince)), Rule("later", Trigger.After(Anchor.CustomerSince, Days(9))));
        Assert.Equal(20, (await engine.RunAsync(Day(0.5))).Evaluated);
        for (var day = 1; day < 7; day++)
        {
            Assert.Equal(0, (await engine.RunAsync(Day(day), [])).Evaluated);
        }

        Assert.Equal(20, (await engine.RunAsync(Day(7), [])).Evaluated);
        Assert.Equal(0, (await engine.RunAsync(Day(8), [])).Evaluated);
    }

    // Each rule with the days on which it fired, one case after the other.
    private static async Task<string[]> Fired(RuleScene scene, int days, params Rule[] rules)
    {
        var engine = scene.Of(null, rules);
        await engine.RunAsync(Day(0.5));
        var report = await engine.RunAsync(Day(days));
        return [.. report.Events.OfType<CaseOpened>().Select(e => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{e.Case.Rule} {(e.At - Start).TotalDays:0.###}")).Order(StringComparer.Ordinal)];
    }
}
