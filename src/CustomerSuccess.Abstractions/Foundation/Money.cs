using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerSuccess;

/// <summary>An amount in a currency. Currencies are never mixed silently: adding two different ones throws. Immutable.</summary>
public readonly record struct Money
{
    private readonly string? _currency;

    /// <summary>Creates an amount.</summary>
    /// <param name="amount">The amount, in units of the currency.</param>
    /// <param name="currency">The currency: three upper-case letters of ISO 4217, for instance <c>EUR</c>.</param>
    /// <exception cref="ArgumentException">The currency is not three upper-case letters.</exception>
    public Money(decimal amount, string currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException($"'{currency}' is not a currency. Write the three upper-case letters of ISO 4217, for instance EUR.", nameof(currency));
        }

        Amount = amount;
        _currency = currency;
    }

    /// <summary>The amount, in units of the currency.</summary>
    public decimal Amount { get; }

    /// <summary>The currency, three upper-case letters; <c>XXX</c> (no currency) of the default value.</summary>
    public string Currency => _currency ?? "XXX";

    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.Same(left), left.Currency);

    /// <summary>Subtracts two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.Same(left), left.Currency);

    /// <summary>The same as +.</summary>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>The same as −.</summary>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>The sum of amounts of one currency; null where there are none.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money? Sum(IEnumerable<Money> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        Money? sum = null;
        foreach (var amount in amounts)
        {
            sum = sum is { } before ? before + amount : amount;
        }

        return sum;
    }

    /// <summary>Whether amount and currency are the same; 1.0 and 1.00 are.</summary>
    public bool Equals(Money other) => Amount == other.Amount && Currency == other.Currency;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Amount, Currency);

    /// <summary><c>1200.50 EUR</c>, in the invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    [SuppressMessage("Style", "IDE0046", Justification = "A throw is not half of an expression.")]
    private decimal Same(Money other)
    {
        if (Currency != other.Currency)
        {
            throw new InvalidOperationException($"{other} and {this} are of different currencies. Convert one at a rate that you state.");
        }

        return Amount;
    }
}
