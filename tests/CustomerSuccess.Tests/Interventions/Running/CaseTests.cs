using CustomerSuccess.Customers;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Running;

public class CaseTests
{
    private static RuleContent Few(double days, TimeSpan coolDown = default, ReEntry reEntry = ReEntry.AfterClear, string? correlation = null) => new()
    {
        Trigger = Trigger.When(Condition("customer.seats < 10.0"), Days(days)),
        Purpose = Purpose,
        CoolDown = coolDown,
        ReEntry = reEntry,
        Correlation = correlation is null ? null : RuleScene.Language.Text(correlation),
        SuccessWithin = Days(5),
    };

    private static RuleScene Seats(RuleScene scene, string id, double seats, double day, double? recorded = null)
    {
        scene.Accounts.Add(new Trait(id, "seats", TraitValue.Of(seats), Day(day)) { RecordedAt = Day(recorded ?? day) });
        return scene;
    }

    [Fact]
    [Requirement("INT-1")]
    [Requirement("INT-3")]
    public async Task With_a_duration_it_fires_at_the_grid_point_that_is_late_enough_and_not_when_a_cycle_ran()
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var engine = scene.Of(null, CustomerSuccess.Interventions.Rule.Of("few", Few(2)));
        await engine.RunAsync(Day(0.5));
        Seats(scene, "acme", 5, 1.3);
        await engine.RunAsync(Day(1.5));
        Assert.Empty(await engine.CasesAsync("acme"));

