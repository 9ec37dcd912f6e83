using CustomerSuccess.Customers;
using CustomerSuccess.Health;

namespace CustomerSuccess.Proof;

/// <summary>Reads what became of customers: their versions, subscriptions and outcomes, up to the horizon's end and as known when outcomes are.</summary>
internal sealed class AccountReader(CustomerSources sources, CutOffOptions options)
{
    /// <summary>The records of some customers, in their order. A source that throws, or gives a null, ends it.</summary>
    public async ValueTask<AccountRecords[]> ReadAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var query = new FactQuery { CustomerIds = ids, AsOf = options.End, KnownAt = options.OutcomesKnownAt };
        var versions = await GroupedAsync(sources.Customers?.ReadAsync(query, cancellationToken)).ConfigureAwait(false);
        var subscriptions = await GroupedAsync(sources.Subscriptions?.ReadAsync(query, cancellationToken)).ConfigureAwait(false);
        var outcomes = await GroupedAsync(sources.Outcomes?.ReadAsync(query, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return
        [
            .. ids.Select(id => new AccountRecords
            {
                CustomerId = id,
                Versions = versions?[id].ToArray(),
                Subscriptions = subscriptions?[id].ToArray(),
                Outcomes = [.. outcomes?[id] ?? []],
            }),
        ];
    }

    private static async ValueTask<ILookup<string, T>?> GroupedAsync<T>(IAsyncEnumerable<T>? records)
        where T : class, IDated
    {
        if (records is null)
        {
            return null;
        }

        var all = new List<T>();
        await foreach (var record in records.ConfigureAwait(false))
        {
            all.Add(record ?? throw new InvalidOperationException($"A source gave a record of type {typeof(T).Name} that is null. Leave such records out."));
        }

        return all.ToLookup(r => r.CustomerId, StringComparer.Ordinal);
    }
}
