using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>What a customer is entitled to of one capability, what it used of it, and how relevant that is to its outcome. Immutable.</summary>
public sealed class CapabilityUse
{
    internal const double LargestRelevance = 1e12;

    private readonly IReadOnlyList<Money>? _paidAnnually;

    /// <summary>The use of a capability, in numbers.</summary>
    /// <param name="name">The capability, compared ordinally. Not empty.</param>
    /// <param name="entitled">What the customer may use over the window, finite, 0 or more, in the unit of <paramref name="used"/>. Of 0 it is entitled to nothing: the capability has no part in the gap, and any use is expansion.</param>
    /// <param name="used">What it used over the window, 0 or more; null where that is not known.</param>
    /// <param name="relevance">How relevant it is to the customer's outcome, 0 or more, relative to the others; null where that is not known.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The entitlement is negative or not finite.</exception>
    public CapabilityUse(string name, double entitled, double? used, double? relevance)
        : this(name, Reading.Known(entitled), Given(used, "use"), Given(relevance, "relevance"))
    {
    }

    /// <summary>The use of a capability of which it is not known how relevant it is.</summary>
    /// <inheritdoc cref="CapabilityUse(string, double, double?, double?)" />
    public CapabilityUse(string name, double entitled, double? used)
        : this(name, entitled, used, null)
    {
    }

    /// <summary>The use of a capability, in readings. A use or a relevance that is negative, NaN or infinite, or a relevance above 1e12, is not known.</summary>
    /// <inheritdoc cref="CapabilityUse(string, double, double?, double?)" />
    public CapabilityUse(string name, Reading<double> entitled, Reading<double> used, Reading<double> relevance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (entitled.IsKnown && !(double.IsFinite(entitled.Value) && entitled.Value >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(entitled), entitled.Value, string.Create(CultureInfo.InvariantCulture, $"The entitlement to '{name}' is {entitled.Value}. State a number of 0 or more, or an unknown with its cause."));
        }

        (Name, Entitled, Used, Relevance) = (name, entitled, Checked(used, "use", double.MaxValue), Checked(relevance, "relevance", LargestRelevance));
        Consumption = Share();
    }

    /// <summary>The capability.</summary>
    public string Name { get; }

    /// <summary>What the customer may use over the window.</summary>
    public Reading<double> Entitled { get; }

    /// <summary>What it used over the window.</summary>
    public Reading<double> Used { get; }

    /// <summary>How relevant the capability is to the customer's outcome, relative to the others.</summary>
    public Reading<double> Relevance { get; }

    /// <summary>min(1, used ÷ entitled), 0 to 1. Unknown where either is, and where the customer is entitled to nothing.</summary>
    public Reading<double> Consumption { get; }

    /// <summary>What is paid for it a year, one amount a currency or several; empty where nothing is; null where that is not known.</summary>
    /// <exception cref="ArgumentException">An amount is negative.</exception>
    public IReadOnlyList<Money>? PaidAnnually
    {
        get => _paidAnnually;
        init => _paidAnnually = value is null ? null
            : value.Any(m => m.Amount < 0) ? throw new ArgumentException($"What is paid for '{Name}' is negative. State an amount of 0 or more.", nameof(value))
            : Array.AsReadOnly([.. value]);
    }

    /// <summary>For how long the consumption has been below the edge of shelf-ware without a break, up to the instant. Unknown unless stated.</summary>
    public Reading<TimeSpan> UnusedFor { get; init; } = Reading.Unknown<TimeSpan>(new UnknownCause("unused for", UnknownKind.NotGiven));

    internal bool IsEntitled => !(Entitled is { IsKnown: true, Value: 0 });

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Used} of {Entitled}");

    private Reading<double> Share() =>
        !Entitled.IsKnown ? Reading.Unknown<double>(Entitled.Causes)
        : Entitled.Value == 0 ? Reading.Unknown<double>(new UnknownCause(Name, UnknownKind.Stated, "nothing is entitled"))
        : !Used.IsKnown ? Reading.Unknown<double>(Used.Causes)
        : Reading.Known(Math.Min(1, Used.Value / Entitled.Value));

    private static Reading<double> Given(double? value, string what) =>
        value is { } number ? Reading.Known(number) : Reading.Unknown<double>(new UnknownCause(what, UnknownKind.NotGiven));

    private static Reading<double> Checked(Reading<double> reading, string what, double largest) =>
        !reading.IsKnown ? reading
        : !double.IsFinite(reading.Value) ? Reading.Unknown<double>(new UnknownCause(what, UnknownKind.NotANumber))
        : reading.Value < 0 || reading.Value > largest ? Reading.Unknown<double>(new UnknownCause(what, UnknownKind.OutOfRange, NumberText.Of(reading.Value)))
        : reading;
}
