using System.Globalization;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Measurement;

/// <summary>What a portfolio's vector needs to know of one customer. Immutable.</summary>
public sealed class PortfolioEntry
{
    /// <summary>A customer of the portfolio.</summary>
    /// <param name="customerId">The customer, compared ordinally. Not empty.</param>
    /// <param name="revenue">Its recurring revenue a year at t − window, 0 or more; null where that is not known.</param>
    /// <param name="vector">Its vector; null where it has no plan. Of a customer that was lost, under the plan last in force: only the value before counts.</param>
    /// <exception cref="ArgumentException">The customer is empty, or the revenue is negative.</exception>
    public PortfolioEntry(string customerId, Money? revenue, SuccessVector? vector)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        if (revenue is { Amount: < 0 })
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The revenue of '{customerId}' is {revenue}. State an amount of 0 or more, or null where it is not known."), nameof(revenue));
        }

        (CustomerId, Revenue, Vector) = (customerId, revenue, vector);
    }

    /// <summary>The customer.</summary>
    public string CustomerId { get; }

    /// <summary>Its recurring revenue a year at t − window; null where that is not known.</summary>
    public Money? Revenue { get; }

    /// <summary>Its vector as it was stated; null where it has no plan.</summary>
    public SuccessVector? Vector { get; }

    /// <summary>Whether it was a customer at t − window; true unless stated. Who came since is left out and counted.</summary>
    public bool WasActive { get; init; } = true;

    /// <summary>Whether it was lost since: its value at t is 0. False unless stated.</summary>
    public bool IsLost { get; init; }

    /// <summary>The vector that counts: of a customer that was lost it ends at 0.</summary>
    internal SuccessVector? Counted => Vector is { } vector && IsLost ? new(vector.Before, ValueRange.Of(0), vector.Options) : Vector;

    /// <inheritdoc />
    public override string ToString() => $"{CustomerId}: {Revenue?.ToString() ?? "revenue not known"}, {Counted?.ToString() ?? "no plan"}{(WasActive ? "" : ", not a customer then")}{(IsLost ? ", lost" : "")}";
}
