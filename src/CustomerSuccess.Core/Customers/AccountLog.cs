using System.Collections.Concurrent;

namespace CustomerSuccess.Customers;

/// <summary>
/// Customers, traits, subscriptions, outcomes and owners in memory: a source good enough for a small host in production.
/// Nothing is ever changed or removed; the same record twice is one. Safe to use from several threads; what was read once
/// does not change under the reader. Memory is that of the records and some 500 bytes a customer.
/// </summary>
public sealed class AccountLog : ICustomerSource, ITraitSource, ISubscriptionSource, IOutcomeSource, IOwnershipSource
{
    private readonly ConcurrentDictionary<string, AccountEntries> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RecordList<Customer>> _children = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RecordList<Owner>> _owners = new(StringComparer.Ordinal);

    /// <summary>The customers that have a version, in ordinal order.</summary>
    public IReadOnlyList<string> CustomerIds =>
        [.. _accounts.Where(a => a.Value.Versions.All.Count > 0).Select(a => a.Key).Order(StringComparer.Ordinal)];

    /// <summary>Adds a version of a customer.</summary>
    public AccountLog Add(Customer version)
    {
        ArgumentNullException.ThrowIfNull(version);
        Of(version.Id).Versions.Add(version);
        if (version.ParentId is { } parent)
        {
            _children.GetOrAdd(parent, static _ => new(new())).Add(version);
        }

        return this;
    }

    /// <summary>Adds a trait.</summary>
    public AccountLog Add(Trait trait)
    {
        ArgumentNullException.ThrowIfNull(trait);
        Of(trait.CustomerId).Traits.Add(trait);
        return this;
    }

    /// <summary>Adds a version of a subscription.</summary>
    public AccountLog Add(Subscription version)
    {
        ArgumentNullException.ThrowIfNull(version);
        Of(version.CustomerId).Subscriptions.Add(version);
        return this;
    }

    /// <summary>Adds an outcome.</summary>
    public AccountLog Add(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Of(outcome.CustomerId).Outcomes.Add(outcome);
        return this;
    }

    /// <summary>Adds who owns a customer from when.</summary>
    public AccountLog Add(Ownership ownership)
    {
        ArgumentNullException.ThrowIfNull(ownership);
        Of(ownership.CustomerId).Ownerships.Add(ownership);
        return this;
    }

    /// <summary>Adds a version of an owner.</summary>
    public AccountLog Add(Owner version)
    {
        ArgumentNullException.ThrowIfNull(version);
        _owners.GetOrAdd(version.Id, static _ => new(new())).Add(version);
        return this;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<string> IdsAsync(CancellationToken cancellationToken) => RecordStream.Of(CustomerIds, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Customer>> FindAsync(string customerId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        return ValueTask.FromResult<IReadOnlyList<Customer>>(_accounts.TryGetValue(customerId, out var account) ? account.Versions.All : []);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Owner>> FindOwnerAsync(string ownerId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ownerId);
        return ValueTask.FromResult<IReadOnlyList<Owner>>(_owners.TryGetValue(ownerId, out var owner) ? owner.All : []);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<Customer> ReadChildrenAsync(FactQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return RecordStream.Of(query.CustomerIds.SelectMany(id => _children.TryGetValue(id, out var children) ? children.All : []), cancellationToken);
    }

    IAsyncEnumerable<Customer> ICustomerSource.ReadAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, a => a.Versions, cancellationToken);

    IAsyncEnumerable<Trait> ITraitSource.ReadAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, a => a.Traits, cancellationToken);

    IAsyncEnumerable<Subscription> ISubscriptionSource.ReadAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, a => a.Subscriptions, cancellationToken);

    IAsyncEnumerable<Outcome> IOutcomeSource.ReadAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, a => a.Outcomes, cancellationToken);

    IAsyncEnumerable<Ownership> IOwnershipSource.ReadAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, a => a.Ownerships, cancellationToken);

    private AccountEntries Of(string customerId) => _accounts.GetOrAdd(customerId, static _ => new());

    private IAsyncEnumerable<T> Read<T>(FactQuery query, Func<AccountEntries, RecordList<T>> of, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(query);
        return RecordStream.Of(query.CustomerIds.SelectMany(id => _accounts.TryGetValue(id, out var account) ? of(account).All : []), cancellationToken);
    }

    private sealed class AccountEntries
    {
        public AccountEntries()
        {
            var gate = new Lock();
            (Versions, Traits, Subscriptions, Outcomes, Ownerships) = (new(gate), new(gate), new(gate), new(gate), new(gate));
        }

        public RecordList<Customer> Versions { get; }

        public RecordList<Trait> Traits { get; }

        public RecordList<Subscription> Subscriptions { get; }

        public RecordList<Outcome> Outcomes { get; }

        public RecordList<Ownership> Ownerships { get; }
    }
}
