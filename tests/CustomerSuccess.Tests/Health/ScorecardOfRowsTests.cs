using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health;

public sealed class ScorecardOfRowsTests
{
    private static readonly Scorecard<Account> Card = Scorecard.For<Account>()
        .Measure("x", a => a.X, m => m.MoreIsBetter().Linear(0, 100).ObservedAt(a => a.ObservedAt).ExpiresAfter(TimeSpan.FromDays(90)))
        .Measure("y", a => a.Y ?? throw new InvalidOperationException($"no y for {a.Id}"), m => m.MoreIsBetter().Linear(0, 100))
        .IdentifiedBy(a => a.Id)
        .SegmentedBy(a => a.Segment)
        .Build();

    [Fact]
    public void A_reader_that_throws_makes_its_measure_unknown_and_the_rest_goes_on()
    {
        var score = Card.Score(new Account("acme", 60, null), One.AsOf);

        Assert.Equal((60, 0.5, 30, 80), (score.Value, score.Coverage, score.Lower, score.Upper));
        Assert.Equal(new UnknownCause("y", UnknownKind.ReaderFailed, "InvalidOperationException: no y for acme"), score.Line("y").Cause);
        Assert.Equal(1, score.Defects);
        Assert.Contains("y  unknown: reader failed: InvalidOperationException: no y for acme   redistributed", score.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_or_a_segment_that_throws_is_a_failed_score_and_the_rest_goes_on()
    {
        var card = Scorecard.For<double>()
            .Measure("x", r => r, m => m.MoreIsBetter().Linear(0, 100).WeightIn("large", 2))
            .IdentifiedBy(r => r < 10 ? throw new InvalidOperationException("no id") : $"c{r}")
            .SegmentedBy(r => r > 90 ? throw new InvalidOperationException("no segment") : "large")
            .Build();
        var scores = card.ScoreAll([5, 50, 95], One.AsOf).ToArray();

        Assert.Equal([HealthScoreState.Failed, HealthScoreState.Scored, HealthScoreState.Failed], scores.Select(s => s.State));
        Assert.Equal("reading the customer's id threw InvalidOperationException: no id", scores[0].Reason);
        Assert.Equal(("c95", "reading the customer's segment threw InvalidOperationException: no segment"), (scores[2].CustomerId, scores[2].Reason));
        Assert.All(scores.Where(s => s.State == HealthScoreState.Failed), s => Assert.Equal((null, null, -1, 1), (s.Value, s.Computed, s.BandIndex, s.Defects)));
        Assert.Equal(50, scores[1].Value);
    }

    [Fact]
    public void A_cancellation_inside_the_reading_of_an_id_flows()
    {
        var card = Scorecard.For<double>().Measure("x", r => r, m => m.MoreIsBetter().Linear(0, 100)).IdentifiedBy(_ => throw new OperationCanceledException()).Build();

        Assert.Throws<OperationCanceledException>(() => card.Score(1, One.AsOf));
    }

    [Fact]
    public void A_number_that_is_none_is_unknown_and_a_defect()
    {
        var score = Card.Score(new Account("acme", double.NaN, 40), One.AsOf);

        Assert.Equal((40, 1, UnknownKind.NotANumber), (score.Value, score.Defects, score.Line("x").Cause!.Kind));
        Assert.Equal(2, Card.Score(new Account("acme", double.PositiveInfinity, null), One.AsOf).Defects);
    }

    [Fact]
    public void A_condition_that_throws_is_not_known_and_a_defect()
    {
        var card = Scorecard.For<double>().Measure("x", r => r, m => m.MoreIsBetter().Linear(0, 100)).CapAt(10, r => r > 50 ? throw new InvalidOperationException() : false, "so").Build();
        var score = card.Score(80, One.AsOf);

        Assert.Equal((80, 10, 80, 1), (score.Value, score.Lower, score.Upper, score.Defects));
        Assert.Equal(ExceptionOutcome.UnknownIgnored, Assert.Single(score.Exceptions).Outcome);
    }

    [Fact]
    public void Cancellation_inside_a_reader_flows()
    {
        var card = Scorecard.For<double>().Measure("x", (Func<double, double>)(_ => throw new OperationCanceledException()), m => m.MoreIsBetter().Linear(0, 100)).Build();

        Assert.Throws<OperationCanceledException>(() => card.Score(1, One.AsOf));
    }

    [Fact]
    public void The_customer_and_the_segment_are_read_unless_the_request_says_otherwise()
    {
        var row = new Account("acme", 60, 40) { Segment = "trial" };
        var score = Card.Score(row, new ScoreRequest { AsOf = One.AsOf, CustomerId = "other", Segment = "large" });

        Assert.Equal(("acme", "trial"), (Card.Score(row, One.AsOf).CustomerId, Card.Score(row, One.AsOf).Segment));
        Assert.Equal(("other", "large"), (score.CustomerId, score.Segment));
        Assert.Throws<ArgumentNullException>(() => Card.Score(null!, One.AsOf));
    }

    [Theory]
    [InlineData(0, 60d)]
    [InlineData(-90, 60d)]
    [InlineData(-91, null)]
    [InlineData(1, null)]
    public void An_age_runs_from_when_it_was_observed_to_the_instant(int observed, double? expected)
    {
        var card = Scorecard.For<Account>().Measure("x", a => a.X, m => m.MoreIsBetter().Linear(0, 100).ObservedAt(a => a.ObservedAt).ExpiresAfter(TimeSpan.FromDays(90))).Build();

        Assert.Equal(expected, card.Score(new Account("acme", 60, 0) { ObservedAt = One.AsOf.AddDays(observed) }, One.AsOf).Value);
    }

    [Fact]
    public void A_last_value_is_carried_forward_by_its_own_readers()
    {
        var card = Scorecard.For<Account>()
            .Measure("x", a => a.X, m => m.MoreIsBetter().Linear(0, 100))
            .Measure("y", a => a.Y, m => m.MoreIsBetter().Linear(0, 100).CarryForward(a => a.LastY, a => a.ObservedAt, TimeSpan.FromDays(30)))
            .Build();
        var young = new Account("acme", 60, null) { LastY = 20, ObservedAt = One.AsOf.AddDays(-30) };

        Assert.Equal(40, card.Score(young, One.AsOf).Value);
        Assert.Equal(60, card.Score(young, One.AsOf.AddTicks(1)).Value);
        Assert.Equal(60, card.Score(young with { LastY = null }, One.AsOf).Value);
    }

    [Fact]
    public void Many_are_scored_one_by_one_as_they_are_asked_for()
    {
        var read = 0;
        IEnumerable<Account> Rows()
        {
            for (var i = 0; ; i++)
            {
                read++;
                yield return new Account($"{i}", i, i);
            }
        }

        var scores = Card.ScoreAll(Rows(), One.AsOf);
        Assert.Equal(0, read);
        Assert.Equal(["0", "1", "2"], scores.Take(3).Select(s => s.CustomerId));
        Assert.Equal(3, read);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Several_threads_give_the_same_scores_in_the_same_order(int threads)
    {
        var rows = Enumerable.Range(0, 3000).Select(i => new Account($"{i}", i % 101, i % 7 == 0 ? null : i % 53)).ToArray();

        Assert.Equal(
            Card.ScoreAll(rows, One.AsOf).Select(s => (s.CustomerId, s.Value)),
            Card.ScoreAll(rows, One.AsOf, threads).Select(s => (s.CustomerId, s.Value)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Cancellation_ends_an_enumeration(int threads)
    {
        using var source = new CancellationTokenSource();
        IEnumerable<Account> Endless()
        {
            for (var i = 0; ; i++)
            {
                if (i == 5000)
                {
                    source.Cancel();
                }

                yield return new Account($"{i}", 1, 1);
            }
        }

        Assert.Throws<OperationCanceledException>(() => Card.ScoreAll(Endless(), One.AsOf, threads, source.Token).Count());
    }

    [Fact]
    public async Task A_stream_is_scored_as_it_arrives_and_progress_is_told()
    {
        var told = new Told();
        var scores = new List<HealthScore>();
        await foreach (var score in Card.ScoreAllAsync(Rows(2500), One.AsOf, told))
        {
            scores.Add(score);
        }

        Assert.Equal(2500, scores.Count);
        Assert.Equal([(1000, false), (2000, false), (2500, true)], told.Reports.Select(r => (r.Customers, r.Finished)));
        Assert.Equal((2500 / 10, 0), (told.Reports[^1].Unknown, told.Reports[^1].Failed));
    }

    [Fact]
    public async Task Cancellation_ends_a_stream()
    {
        using var source = new CancellationTokenSource();
        var count = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var score in Card.ScoreAllAsync(Rows(int.MaxValue), One.AsOf, null, source.Token))
            {
                if (++count == 10)
                {
                    await source.CancelAsync();
                }
            }
        });

        Assert.Equal(10, count);
    }

    [Fact]
    public void A_row_can_be_read_without_scoring_it() =>
        Assert.Equal([60, 40, 3], Card.ReadRow(new Account("acme", 60, 40) { ObservedAt = One.AsOf.AddDays(-3) }, One.AsOf));

    private static async IAsyncEnumerable<Account> Rows(int count)
    {
        await Task.Yield();
        for (var i = 0; i < count; i++)
        {
            yield return i % 10 == 0 ? new Account($"{i}", double.NaN, null) : new Account($"{i}", 50, 50);
        }
    }

    private sealed class Told : IProgress<ScoringProgress>
    {
        public List<ScoringProgress> Reports { get; } = [];

        public void Report(ScoringProgress value) => Reports.Add(value);
    }

    private sealed record Account(string Id, double X, double? Y)
    {
        public string? Segment { get; init; }

        public double? LastY { get; init; }

        public DateTimeOffset? ObservedAt { get; init; } = One.AsOf;
    }
}
