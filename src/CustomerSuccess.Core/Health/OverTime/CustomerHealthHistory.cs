using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Health;

/// <content>What is kept of scores, and what is seen over time.</content>
public sealed partial class CustomerHealth
{
    private const int ScoresAtOnce = 1000;

    private static readonly TimeSpan[] BeforeLoss = [TimeSpan.FromDays(90), TimeSpan.FromDays(60), TimeSpan.FromDays(30), TimeSpan.Zero];

    /// <summary>
    /// Scores the portfolio as of an instant and records every score. Of a lost customer, whose score stands still, those at
    /// 90, 60 and 30 days before the decision and at the decision are recorded instead, also where it is closed already.
    /// Recording the same twice changes nothing; what is cancelled half-way can be repeated. Failed scores are not recorded.
    /// </summary>
    /// <returns>How many scores were handed to the history.</returns>
    /// <exception cref="InvalidOperationException">There is no history: say <c>RecordedIn(…)</c>. Or a score was recorded that is another.</exception>
    public async Task<long> RecordPortfolioAsync(DateTimeOffset asOf, IProgress<ScoringProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var history = _plan.History ?? throw new InvalidOperationException("There is no history to record in. Say where: RecordedIn(new InMemoryHealthHistory()).");
        var (instant, count, recorded, next) = (new ScoreInstant(asOf), new ProgressCount(progress), 0L, new List<HealthScoreSnapshot>());
        var scores = PortfolioAsync<List<HealthScore>>(instant, h => Recorded(h, instant) is { Count: > 0 } some ? [some] : [], (c, reason) => [[Failed(c, reason, instant)]], cancellationToken);
        await foreach (var customer in scores.ConfigureAwait(false))
        {
            count.Add(customer[^1].State);
            next.AddRange(customer.Where(s => s.State != HealthScoreState.Failed).Select(s => s.ToSnapshot()));
            if (next.Count >= ScoresAtOnce)
            {
                await FlushAsync().ConfigureAwait(false);
            }
        }

        await FlushAsync().ConfigureAwait(false);
        count.Finish();
        return recorded;

        async ValueTask FlushAsync()
        {
            await history.AppendAsync(next, cancellationToken).ConfigureAwait(false);
            recorded += next.Count;
            next = [];
        }
    }

    /// <summary>
    /// The scores of a lost customer at 90, 60 and 30 days before the decision and at the decision, each as of and as known
    /// then, the earliest first; those before there was such a customer are left out. Empty where the customer is not lost.
    /// </summary>
    public async ValueTask<IReadOnlyList<HealthScore>> ScoresBeforeLossAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        var instant = new ScoreInstant(asOf);
        var history = await ReadAsync(customerId, instant, cancellationToken).ConfigureAwait(false);
        return LostCustomer.DecidedAt(history.Records.At(instant.AsOf, instant.KnownAt), instant.AsOf) is { } decided ? ScoresBefore(history, decided) : [];
    }

    /// <summary>Computes a recorded score again, from the facts as of and as known at its instants, with the present configuration. With the configuration of its day it is equal, line for line. Null where, then, there was no such customer.</summary>
    /// <exception cref="ArgumentException">The score names no customer.</exception>
    public async ValueTask<HealthScore?> RecomputeAsync(HealthScoreSnapshot recorded, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var instant = new ScoreInstant(recorded.AsOf, recorded.KnownAt);
        var history = await ReadAsync(recorded.CustomerId ?? throw new ArgumentException("The score names no customer.", nameof(recorded)), instant, cancellationToken).ConfigureAwait(false);
        if (recorded.FrozenAt is null && !Exists(history, instant))
        {
            return null;
        }

        var score = new HealthTimeline(_plan.Model, history, instant).ScoreAt(instant.AsOf);
        return recorded.FrozenAt is { } frozen ? score.Freeze(frozen) : score;
    }

    /// <summary>
    /// Who entered and left which segment at the grid points after one instant up to another, each as of and as known then,
    /// customer by customer. A customer that is new enters; one that is gone leaves.
    /// </summary>
    public IAsyncEnumerable<SegmentChange> SegmentChangesAsync(DateTimeOffset after, DateTimeOffset upTo, CancellationToken cancellationToken = default) =>
        PortfolioAsync(new(upTo), history => Changes(history, after, upTo), (customer, reason) => throw new InvalidOperationException($"Segments of '{customer}': {reason}"), cancellationToken);

    /// <summary>What one customer entered and left at the grid points after one instant up to another.</summary>
    public async ValueTask<IReadOnlyList<SegmentChange>> SegmentChangesAsync(string customerId, DateTimeOffset after, DateTimeOffset upTo, CancellationToken cancellationToken = default) =>
        [.. Changes(await ReadAsync(customerId, new(upTo), cancellationToken).ConfigureAwait(false), after, upTo)];

    private List<HealthScore> Recorded(CustomerHistory history, ScoreInstant instant) =>
        LostCustomer.DecidedAt(history.Records.At(instant.AsOf, instant.KnownAt), instant.AsOf) is { } decided ? ScoresBefore(history, decided)
        : IsActive(history, instant) ? [new HealthTimeline(_plan.Model, history, instant).Score()]
        : [];

    private List<HealthScore> ScoresBefore(CustomerHistory history, DateTimeOffset decided) =>
        [.. BeforeLoss.Select(b => new ScoreInstant(decided - b)).Where(i => Exists(history, i)).Select(i => new HealthTimeline(_plan.Model, history, i).Score())];

    private IEnumerable<SegmentChange> Changes(CustomerHistory history, DateTimeOffset after, DateTimeOffset upTo)
    {
        var (grid, timeline) = (_plan.Model.Grid, new HealthTimeline(_plan.Model, history, new(upTo)));
        DateTimeOffset? next = grid.FirstAfter(after);
        var before = next is { } first && grid.LastBefore(first) is { } start ? SegmentsAt(history, timeline, start) : [];
        for (; next is { } at && at <= upTo; next = grid.FirstAfter(at))
        {
            var now = SegmentsAt(history, timeline, at);
            foreach (var scheme in _plan.Model.Facts.Schemes)
            {
                var (left, entered) = (before.GetValueOrDefault(scheme.Name), now.GetValueOrDefault(scheme.Name));
                if (!string.Equals(left, entered, StringComparison.Ordinal))
                {
                    yield return new SegmentChange { CustomerId = history.CustomerId, Scheme = scheme.Name, At = at, Left = left, Entered = entered };
                }
            }

            before = now;
        }
    }

    private static Dictionary<string, string> SegmentsAt(CustomerHistory history, HealthTimeline timeline, DateTimeOffset at) => IsActive(history, new(at))
        ? timeline.FactsAt(at).Segments.Answers.ToDictionary(a => a.Scheme, a => a.Segment, StringComparer.Ordinal)
        : [];
}
