using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CustomerSuccess.Health;

/// <summary>
/// Goes through a portfolio in batches: at most so many are read and worked on at once, and results come in the order of the
/// customers; one that is named twice comes twice. Memory holds the batches under way. A batch whose sources throw is read again customer by customer, so that one bad record
/// costs one customer; where the first three fail as well, the source is taken to be down for this batch.
/// </summary>
internal sealed class PortfolioReader<TResult>(CustomerObserver observer, int batch, int atOnce)
{
    private const int FailuresUntilDown = 3;

    /// <summary>What becomes of one customer that was read: nothing, one result or several.</summary>
    public required Func<CustomerHistory, IEnumerable<TResult>> Work { get; init; }

    /// <summary>What becomes of one customer whose sources failed, and why.</summary>
    public required Func<string, string, IEnumerable<TResult>> Fail { get; init; }

    public async IAsyncEnumerable<TResult> RunAsync(IAsyncEnumerable<string> ids, ScoreInstant instant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queue = Channel.CreateBounded<Task<List<TResult>>>(new BoundedChannelOptions(atOnce) { SingleReader = true, SingleWriter = true });
        var producer = Task.Run(() => ProduceAsync(ids, instant, queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            while (await queue.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false) && queue.Reader.TryPeek(out var batch))
            {
                // A batch keeps its place until it is done: what waits in the queue is all that is under way.
                var results = await batch.ConfigureAwait(false);
                queue.Reader.TryRead(out _);
                foreach (var result in results)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return result;
                }
            }

            await producer.ConfigureAwait(false);
        }
        finally
        {
            // A caller that stops early, or a failure, ends what is under way and waits for it: the sources' scope ends after this.
            await stop.CancelAsync().ConfigureAwait(false);
            await producer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (queue.Reader.TryRead(out var left))
            {
                await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ProduceAsync(IAsyncEnumerable<string> ids, ScoreInstant instant, ChannelWriter<Task<List<TResult>>> writer, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            var next = new List<string>(batch);
            await foreach (var id in ids.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                next.Add(string.IsNullOrWhiteSpace(id) ? throw new InvalidOperationException("The source of customers gave an id that is empty.") : id);
                if (next.Count == batch)
                {
                    await SendAsync(next).ConfigureAwait(false);
                    next = new(batch);
                }
            }

            if (next.Count > 0)
            {
                await SendAsync(next).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            failure = e;
        }

        writer.Complete(failure);

        async Task SendAsync(List<string> customers)
        {
            // Room first, and nothing that can be cancelled after: a batch that was begun is always waited for.
            await writer.WaitToWriteAsync(cancellationToken).ConfigureAwait(false);
            writer.TryWrite(Task.Run(() => BatchAsync(customers, instant, cancellationToken), cancellationToken));
        }
    }

    private async Task<List<TResult>> BatchAsync(List<string> customers, ScoreInstant instant, CancellationToken cancellationToken)
    {
        try
        {
            return Worked(customers, await ReadAsync([.. customers.Distinct(StringComparer.Ordinal)], instant, cancellationToken).ConfigureAwait(false), cancellationToken);
        }
        catch (Exception e) when (!IsCancelled(e, cancellationToken))
        {
            return await OneByOneAsync(customers, instant, e, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<List<TResult>> OneByOneAsync(List<string> customers, ScoreInstant instant, Exception first, CancellationToken cancellationToken)
    {
        var (results, failures, reason) = (new List<TResult>(), 0, Reason(first));
        foreach (var customer in customers)
        {
            if (failures == FailuresUntilDown)
            {
                results.AddRange(Fail(customer, reason));
                continue;
            }

            try
            {
                results.AddRange(Worked([customer], await ReadAsync([customer], instant, cancellationToken).ConfigureAwait(false), cancellationToken));
                failures = int.MinValue;
            }
            catch (Exception e) when (!IsCancelled(e, cancellationToken))
            {
                (failures, reason) = (failures + 1, Reason(e));
                results.AddRange(Fail(customer, reason));
            }
        }

        return results;
    }

    private ValueTask<CustomerHistory[]> ReadAsync(string[] customers, ScoreInstant instant, CancellationToken cancellationToken) =>
        observer.ReadAsync(new FactQuery { CustomerIds = customers, AsOf = instant.AsOf, KnownAt = instant.KnownAt }, cancellationToken);

    private List<TResult> Worked(List<string> customers, CustomerHistory[] histories, CancellationToken cancellationToken)
    {
        var (results, read) = (new List<TResult>(customers.Count), histories.ToDictionary(h => h.CustomerId, StringComparer.Ordinal));
        foreach (var customer in customers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.AddRange(Work(read[customer]));
        }

        return results;
    }

    // A source that gives up by itself has failed; only the caller cancels.
    private static bool IsCancelled(Exception e, CancellationToken cancellationToken) => e is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static string Reason(Exception e) => SourceFailure.Words(e);
}

/// <summary>Says why a source failed.</summary>
internal static class SourceFailure
{
    public static string Words(Exception e) => $"the customer's facts could not be read: {e.GetType().Name}: {e.Message}";
}
