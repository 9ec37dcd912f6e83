using System.Runtime.CompilerServices;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

/// <content>What is kept of scores, and what is seen over time.</content>
public sealed partial class CustomerHealth
{
    private const int ScoresAtOnce = 1000;

    private static readonly TimeSpan[] BeforeLoss = [TimeSpan.FromDays(90), TimeSpan.FromDays(60), TimeSpan.FromDays(30), TimeSpan.Zero];

    /// <summary>
    /// Scores the portfolio as of an instant and records every score. Of a lost customer, whose score stands still, those at
    /// 90, 60 and 30 days before the decision and at the decision are recorded instead. Recording the same twice changes
    /// nothing; what is cancelled half-way can be repeated. Failed scores are not recorded.
    /// </summary>
    /// <returns>How many scores were handed to the history.</returns>
    /// <exception cref="InvalidOperationException">There is no history: say <c>RecordedIn(…)</c>. Or a score was recorded that is another.</exception>
    public async Task<long> RecordPortfolioAsync(DateTimeOffset asOf, IProgress<ScoringProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var history = _plan.History ?? throw new InvalidOperationException("There is no history to record in. Say where: RecordedIn(new InMemoryHealthHistory()).");
        var (instant, count, recorded, next) = (new ScoreInstant(asOf), new ProgressCount(progress), 0L, new List<HealthScoreSnapshot>());
        var scores = PortfolioAsync<HealthScore>(instant, h => IsActive(h, instant) ? Recorded(h, instant) : [], (c, reason) => [Failed(c, reason, instant)], cancellationToken);
        await foreach (var score in scores.ConfigureAwait(false))
        {
            count.Add(score.State);
            if (score.State != HealthScoreState.Failed)
            {
                next.Add(score.ToSnapshot());
            }

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

    /// <summary>Computes a recorded score again, from the facts as of and as known at its instants, with the present configuration. With the configuration of its day it is equal, line for line.</summary>
    /// <exception cref="ArgumentException">The score names no customer.</exception>
    public async ValueTask<HealthScore?> RecomputeAsync(HealthScoreSnapshot recorded, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var instant = new ScoreInstant(recorded.AsOf, recorded.KnownAt);
        var history = await ReadAsync(recorded.CustomerId ?? throw new ArgumentException("The score names no customer.", nameof(recorded)), instant, cancellationToken).ConfigureAwait(false);
        if (!Exists(history, instant))
        {
            return null;
        }

        var score = new HealthTimeline(_plan.Model, history, instant).Score();
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
        LostCustomer.DecidedAt(history.Records.At(instant.AsOf, instant.KnownAt), instant.AsOf) is { } decided
            ? ScoresBefore(history, decided)
            : [new HealthTimeline(_plan.Model, history, instant).Score()];

    private List<HealthScore> ScoresBefore(CustomerHistory history, DateTimeOffset decided) =>
        [.. BeforeLoss.Select(b => new ScoreInstant(decided - b)).Where(i => Exists(history, i)).Select(i => new HealthTimeline(_plan.Model, history, i).Score())];

    private IEnumerable<SegmentChange> Changes(CustomerHistory history, DateTimeOffset after, DateTimeOffset upTo)
    {
        var grid = _plan.Model.Grid;
        var before = grid.LastBefore(after + TimeSpan.FromTicks(1)) is { } start ? SegmentsAt(history, start) : [];
        for (var next = grid.FirstAfter(after); next is { } at && at <= upTo; next = grid.FirstAfter(at))
        {
            var now = SegmentsAt(history, at);
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

    private Dictionary<string, string> SegmentsAt(CustomerHistory history, DateTimeOffset at) => IsActive(history, new(at))
        ? _plan.Model.Facts.Complete(history.At(at, at)).Segments.Answers.ToDictionary(a => a.Scheme, a => a.Segment, StringComparer.Ordinal)
        : [];
}
