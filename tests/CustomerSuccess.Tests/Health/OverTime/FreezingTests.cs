using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class FreezingTests
{
    // Falls a point every two days, from 90, and goes on falling after it is lost at day 100.
    private static readonly SignalLog Falling = Log([.. Enumerable.Range(0, 180).Select(d => ((double)d, 90 - (d / 2d)))]);

    [Fact]
    [Requirement("HLT-20")]
    public async Task At_churn_health_freezes_and_snapshots_at_90_60_and_30_days_before_are_kept()
    {
        var history = new InMemoryHealthHistory();
        var health = Over(Falling, Account(new Outcome("acme", OutcomeKind.NonRenewal, Start.AddDays(100))), c => c.RecordedIn(history));

        Assert.Null((await health.ScoreAsync("acme", Start.AddDays(99)))!.FrozenAt);
        foreach (var day in new[] { 100, 101, 170 })
        {
            var frozen = (await health.ScoreAsync("acme", Start.AddDays(day)))!;
            Assert.Equal((40, Start.AddDays(100), Start.AddDays(100)), (frozen.Value, frozen.AsOf, frozen.FrozenAt));
            Assert.Equal(frozen.ToSnapshot().ToJson(), Assert.Single(await All(health.ScorePortfolioAsync(Start.AddDays(day)))).ToSnapshot().ToJson());
        }

        Assert.Equal(4, await health.RecordPortfolioAsync(Start.AddDays(120)));
        Assert.Equal(4, await health.RecordPortfolioAsync(Start.AddDays(150)));
        var kept = await All(history.ReadAsync("acme", default));
        Assert.Equal([(10, 85), (40, 70), (70, 55), (100, 40)], kept.Select(s => ((s.AsOf - Start).TotalDays, s.Value)));
        Assert.All(kept, s => Assert.Equal(s.AsOf, s.KnownAt));
        Assert.All(kept, s => Assert.Equal(s.ToJson(), HealthScoreSnapshot.FromJson(s.ToJson()).ToJson()));
        Assert.Equal([null, null, null, Start.AddDays(100)], kept.Select(s => s.FrozenAt));
    }

    [Fact]
    public async Task A_customer_that_is_closed_at_once_is_kept_for_study_too()
    {
        var history = new InMemoryHealthHistory();
        var accounts = Account(new Outcome("acme", OutcomeKind.NonRenewal, Start.AddDays(100))).Add(new Customer("acme", Start.AddDays(100)) { IsActive = false });
        var health = Over(Falling, accounts, c => c.RecordedIn(history));

        Assert.Empty(await All(health.ScorePortfolioAsync(Start.AddDays(101))));
        await health.RecordPortfolioAsync(Start.AddDays(101));
        Assert.Equal([10, 40, 70, 100], (await All(history.ReadAsync("acme", default))).Select(s => (s.AsOf - Start).TotalDays));
    }

    [Fact]
    public async Task Notice_before_the_loss_is_when_it_freezes_once_the_loss_is_known()
    {
        var health = Over(Falling, Account(new Outcome("acme", OutcomeKind.NoticeGiven, Start.AddDays(80)), new Outcome("acme", OutcomeKind.NonRenewal, Start.AddDays(100))));

        Assert.Equal((45, null), await At(health, 90));
        Assert.Equal((50, Start.AddDays(80)), await At(health, 100));
        Assert.Equal([20, 50, 80], (await health.ScoresBeforeLossAsync("acme", Start.AddDays(120))).Select(s => (s.AsOf - Start).TotalDays));
    }

    [Fact]
    public async Task A_loss_that_became_known_late_freezes_with_what_was_known_at_the_decision()
    {
        var log = Log((0, 90), (50, 80));
        log.Append(Of("acme", 60, 10, recordedAfter: 45));
        var health = Over(log, Account(new Outcome("acme", OutcomeKind.NonRenewal, Start.AddDays(100)) { RecordedAt = Start.AddDays(110) }));

        Assert.Equal((10, null), await At(health, 109));
        var frozen = (await health.ScoreAsync("acme", Start.AddDays(111)))!;
        Assert.Equal((80, Start.AddDays(100), Start.AddDays(100), Start.AddDays(100)), (frozen.Value, frozen.AsOf, frozen.KnownAt, frozen.FrozenAt));

        // Scored again with what is known now, the late signal counts, and it still stands at the decision.
        var again = (await health.ScoreAsync("acme", new ScoreInstant(Start.AddDays(105), Start.AddDays(111))))!;
        Assert.Equal((10, Start.AddDays(100), Start.AddDays(111), Start.AddDays(100)), (again.Value, again.AsOf, again.KnownAt, again.FrozenAt));
        Assert.Null((await health.ScoreAsync("acme", new ScoreInstant(Start.AddDays(99), Start.AddDays(111))))!.FrozenAt);
    }

    [Fact]
    public async Task A_return_undoes_it()
    {
        var health = Over(Falling, Account(new Outcome("acme", OutcomeKind.NonRenewal, Start.AddDays(100)), new Outcome("acme", OutcomeKind.Return, Start.AddDays(140))));

        Assert.Equal((40, Start.AddDays(100)), await At(health, 139.9));
        Assert.Equal((20, null), await At(health, 140));
        Assert.Empty(await health.ScoresBeforeLossAsync("acme", Start.AddDays(150)));
        Assert.Equal(4, (await health.ScoresBeforeLossAsync("acme", Start.AddDays(130))).Count);
    }

    [Fact]
    public async Task Scores_before_there_was_such_a_customer_are_left_out()
    {
        var health = Over(Falling, new AccountLog().Add(new Customer("acme", Start.AddDays(50))).Add(new Outcome("acme", OutcomeKind.InvoluntaryLoss, Start.AddDays(100))));

        Assert.Equal([70, 100], (await health.ScoresBeforeLossAsync("acme", Start.AddDays(120))).Select(s => (s.AsOf - Start).TotalDays));
        Assert.Empty(await health.ScoresBeforeLossAsync("acme", Start.AddDays(99)));
        Assert.Empty(await health.ScoresBeforeLossAsync("nobody", Start.AddDays(99)));
    }

    [Fact]
    public async Task Its_trend_stands_still_too_and_a_window_that_reaches_into_the_loss_is_not_one_of_its_life()
    {
        var accounts = Account(new Outcome("acme", OutcomeKind.NonRenewal, Start.AddDays(100)), new Outcome("acme", OutcomeKind.Return, Start.AddDays(140)));
        var health = CustomerHealth.Of(CustomerSources.InMemory(accounts, Falling), c => c.ScoredBy(Card(windowInDays: 10)));

        var (at, later) = ((await health.TrendAsync("acme", new(Start.AddDays(100))))!, (await health.TrendAsync("acme", new(Start.AddDays(130))))!);
        Assert.Equal((TrendDirection.Falling, Start.AddDays(100), 10), (later.Direction, later.AsOf, later.Points.Count));
        Assert.Equal(at.ToString(), later.ToString());

        var back = (await health.TrendAsync("acme", new(Start.AddDays(165))))!;
        Assert.Equal((TrendDirection.Unknown, 2), (back.Direction, back.Points.Count));
    }

    private static async Task<(double? Value, DateTimeOffset? FrozenAt)> At(CustomerHealth health, double day)
    {
        var score = await health.ScoreAsync("acme", Start.AddDays(day));
        return (score!.Value, score.FrozenAt);
    }

    private static AccountLog Account(params Outcome[] outcomes) => outcomes.Aggregate(new AccountLog().Add(new Customer("acme", Start)), (log, outcome) => log.Add(outcome));
}
