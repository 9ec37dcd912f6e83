using CustomerSuccess.Customers;

namespace CustomerSuccess.Proof;

/// <summary>What became of a customer.</summary>
public enum CustomerFate
{
    /// <summary>It is not decided yet, or not to be known: such customers are counted and left out.</summary>
    Undecided,

    /// <summary>It stayed.</summary>
    Retained,

    /// <summary>It left.</summary>
    Churned,
}

/// <summary>The traits of a customer at its start, and what became of it. Immutable.</summary>
public sealed class ProfiledCustomer
{
    /// <summary>Creates a profiled customer.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="traits">Its traits at the start, before anything was known of what becomes of it; one that is not there is not known.</param>
    /// <param name="fate">What became of it.</param>
    /// <exception cref="ArgumentException">The id is empty, or there is no such fate.</exception>
    public ProfiledCustomer(string customerId, IEnumerable<KeyValuePair<string, TraitValue>> traits, CustomerFate fate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentNullException.ThrowIfNull(traits);
        (CustomerId, Traits, Fate) = (customerId, traits.ToDictionary(StringComparer.Ordinal).AsReadOnly(), Enum.IsDefined(fate) ? fate : throw new ArgumentException($"There is no fate {fate}.", nameof(fate)));
    }

    /// <summary>The customer.</summary>
    public string CustomerId { get; }

    /// <summary>Its traits at the start.</summary>
    public IReadOnlyDictionary<string, TraitValue> Traits { get; }

    /// <summary>What became of it.</summary>
    public CustomerFate Fate { get; }

    /// <summary>A customer of whom there are facts, as of its start.</summary>
    /// <param name="atStart">The facts as of, and as known at, the start.</param>
    /// <param name="traits">The traits that count.</param>
    /// <param name="fate">What became of it.</param>
    public static ProfiledCustomer Of(CustomerFacts atStart, IEnumerable<string> traits, CustomerFate fate)
    {
        ArgumentNullException.ThrowIfNull(atStart);
        ArgumentNullException.ThrowIfNull(traits);
        return new(atStart.CustomerId, Known(atStart.Account, traits), fate);
    }

    /// <inheritdoc />
    public override string ToString() => $"{CustomerId}: {Fate}";

    internal static IEnumerable<KeyValuePair<string, TraitValue>> Known(AccountFacts account, IEnumerable<string> traits) =>
        traits.Distinct(StringComparer.Ordinal).Select(t => (Name: t, Value: account.Trait(t))).Where(t => t.Value.IsKnown).Select(t => KeyValuePair.Create(t.Name, t.Value.Value));
}
