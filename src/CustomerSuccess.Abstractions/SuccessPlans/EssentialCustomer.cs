namespace CustomerSuccess.SuccessPlans;

/// <summary>A customer with its class, and what it pays. Immutable.</summary>
public sealed class EssentialCustomer
{
    /// <summary>A customer with its class.</summary>
    /// <param name="customerId">The customer, compared ordinally. Not empty.</param>
    /// <param name="finding">Its class, with the evidence.</param>
    /// <param name="revenue">Its recurring revenue a year, 0 or more; null where that is not known.</param>
    /// <exception cref="ArgumentException">The customer is empty, or the revenue is negative.</exception>
    public EssentialCustomer(string customerId, EssentialFinding finding, Money? revenue = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentNullException.ThrowIfNull(finding);
        if (revenue is { Amount: < 0 })
        {
            throw new ArgumentException($"The revenue of '{customerId}' is {revenue}. State an amount of 0 or more, or null where it is not known.", nameof(revenue));
        }

        (CustomerId, Finding, Revenue) = (customerId, finding, revenue);
    }

    /// <summary>The customer.</summary>
    public string CustomerId { get; }

    /// <summary>Its class, with the evidence.</summary>
    public EssentialFinding Finding { get; }

    /// <summary>Its recurring revenue a year; null where that is not known.</summary>
    public Money? Revenue { get; }

    /// <inheritdoc />
    public override string ToString() => $"{CustomerId}: {Finding}";

    internal static EssentialCustomer[] Once(IEnumerable<EssentialCustomer> customers, string name)
    {
        EssentialCustomer[] all = [.. customers.OrderBy(c => c.CustomerId, StringComparer.Ordinal)];
        return all.Zip(all.Skip(1)).FirstOrDefault(p => p.First.CustomerId == p.Second.CustomerId) is { First: { } twice }
            ? throw new ArgumentException($"The customer '{twice.CustomerId}' is there twice. State each once.", name)
            : all;
    }
}
