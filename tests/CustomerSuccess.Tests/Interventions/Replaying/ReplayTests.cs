using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Interventions.Replaying;

public class ReplayTests
{
    [Fact]
    [Requirement("INT-10")]
    public async Task A_replay_says_who_would_have_been_touched_when_and_how_often()
    {
        var scene = new RuleScene().Customer("acme", since: -30).Customer("loud", since: -30).Login("acme", 2);
        for (var day = -30; day < 60; day += 3)
        {
            scene.Login("loud", day);
        }

        var report = await Replay.RunAsync(scene.Health(), RuleSet.Of([Quiet()]), Day(0), Day(40));

        var found = Assert.Single(report.Cases);
        Assert.Equal(("acme", Day(9)), (found.CustomerId, found.FiredAt));
        Assert.All(report.Touches, t => Assert.Equal(("acme", "quiet"), (t.CustomerId, t.Rule)));
        Assert.Equal(Day(9), report.Touches[0].At);
        Assert.Equal([("email", Day(9)), ("in-app", Day(12))], report.Touches.Take(2).Select(t => (t.Touch.Channel!, t.At)));
        Assert.Equal(report.Touches.Count, report.TouchesPerWeek.Sum(w => w.Touches));
        Assert.Equal("2026-03-02", report.TouchesPerWeek[0].Name);
        Assert.Equal([new ReplayCount("csm-1", report.Touches.Count)], report.TouchesPerOwner);
        Assert.Equal(CaseOutcome.Unsuccessful, Assert.Single(Assert.Single(report.Rules).Outcomes).Key);
        Assert.Empty(report.Problems);
        Assert.Empty(scene.Email.Messages);
        Assert.Null(await scene.Store.LastCycleAsync(default));
    }

    [Fact]
    public async Task It_is_what_the_engine_does_live_in_cycles_of_the_same_instants()
    {
        var scene = new RuleScene();
        var dice = new Random(3);
        for (var i = 0; i < 12; i++)
        {
            scene.Customer($"c{i}", since: -dice.Next(40));
            for (var day = -40; day < 40; day += 1 + dice.Next(12))
            {
                scene.Login($"c{i}", day + dice.NextDouble(), day + 1);
            }
        }

        RuleSet rules = RuleSet.Of([Quiet(), Rule("welcome", Trigger.After(Anchor.CustomerSince, Days(5)))], new() { Budgets = [new() { Owner = BudgetOwnerKind.Csm, Touches = 5, Within = Days(7) }] });
        var report = await Replay.RunAsync(scene.Health(), rules, Day(-20), Day(40), new() { Cycles = ReplayCycles.OnGrid, HumanTouchesPerDay = 0 });
        var live = scene.Of(rules);
        for (var day = -20; day <= 40; day++)
        {
            await live.RunAsync(Day(day));
            await live.DeliverAsync(Day(day));
        }

        var cases = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            cases.AddRange((await live.CasesAsync($"c{i}")).Select(Words));
        }

