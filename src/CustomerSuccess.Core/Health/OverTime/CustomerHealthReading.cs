namespace CustomerSuccess.Health;

/// <content>What stands right of health reads customers through it.</content>
public sealed partial class CustomerHealth
{
    private IReadOnlyDictionary<string, CustomerHistory>? _kept;

    /// <summary>The schemes of segments, in the order in which they are asked.</summary>
    public IReadOnlyList<Segmentation.SegmentScheme> Schemes => _plan.Model.Facts.Schemes;

    /// <summary>
    /// The same over what is read of customers once, everything that is known at an instant: for many questions, each as known at whichever instant
    /// up to it. Memory holds all of it.
    /// </summary>
    /// <param name="customerIds">The customers; null for all that the source names.</param>
    /// <param name="knownAt">As known at when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async ValueTask<(CustomerHealth Health, IReadOnlyList<CustomerHistory> Read, IReadOnlyList<(string Customer, string Reason)> Failures)> KeptAsync(IReadOnlyList<string>? customerIds, DateTimeOffset knownAt, CancellationToken cancellationToken)
    {
        var (kept, failures) = (new SortedDictionary<string, CustomerHistory>(StringComparer.Ordinal), new List<(string, string)>());
        var work = WorkAsync<(CustomerHistory? History, string Customer, string Reason)>(customerIds, knownAt, h => [(h, h.CustomerId, "")], (customer, reason) => [(null, customer, reason)], cancellationToken);
        await foreach (var (history, customer, reason) in work.ConfigureAwait(false))
        {
            if (history is null)
            {
                failures.Add((customer, reason));
            }
            else
            {
                kept[customer] = history;
            }
        }

        return (new(_plan, _lease) { _kept = kept }, [.. kept.Values], failures);
    }

    // A few are not worth the hand-over to other threads.
    private List<TResult>[] Work<TResult>(IReadOnlyDictionary<string, CustomerHistory> kept, IReadOnlyList<string>? customerIds, Func<CustomerHistory, IEnumerable<TResult>> work, Func<string, string, IEnumerable<TResult>> fail, CancellationToken cancellationToken)
    {
        string[] ids = [.. customerIds ?? [.. kept.Keys]];
        var results = new List<TResult>[ids.Length];
        void One(int i)
        {
            try
            {
                results[i] = kept.TryGetValue(ids[i], out var history) ? [.. work(history)] : [.. fail(ids[i], "it was not read")];
            }
            catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                results[i] = [.. fail(ids[i], SourceFailure.Words(e))];
            }
        }

        if (ids.Length < 16)
        {
            for (var i = 0; i < ids.Length; i++)
            {
                One(i);
            }
        }
        else
        {
            Parallel.For(0, ids.Length, new ParallelOptions { MaxDegreeOfParallelism = _plan.Threads, CancellationToken = cancellationToken }, One);
        }

        return results;
    }

    /// <summary>The same, reading more signals.</summary>
    internal CustomerHealth WithSignals(IEnumerable<string> signals, bool acrossTrees) => new(_plan.With(signals, acrossTrees), _lease);

    /// <summary>The ids of all customers that the source names.</summary>
    internal async IAsyncEnumerable<string> IdsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_kept is { } kept)
        {
            foreach (var id in kept.Keys)
            {
                yield return id;
            }

            yield break;
        }

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
        if (_kept is { } kept)
        {
            foreach (var result in Work(kept, customerIds, work, fail, cancellationToken).SelectMany(r => r))
            {
                yield return result;
            }

            yield break;
        }

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
