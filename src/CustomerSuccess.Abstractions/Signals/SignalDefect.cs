namespace CustomerSuccess.Signals;

/// <summary>What is wrong with signals.</summary>
public enum SignalDefectKind
{
    /// <summary>They happened before there was such a customer.</summary>
    BeforeCustomer,

    /// <summary>They concern a product of which the customer had no running subscription when they happened, though it has or had one at another time.</summary>
    OutsideSubscription,

    /// <summary>The id is known with another content: the first stays.</summary>
    Conflict,
}

/// <summary>Signals that contradict other facts, counted. They are reported and count all the same, but for conflicts. Immutable.</summary>
public sealed record SignalDefect
{
    /// <summary>What is wrong.</summary>
    public required SignalDefectKind Kind { get; init; }

    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The signal's name.</summary>
    public required string Signal { get; init; }

    /// <summary>How many there are.</summary>
    public required int Count { get; init; }

    /// <summary>When the first of them happened, UTC.</summary>
    public required DateTimeOffset First { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{CustomerId}: {Count} × {Signal} {(Kind switch { SignalDefectKind.BeforeCustomer => "before there was such a customer", SignalDefectKind.OutsideSubscription => "outside any subscription of their product", _ => "with a known id and other content" })}, first {First:yyyy-MM-dd}");
}
