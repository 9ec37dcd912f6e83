namespace CustomerSuccess.SuccessPlans;

/// <summary>The customers that something concerns, each once, and their revenue: an amount for each currency, never mixed. Immutable.</summary>
public sealed class AffectedRevenue
{
    /// <summary>The customers, in ordinal order.</summary>
    public required IReadOnlyList<string> Customers { get; init; }

    /// <summary>The sum for each currency, by its name; empty where no revenue is known.</summary>
    public required IReadOnlyList<Money> Amounts { get; init; }

    /// <summary>Of the customers those whose revenue is not known, in ordinal order: the amounts are the least that it can be.</summary>
    public required IReadOnlyList<string> UnknownOf { get; init; }

    /// <summary>The amount in a currency; null where there is none, which is not 0 where some are not known.</summary>
    /// <param name="currency">Three upper-case letters of ISO 4217.</param>
    public Money? In(string currency)
    {
        var found = Amounts.Where(a => a.Currency == currency).ToArray();
        return found.Length == 0 ? null : found[0];
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{(Amounts.Count == 0 ? Customers.Count == 0 ? "nobody" : "revenue not known" : string.Join(" and ", Amounts))}{(UnknownOf.Count > 0 && Amounts.Count > 0 ? $", and of {UnknownOf.Count} not known" : "")} ({Customers.Count} {(Customers.Count == 1 ? "customer" : "customers")})");
}

/// <summary>A blocker as it recurs: the same words in the same dimension, over all plans. Immutable.</summary>
public sealed class BlockerPattern
{
    /// <summary>Where it lies.</summary>
    public required string Dimension { get; init; }

    /// <summary>What it is.</summary>
    public required string Pattern { get; init; }

    /// <summary>The customers that it blocks now: what helps them is to be done now.</summary>
    public required AffectedRevenue Now { get; init; }

    /// <summary>The customers that it blocks, or blocked and may block again, or may block: what its cause costs until it is gone for ever.</summary>
    public required AffectedRevenue ForEver { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Pattern} ({Dimension}): now {Now}; for ever {ForEver}";
}
