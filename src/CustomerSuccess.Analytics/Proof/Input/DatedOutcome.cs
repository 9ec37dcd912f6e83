namespace CustomerSuccess.Proof;

/// <summary>One row of the table of outcomes: what a customer decided, and when. Immutable.</summary>
public sealed record DatedOutcome
{
    /// <summary>Creates a row.</summary>
    /// <param name="customerId">Who decided. Not empty; compared letter by letter with the ids of the scores.</param>
    /// <param name="decidedAt">When: the day of notice or of renewal, not the last day of the contract. A day alone is its 00:00 UTC.</param>
    /// <param name="churned">Whether the customer left (true) or stayed (false).</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public DatedOutcome(string customerId, DateTimeOffset decidedAt, bool churned)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        CustomerId = customerId;
        DecidedAt = decidedAt.ToUniversalTime();
        Churned = churned;
    }

    /// <summary>Who decided.</summary>
    public string CustomerId { get; }

    /// <summary>When the decision was made, UTC.</summary>
    public DateTimeOffset DecidedAt { get; }

    /// <summary>Whether the customer left.</summary>
    public bool Churned { get; }
}
