namespace CustomerSuccess;

/// <summary>
/// The host's own rows, one per customer. The engine never queries: what a row holds as of an instant is the host's answer.
/// Implementations may be called from several threads at once and honour cancellation.
/// </summary>
/// <typeparam name="T">The host's row type.</typeparam>
public interface IRowSource<T>
    where T : class
{
    /// <summary>Every customer's row as of the instant, in any order, each customer once.</summary>
    IAsyncEnumerable<T> ReadAsync(DateTimeOffset asOf, CancellationToken cancellationToken);

    /// <summary>One customer's row as of the instant, or null where there is no such customer.</summary>
    ValueTask<T?> FindAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken);
}
