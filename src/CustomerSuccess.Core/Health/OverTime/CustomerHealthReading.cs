namespace CustomerSuccess.Health;

/// <content>What stands right of health reads customers through it.</content>
public sealed partial class CustomerHealth
{
    /// <summary>The same, reading more signals.</summary>
    internal CustomerHealth WithSignals(IEnumerable<string> signals, bool acrossTrees) => new(_plan.With(signals, acrossTrees), _lease);

    /// <summary>The ids of all customers that the source names.</summary>
    internal async IAsyncEnumerable<string> IdsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lease = _lease();
        await using (lease.ConfigureAwait(false))
        {
            await foreach (var id in CustomerIds.Of(lease.Sources, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return id;
            }
        }
    }

    /// <summary>
    /// Works on customers with everything that is known of them at an instant, what is dated ahead included, in the order of the ids; several at once.
    /// </summary>
    /// <param name="customerIds">The customers; null for all that the source names.</param>
    /// <param name="knownAt">As known at when.</param>
    /// <param name="work">What becomes of one.</param>
    /// <param name="fail">What becomes of one whose sources fail, and why.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async IAsyncEnumerable<TResult> WorkAsync<TResult>(
        IReadOnlyList<string>? customerIds,
        DateTimeOffset knownAt,
        Func<CustomerHistory, IEnumerable<TResult>> work,
        Func<string, string, IEnumerable<TResult>> fail,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lease = _lease();
        await using (lease.ConfigureAwait(false))
        {
            var reader = new PortfolioReader<TResult>(Observer(lease.Sources), _plan.Batch, _plan.Threads) { Work = work, Fail = fail };
            var ids = customerIds is null ? CustomerIds.Of(lease.Sources, cancellationToken) : CustomerIds.Given(customerIds, cancellationToken);
            await foreach (var result in reader.RunAsync(ids, new ScoreInstant(DateTimeOffset.MaxValue, knownAt), cancellationToken).ConfigureAwait(false))
            {
                yield return result;
            }
        }
    }
}
