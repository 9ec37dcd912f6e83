using CustomerSuccess.Customers;
using CustomerSuccess.Signals;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Where the use of one capability is read from: which entitlement of the subscriptions, which signals, how relevant it is and what
/// is paid for it. Immutable, as far as the host's lambdas are.
/// </summary>
public sealed class CapabilityDeclaration
{
    /// <summary>The window of the definition.</summary>
    public const int WindowInDays = 28;

    private readonly string? _entitlement;

    /// <summary>A capability whose use is the sum of a signal's values over 28 days.</summary>
    /// <param name="name">The capability, compared ordinally. Not empty.</param>
    /// <param name="signal">The signal. Not empty.</param>
    public CapabilityDeclaration(string name, string signal)
        : this(name, SignalMeasure.Sum(signal).InLast(WindowInDays))
    {
    }

    /// <summary>A capability whose use is a measure over signals, for instance distinct actors against seats.</summary>
    /// <param name="name">The capability, compared ordinally. Not empty.</param>
    /// <param name="use">The measure, in the unit of the entitlement over the measure's window.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public CapabilityDeclaration(string name, SignalMeasure use)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(use);
        (Name, Use) = (name, use);
    }

    /// <summary>The capability.</summary>
    public string Name { get; }

    /// <summary>What is used.</summary>
    public SignalMeasure Use { get; }

    /// <summary>The key in <see cref="Subscription.Entitlements"/> of which the running subscriptions' quantities are added up; the capability's name unless stated.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string Entitlement
    {
        get => _entitlement ?? Name;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            _entitlement = value;
        }
    }

    /// <summary>Whether the entitlement is the seats of the running subscriptions instead; false unless stated.</summary>
    public bool CountsSeats { get; init; }

    /// <summary>Reads the entitlement from elsewhere, 0 or more; null, unless stated, for the subscriptions. Shelf-ware asks it about earlier days too.</summary>
    public Func<CustomerFacts, Reading<double>>? Entitled { get; init; }

    /// <summary>Reads how relevant the capability is to this customer's outcome, for instance its value drivers' weight. Null, unless stated: not known, so that the raw gap is all there is.</summary>
    public Func<CustomerFacts, Reading<double>>? Relevance { get; init; }

    /// <summary>The value driver that it serves: its relevance is then, where <see cref="Relevance"/> does not read it, the share that milestones of that driver have in the value of the customer's plan in force. Null, unless stated: none.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? ValueDriver
    {
        get;
        init
        {
            if (value is not null)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(value);
            }

            field = value;
        }
    }

    /// <summary>Reads what is paid for it a year, an amount a currency; null from it: not known. Without it nothing is known to be shelf-ware. See <see cref="PaidBySubscriptions"/>.</summary>
    public Func<CustomerFacts, IReadOnlyList<Money>?>? Paid { get; init; }

    /// <summary>Whether what is paid is all the revenue of the running subscriptions that give the entitlement; false unless stated. Say it where they give nothing else.</summary>
    public bool PaidBySubscriptions { get; init; }

    /// <summary>The version of the lambdas. Raise it when one changes: without one a score that reads them is not reproducible.</summary>
    public string? Version { get; init; }

    internal IEnumerable<object> Lambdas => new object?[] { Entitled, Relevance, Paid }.OfType<object>();

    internal Dictionary<string, object?> Content => new()
    {
        ["name"] = Name,
        ["use"] = Use.Canonical,
        ["entitlement"] = Entitled is not null ? "lambda" : CountsSeats ? null : Entitlement,
        ["paid"] = Paid is not null ? "lambda" : PaidBySubscriptions ? "subscriptions" : null,
        ["relevance"] = Relevance is null ? null : "lambda",
        ["valueDriver"] = ValueDriver,
        ["version"] = Version,
    };

    /// <inheritdoc />
    public override string ToString() => $"{Name}: {Use} of {(CountsSeats ? "seats" : Entitlement)}";
}