        // Pending from the midnight of day 2, firing at that of day 4.
        await engine.RunAsync(Day(9));
        var opened = Assert.Single(await engine.CasesAsync("acme"));
        Assert.Equal((Day(4), "2026-03-04T00:00:00Z"), (opened.FiredAt, opened.Key.Occurrence));
    }

    [Fact]
    [Requirement("INT-3")]
    public async Task Without_one_it_fires_at_the_exact_instant_and_a_second_crossing_is_absorbed_while_open()
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var rule = Few(0);
        var engine = scene.Of(null, CustomerSuccess.Interventions.Rule.Of("few", new() { Trigger = rule.Trigger, Purpose = Purpose, Success = Condition("customer.seats > 100.0"), Exit = Condition("customer.seats > 1000.0"), OnRemoved = WhenRemoved.Finish, SuccessWithin = Days(20), WhenUnknown = WhenUndetermined.Continue }));
        await engine.RunAsync(Day(0.5));
        Seats(scene, "acme", 5, 1.3);
        await engine.RunAsync(Day(2));
        Assert.Equal(Day(1.3), Assert.Single(await engine.CasesAsync("acme")).FiredAt);

        Seats(scene, "acme", 20, 3);
        await engine.RunAsync(Day(3.5));
        Assert.Equal((CaseOutcome.Cleared, Day(3)), (Assert.Single(await engine.CasesAsync("acme")).Closed!.Outcome, Assert.Single(await engine.CasesAsync("acme")).Closed!.At));
    }

    [Fact]
    [Requirement("INT-4")]
    public async Task A_cool_down_holds_back_the_next_and_is_logged()
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var engine = scene.Of(null, CustomerSuccess.Interventions.Rule.Of("few", Few(0, coolDown: Days(4))));
        await engine.RunAsync(Day(0.5));
        Seats(Seats(Seats(Seats(Seats(scene, "acme", 5, 1), "acme", 20, 2), "acme", 5, 3), "acme", 20, 4), "acme", 5, 7);
        var report = await engine.RunAsync(Day(8));

        Assert.Equal([Day(1), Day(7)], report.Events.OfType<CaseOpened>().Select(e => e.At));
        Assert.Equal((Day(3), SuppressionReason.CoolDown), (Assert.Single(report.Events.OfType<OccurrenceSuppressed>()).At, Assert.Single(report.Events.OfType<OccurrenceSuppressed>()).Reason));
    }

    [Theory]
    [InlineData(ReEntry.AfterClear, 1)]
    [InlineData(ReEntry.AfterCoolDown, 3)]
    [InlineData(ReEntry.Never, 1)]
    [Requirement("INT-4")]
    public async Task What_never_clears_comes_back_only_where_the_rule_says_so(ReEntry reEntry, int cases)
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var rule = CustomerSuccess.Interventions.Rule.Of("few", new() { Trigger = Few(0).Trigger, Purpose = Purpose, SuccessWithin = Days(5), CoolDown = Days(2), ReEntry = reEntry });
        var engine = scene.Of(null, rule);
        await engine.RunAsync(Day(0.5));
        Seats(scene, "acme", 5, 1);
        await engine.RunAsync(Day(17));

        var found = await engine.CasesAsync("acme");
        Assert.Equal(cases, found.Count);
        Assert.Equal(Enumerable.Range(0, cases).Select(i => Day(1 + (7 * i))), found.Select(c => c.FiredAt));
    }

    [Fact]
    public async Task A_late_fact_withdraws_what_should_not_have_been_opened()
    {
        var scene = new RuleScene().Customer("acme");
        var engine = scene.Of(null, Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince)));
        await engine.RunAsync(Day(0.5));
        await engine.RunAsync(Day(7));
        Assert.True(Assert.Single(await engine.CasesAsync("acme")).IsOpen);

        scene.Login("acme", 5, recorded: 7.5);
        await engine.RunAsync(Day(8));
        var found = Assert.Single(await engine.CasesAsync("acme"));
        Assert.Equal(CaseOutcome.Withdrawn, found.Closed!.Outcome);
        Assert.Contains($"login at {NumberText.Instant(Day(5))}", found.Closed.Because, StringComparison.Ordinal);
        Assert.Equal(TouchState.Cancelled, Assert.Single(found.Touches).State);
        await engine.DeliverAsync(Day(8.5));
        Assert.Empty(scene.Email.Messages);
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(3, false)]
    public async Task A_fact_that_comes_late_opens_a_case_within_the_lateness_and_is_logged_beyond_it(double late, bool opens)
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var engine = scene.Of(null, CustomerSuccess.Interventions.Rule.Of("few", Few(0)));
        await engine.RunAsync(Day(0.5));
        await engine.RunAsync(Day(6));
        Seats(scene, "acme", 5, 6.2 - late, recorded: 6.1);
        var report = await engine.RunAsync(Day(6.2));

        Assert.Equal(opens ? 1 : 0, report.Events.OfType<CaseOpened>().Count());
        Assert.Equal(opens ? 0 : 1, report.Events.OfType<OccurrenceSuppressed>().Count(e => e.Reason == SuppressionReason.KnownTooLate));
        Assert.Empty((await engine.RunAsync(Day(7))).Events.OfType<OccurrenceSuppressed>());
    }

    [Fact]
    [Requirement("INT-3")]
    public async Task Two_customers_of_one_correlation_key_have_one_open_case()
    {
        var scene = new RuleScene().Customer("a", seats: 20).Customer("b", seats: 20);
        foreach (var id in new[] { "a", "b" })
        {
            scene.Accounts.Add(new Trait(id, "group", TraitValue.Of("holding"), Day(0)));
        }

        var engine = scene.Of(null, CustomerSuccess.Interventions.Rule.Of("few", Few(0, correlation: "customer.group")));
        await engine.RunAsync(Day(0.5));
        Seats(Seats(scene, "a", 5, 2), "b", 5, 1);
        var report = await engine.RunAsync(Day(3));

        Assert.Equal("b", Assert.Single(report.Changes, c => c.Events.OfType<CaseOpened>().Any()).CustomerId);
        Assert.Equal(SuppressionReason.Absorbed, Assert.Single(report.Events.OfType<OccurrenceSuppressed>()).Reason);
        Assert.Single(report.Events.OfType<TouchReserved>());
    }

    [Fact]
    [Requirement("INT-2")]
    public async Task Where_the_source_does_not_cover_the_time_absence_is_undetermined()
    {
        var scene = new RuleScene().Customer("acme");
        scene.Signals.Covers("login", new SignalCoverage { Through = Day(6) });
        var engine = scene.Of(null, Rule("idle", Trigger.Absence("login", Days(7), Anchor.CustomerSince)));
        await engine.RunAsync(Day(0.5));
        Assert.Empty((await engine.RunAsync(Day(8))).Events);
    }

    [Fact]
    [Requirement("INT-15")]
    public async Task A_case_keeps_the_version_of_its_rule()
    {
        var scene = new RuleScene().Customer("acme", seats: 20);
        var first = CustomerSuccess.Interventions.Rule.Of("few", new() { Trigger = Few(0).Trigger, Purpose = Purpose, Wait = Days(1), Ladder = [new() { Channels = ["email"] }, new() { Channels = ["in-app"] }] });
        var second = CustomerSuccess.Interventions.Rule.Of("few", new() { Trigger = Few(0).Trigger, Purpose = Purpose, Wait = Days(9), Ladder = [new() { Channels = ["in-app"] }] });
        var engine = scene.Of(null, first);
        await engine.RunAsync(Day(0.5));
        Seats(scene, "acme", 5, 1);
        await engine.RunAsync(Day(1.5));
        await engine.DeliverAsync(Day(1.5));

        var edited = scene.Of(RuleSet.Of([second], former: [first]));
        var report = await edited.RunAsync(Day(2));
        Assert.True(report.IsConfigurationChanged);
        Assert.Empty(report.Events.OfType<CaseOpened>());
        await edited.RunAsync(Day(3));
        await edited.DeliverAsync(Day(3));
        Assert.Equal(["email", "in-app"], Assert.Single(await edited.CasesAsync("acme")).Touches.Select(t => t.Channel));

        var forgotten = scene.Of(RuleSet.Of([second]));
        Assert.Contains("is not known", Assert.Single((await forgotten.RunAsync(Day(4))).Problems).Because, StringComparison.Ordinal);
    }
}
