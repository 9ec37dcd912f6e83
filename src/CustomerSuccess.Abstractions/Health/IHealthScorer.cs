namespace CustomerSuccess.Health;

/// <summary>
/// Scores customers with the strategies that the host registered, reading the host's sources. The only asynchronous part
/// of health. Safe to call from several threads.
/// </summary>
public interface IHealthScorer
{
    /// <summary>Scores one customer. Null where the source knows no such customer.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="asOf">The instant as of which to score.</param>
    /// <param name="cancellationToken">Cancels; cancellation always flows out as an exception.</param>
    ValueTask<HealthScore?> ScoreAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken = default);

    /// <summary>Scores every customer of the source, in the source's order, as a stream: memory does not grow with the portfolio.</summary>
    /// <param name="asOf">The instant as of which to score.</param>
    /// <param name="progress">Told from time to time, and at the end, how many were scored; or null.</param>
    /// <param name="cancellationToken">Cancels; cancellation always flows out as an exception.</param>
    IAsyncEnumerable<HealthScore> ScorePortfolioAsync(DateTimeOffset asOf, IProgress<ScoringProgress>? progress = null, CancellationToken cancellationToken = default);
}

/// <summary>How far a portfolio has been scored.</summary>
public sealed class ScoringProgress
{
    /// <summary>Customers done so far.</summary>
    public required long Customers { get; init; }

    /// <summary>Of these, those without a score because too little is known.</summary>
    public required long Unknown { get; init; }

    /// <summary>Of these, those whose strategy failed.</summary>
    public required long Failed { get; init; }

    /// <summary>True in the last report.</summary>
    public required bool Finished { get; init; }
}
