namespace CustomerSuccess.Health;

/// <summary>
/// Scores as they were recorded. Entries are only ever added: a score is known by customer, strategy, the two instants, the
/// configuration's hash and whether it stands frozen, and the same score twice is one. Implementations are safe to use from several threads and
/// add all of a batch or nothing.
/// </summary>
public interface IHealthHistory
{
    /// <summary>Adds scores.</summary>
    /// <exception cref="InvalidOperationException">One is there already with another content: history is immutable. Nothing was added.</exception>
    ValueTask AppendAsync(IReadOnlyList<HealthScoreSnapshot> scores, CancellationToken cancellationToken);

    /// <summary>The scores of one customer, by as of, then known at, then strategy.</summary>
    IAsyncEnumerable<HealthScoreSnapshot> ReadAsync(string customerId, CancellationToken cancellationToken);
}
