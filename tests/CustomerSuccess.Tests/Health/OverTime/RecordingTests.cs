using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class RecordingTests
{
    [Fact]
    [Requirement("HLT-14")]
    public async Task History_is_immutable_and_any_past_score_computed_again_with_the_configuration_and_facts_of_its_day_is_equal()
    {
        var (accounts, log, history) = (new AccountLog(), new SignalLog(), new InMemoryHealthHistory());
        var scorecard = Scorecard.For<CustomerFacts>("default")
            .Measure("usage", SignalMeasure.Mean(Name).InLast(28), m => m.MoreIsBetter().Linear(0, 100).Weight(3))
            .Measure("people", SignalMeasure.DistinctActors("login").InLast(28), m => m.MoreIsBetter().Linear(0, 5).Weight(1))
            .CapAt(40, when: m => m["usage"].LessThan(30), because: "hardly used")
            .Build();
        var health = CustomerHealth.Of(CustomerSources.InMemory(accounts, log), c => c.ScoredBy(scorecard).RecordedIn(history));

        // A host that lives: every week things happen, some become known later, and everyone is recorded.
        for (var week = 0; week < 20; week++)
        {
            var today = week * 7;
            foreach (var (customer, level) in new[] { ("acme", 80 - (week * 4)), ("globex", 50) })
            {
                if (week == 0)
                {
                    accounts.Add(new Customer(customer, Start));
                }

                log.Append(Of(customer, today - 1, level));
                log.Append(new(customer, "login", Start.AddDays(today - 2)) { Actor = $"person {week % 3}" });
                log.Append(Of(customer, today - 10, 5, recordedAfter: 9.5));
            }

            Assert.Equal(2, await health.RecordPortfolioAsync(Start.AddDays(today)));
        }

        accounts.Add(new Outcome("acme", OutcomeKind.NonRenewal, Start.AddDays(135)));
        await health.RecordPortfolioAsync(Start.AddDays(140));
        foreach (var customer in new[] { "acme", "globex" })
        {
            var recorded = await All(history.ReadAsync(customer, default));
            Assert.Equal(customer == "acme" ? 23 : 21, recorded.Count);
            Assert.True(recorded.Select(s => s.Value).Distinct().Count() > (customer == "acme" ? 15 : 3));
            foreach (var score in recorded)
            {
                Assert.Equal(score.ToJson(), (await health.RecomputeAsync(score))!.ToSnapshot().ToJson());
            }
        }

        // What is known now of that day is another score: it is recorded beside, never instead.
        var then = (await All(history.ReadAsync("acme", default)))[5];
        var now = (await health.ScoreAsync("acme", new ScoreInstant(then.AsOf, Start.AddDays(140))))!.ToSnapshot();
        Assert.NotEqual(then.Value, now.Value);
        await history.AppendAsync([now], default);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await history.AppendAsync([now with { KnownAt = then.KnownAt }], default));
        Assert.Contains(then.ToJson(), (await All(history.ReadAsync("acme", default))).Select(s => s.ToJson()));
    }

    [Fact]
    public async Task Recording_the_same_twice_changes_nothing_and_what_was_cancelled_half_way_can_be_repeated()
    {
        var history = new Cancelling();
        var (accounts, log) = (new AccountLog(), new SignalLog());
        for (var i = 0; i < 2_500; i++)
        {
            accounts.Add(new Customer($"{i}", Start));
            log.Append(Of($"{i}", 0, 60));
        }

        var health = Over(log, accounts, c => c.RecordedIn(history));
        using var cancel = new CancellationTokenSource();
        history.After(1, cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => health.RecordPortfolioAsync(Start.AddDays(9), cancellationToken: cancel.Token));
        Assert.Equal(1_000, history.Count);

        Assert.Equal(2_500, await health.RecordPortfolioAsync(Start.AddDays(9)));
        Assert.Equal(2_500, await health.RecordPortfolioAsync(Start.AddDays(9)));
        Assert.Equal(2_500, history.Count);
    }

    [Fact]
    public async Task Failed_scores_are_not_recorded_unknown_ones_are_and_progress_counts_customers()
    {
        var (history, told) = (new InMemoryHealthHistory(), new List<ScoringProgress>());
        var accounts = new AccountLog().Add(new Customer("fails", Start)).Add(new Customer("lost", Start)).Add(new Customer("unknown", Start)).Add(new Outcome("lost", OutcomeKind.NonRenewal, Start.AddDays(200)));
        var health = CustomerHealth.Of(CustomerSources.InMemory(accounts), c => c.RecordedIn(history)
            .ScoredBy("x", HealthStrategies.From("x", s => s.CustomerId == "fails" ? throw new FormatException() : s.CustomerId == "unknown" ? HealthResult.Unknown() : HealthResult.Of(50))));

        Assert.Equal(5, await health.RecordPortfolioAsync(Start.AddDays(210), new Told(told)));
        Assert.Empty(await All(history.ReadAsync("fails", default)));
        Assert.Equal(HealthScoreState.Unknown, Assert.Single(await All(history.ReadAsync("unknown", default))).State);
        Assert.Equal(4, (await All(history.ReadAsync("lost", default))).Count);
        Assert.Equal((3, 1, 1, true), (Assert.Single(told).Customers, told[0].Unknown, told[0].Failed, told[0].Finished));
    }

    [Fact]
    public async Task A_loss_that_became_known_late_does_not_contradict_what_was_recorded_at_its_decision()
    {
        var history = new InMemoryHealthHistory();
        var accounts = new AccountLog().Add(new Customer("acme", Start));
        var health = Over(Log((0, 60)), accounts, c => c.RecordedIn(history));
        await health.RecordPortfolioAsync(Start.AddDays(100));
        accounts.Add(new Outcome("acme", OutcomeKind.NonRenewal, Start.AddDays(100)) { RecordedAt = Start.AddDays(103) });
        await health.RecordPortfolioAsync(Start.AddDays(104));
        await history.AppendAsync([(await health.ScoreAsync("acme", Start.AddDays(104)))!.ToSnapshot()], default);

        Assert.Equal(
            [(10, null), (40, null), (70, null), (100, null), (100, Start.AddDays(100))],
            (await All(history.ReadAsync("acme", default))).Select(s => ((s.AsOf - Start).TotalDays, s.FrozenAt)));
    }

    [Fact]
    public async Task Another_configuration_does_not_pretend_to_be_that_of_the_day()
    {
        var log = Log((0, 60));
        var recorded = (await Over(log).ScoreAsync("acme", Start.AddDays(3)))!.ToSnapshot();
        var other = CustomerHealth.Of(CustomerSources.InMemory(signals: log), c => c.ScoredBy(Scorecard.For<CustomerFacts>("usage").Measure("usage", SignalMeasure.Latest(Name), m => m.MoreIsBetter().Linear(0, 90)).Build()));
        var again = (await other.RecomputeAsync(recorded))!;

        Assert.NotEqual(recorded.ConfigurationHash, again.Definition.ConfigurationHash);
        Assert.NotEqual(recorded.Value, again.Value);
        Assert.Null(await Over(new SignalLog()).RecomputeAsync(recorded));
        await Assert.ThrowsAsync<ArgumentException>(async () => await other.RecomputeAsync(recorded with { CustomerId = null }));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await other.RecomputeAsync(null!));
    }

    private sealed class Told(List<ScoringProgress> told) : IProgress<ScoringProgress>
    {
        public void Report(ScoringProgress value) => told.Add(value);
    }

    /// <summary>A history that has its caller cancelled after so many batches.</summary>
    private sealed class Cancelling : IHealthHistory
    {
        private readonly InMemoryHealthHistory _inner = new();
        private readonly HashSet<string> _customers = [];
        private CancellationTokenSource? _cancel;
        private int _left;

        public int Count => _customers.Count;

        public void After(int batches, CancellationTokenSource cancel) => (_left, _cancel) = (batches, cancel);

        public async ValueTask AppendAsync(IReadOnlyList<HealthScoreSnapshot> scores, CancellationToken cancellationToken)
        {
            await _inner.AppendAsync(scores, cancellationToken);
            _customers.UnionWith(scores.Select(s => s.CustomerId!));
            if (--_left == 0)
            {
                await _cancel!.CancelAsync();
            }
        }

        public IAsyncEnumerable<HealthScoreSnapshot> ReadAsync(string customerId, CancellationToken cancellationToken) => _inner.ReadAsync(customerId, cancellationToken);
    }
}
