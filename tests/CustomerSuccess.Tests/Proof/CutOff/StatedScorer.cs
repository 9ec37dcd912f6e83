using System.Runtime.CompilerServices;
using CustomerSuccess.Health;
using CustomerSuccess.Testing;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>A host's own scorer, with whatever habits: it gives the scores that it is told to give.</summary>
internal sealed class StatedScorer(Func<DateTimeOffset, IEnumerable<HealthScore?>> scores) : IHealthScorer
{
    /// <summary>How many scores were taken so far.</summary>
    public int Given { get; private set; }

    public ValueTask<HealthScore?> ScoreAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(scores(asOf).FirstOrDefault(s => s?.CustomerId == customerId));

    public async IAsyncEnumerable<HealthScore> ScorePortfolioAsync(
        DateTimeOffset asOf, IProgress<ScoringProgress>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var score in scores(asOf))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Given++;
            yield return score!;
            await Task.CompletedTask;
        }
    }

    /// <summary>One score. A value of null is unknown.</summary>
    public static HealthScore Score(string? customer, double? value, DateTimeOffset asOf, DateTimeOffset? knownAt = null, HealthBands? bands = null, string? segment = null) =>
        new StrategyRunner("stated", HealthStrategies.From("stated", _ => value is { } known ? HealthResult.Of(known) : HealthResult.Unknown()), new() { Bands = bands ?? HealthBands.RedYellowGreen(50, 75) })
            .Score(new() { Facts = Facts.None, AsOf = asOf, KnownAt = knownAt ?? asOf, CustomerId = customer, Segment = segment });
}
