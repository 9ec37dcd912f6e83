namespace CustomerSuccess.Customers;

/// <summary>Everything recorded about one customer, whatever its date. Immutable; what is left out is nothing.</summary>
public sealed class AccountRecords
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Its versions; null where the host names no customers.</summary>
    public IReadOnlyList<Customer>? Versions { get; init; }

    /// <summary>Its traits.</summary>
    public IReadOnlyList<Trait> Traits { get; init; } = [];

    /// <summary>Its subscriptions, in versions; null where the host gives none.</summary>
    public IReadOnlyList<Subscription>? Subscriptions { get; init; }

    /// <summary>Its outcomes.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    /// <summary>Who owned it.</summary>
    public IReadOnlyList<Ownership> Ownerships { get; init; } = [];

    /// <summary>Versions of customers that ever stood below it, at any depth.</summary>
    public IReadOnlyList<Customer> Below { get; init; } = [];

    /// <summary>The facts as of an instant, as known at an instant.</summary>
    public AccountFacts At(DateTimeOffset asOf, DateTimeOffset knownAt) => new(this, asOf.ToUniversalTime(), knownAt.ToUniversalTime());
}