        Assert.NotEmpty(cases);
        Assert.Contains(report.HeldBack, h => h.Reason == SuppressionReason.Budget);
        Assert.Equal(cases.Order(StringComparer.Ordinal), report.Cases.Select(Words).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_of_one_customer_leaves_the_others_out()
    {
        var scene = new RuleScene().Customer("acme").Customer("other");
        var rules = RuleSet.Of([Rule("no login", Trigger.Absence("login", Days(7), Anchor.CustomerSince))]);

        var report = await Replay.RunAsync(scene.Health(), rules, Day(0), Day(30), new() { Customers = ["acme", "nobody"] });

        Assert.Equal("acme", Assert.Single(report.Cases).CustomerId);
        Assert.Equal(Day(7), report.Cases[0].FiredAt);
        Assert.Equal(2, report.Customers);
    }

    [Fact]
    public async Task What_became_known_later_is_not_seen_before()
    {
        var scene = new RuleScene().Customer("acme").Login("acme", 3, recorded: 8);
        var rules = RuleSet.Of([Rule("no login", Trigger.Absence("login", Days(7), Anchor.CustomerSince))]);

        var report = await Replay.RunAsync(scene.Health(), rules, Day(0), Day(30));

        Assert.Equal(CaseOutcome.Withdrawn, Assert.Single(report.Cases).Closed!.Outcome);
        Assert.Equal(Day(7), Assert.Single(report.Touches).At);
    }

    [Fact]
    public async Task People_do_what_they_have_time_for_and_what_is_left_is_said()
    {
        var scene = new RuleScene();
        foreach (var id in new[] { "a", "b", "c" })
        {
            scene.Customer(id, seats: 200);
        }

        var rules = RuleSet.Of([Rule("welcome", Trigger.After(Anchor.CustomerSince, Days(1)))]);
        var all = await Replay.RunAsync(scene.Health(), rules, Day(0), Day(2));
        var one = await Replay.RunAsync(scene.Health(), rules, Day(0), Day(2.5), new() { HumanTouchesPerDay = 1 });
        var none = await Replay.RunAsync(scene.Health(), rules, Day(0), Day(2), new() { HumanTouchesPerDay = 0 });

        Assert.Equal(3, all.Touches.Count);
        Assert.Equal([("a", Day(1)), ("b", Day(2))], one.Touches.Select(t => (t.CustomerId, t.At)));
        Assert.Equal("c", Assert.Single(one.Undone).CustomerId);
        Assert.Equal((0, 3), (none.Touches.Count, none.Undone.Count));
    }

    [Fact]
    public async Task Overlap_and_what_resolves_by_itself_are_counted()
    {
        var scene = new RuleScene().Customer("acme").Login("acme", 10);
        var silences = new Given([new Silence("s", Day(-100), Day(100), "a freeze") { Rule = "still" }]);
        var rules = RuleSet.Of([
            Rule("still", Trigger.Absence("login", Days(5), Anchor.CustomerSince), c => new() { Trigger = c.Trigger, Purpose = c.Purpose, Success = Condition("signals.login.count(days(30)) > 0.0") }),
            Rule("welcome", Trigger.After(Anchor.CustomerSince, Days(6)))]);

        var report = await Replay.RunAsync(scene.Health(), rules, Day(0), Day(30), new() { Silences = silences });

        var still = report.Rules.Single(r => r.Rule == "still");
        Assert.Equal((1, 1.0), (still.ResolvedAlone, still.ResolvedAloneShare));
        Assert.Equal(new ReplayHold("still", SuppressionReason.Silenced, 0, 1), Assert.Single(report.HeldBack));
        Assert.Equal([("still", "welcome", 1, 0), ("welcome", "still", 1, 0)], report.Overlaps.Select(o => (o.Rule, o.Other, o.Customers, o.NearTouches)));
        Assert.Null(report.Overlaps[0].NearShare);
        Assert.Contains("resolved by themselves: 1, 100 %", report.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("INT-10")]
    public async Task Two_versions_are_compared_case_by_case()
    {
        var scene = new RuleScene().Customer("acme").Customer("late", since: 15).Login("acme", 8);
        RuleSet Version(double days, TouchExecution how) => RuleSet.Of([Rule($"no login in {days}", Trigger.Absence("login", Days(days), Anchor.CustomerSince),
            c => new() { Trigger = c.Trigger, Purpose = c.Purpose, Success = c.Success, Ladder = [new() { Execution = how }] })]);

        var apart = await Replay.CompareAsync(scene.Health(), Version(7, TouchExecution.Automatic), Version(9, TouchExecution.Automatic), Day(0), Day(23));
        var alike = await Replay.CompareAsync(scene.Health(), Version(7, TouchExecution.Automatic), Version(7, TouchExecution.People), Day(0), Day(23));

        Assert.Equal(["acme", "late"], apart.OnlyBefore.Select(c => c.CustomerId));
        Assert.Empty(apart.OnlyAfter);
        Assert.Equal(2, alike.Both.Count);
        Assert.Equal(2, alike.Differing.Count());
        Assert.StartsWith("2 cases in both (2 touch otherwise), 0 only before, 0 only after", alike.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_replay_is_a_report_too_and_an_end_before_the_beginning_is_an_error()
    {
        var empty = await Replay.RunAsync(new RuleScene().Health(), RuleSet.Of([Quiet()]), Day(0), Day(5));

        Assert.Empty(empty.Cases);
        Assert.Equal(0, empty.Rules.Single().Touches);
        Assert.Null(empty.Rules.Single().ResolvedAloneShare);
        Assert.Equal(["2026-03-02"], empty.TouchesPerWeek.Select(w => w.Name));
        Assert.Contains("Give an end after it", (await Assert.ThrowsAsync<ArgumentException>(() => Replay.RunAsync(new RuleScene().Health(), RuleSet.Of([Quiet()]), Day(5), Day(5)))).Message, StringComparison.Ordinal);
    }

    private static Rule Quiet() => Rule("quiet", Trigger.When(Condition("signals.login.count(days(7)) < 1.0")));

    private static string Words(InterventionCase c) => $"{c}; {string.Join(", ", c.Touches.Select(t => $"{t} {t.Channel} {t.AttemptedAt:O}"))}";

    private sealed class Given(IReadOnlyList<Silence> silences) : ISilenceSource
    {
        public ValueTask<IReadOnlyList<Silence>> ReadAsync(DateTimeOffset knownAt, CancellationToken cancellationToken) => ValueTask.FromResult(silences);
    }
}
