using System.Runtime.CompilerServices;
using CustomerSuccess.Customers;

namespace CustomerSuccess.Tests.Health.OverTime;

/// <summary>A source of customers that says how it is read, and does at each reading what a test wants.</summary>
internal sealed class WatchedCustomers(params IEnumerable<string> ids) : ICustomerSource
{
    private readonly Lock _lock = new();
    private int _inside;

    /// <summary>Done at each reading of versions, before any is given.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task> Reading { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Done before each id.</summary>
    public Func<string, CancellationToken, Task> Naming { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Each customer's versions; one from the beginning unless stated.</summary>
    public Func<string, IEnumerable<Customer>> Versions { get; init; } = id => [new Customer(id, Usage.Start)];

    /// <summary>The customers of each reading, in the order in which the readings began.</summary>
    public List<IReadOnlyList<string>> Readings { get; } = [];

    /// <summary>How many ids were taken.</summary>
    public int Named { get; private set; }

    /// <summary>How many read at this moment.</summary>
    public int Inside => Volatile.Read(ref _inside);

    /// <summary>The most that ever read at once.</summary>
    public int AtOnce { get; private set; }

    public async IAsyncEnumerable<string> IdsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            await Naming(id, cancellationToken);
            Named++;
            yield return id;
        }
    }

    public async IAsyncEnumerable<Customer> ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Readings.Add(query.CustomerIds);
            AtOnce = Math.Max(AtOnce, ++_inside);
        }

        try
        {
            await Reading(query.CustomerIds, cancellationToken);
        }
        finally
        {
            lock (_lock)
            {
                _inside--;
            }
        }

        foreach (var version in query.CustomerIds.SelectMany(Versions))
        {
            yield return version;
        }
    }

    public ValueTask<IReadOnlyList<Customer>> FindAsync(string customerId, CancellationToken cancellationToken) => new([.. Versions(customerId)]);

    public IAsyncEnumerable<Customer> ReadChildrenAsync(FactQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();
}
