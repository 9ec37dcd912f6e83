namespace CustomerSuccess.SuccessPlans;

/// <summary>How much of what a party owed, and had come due, it kept. Immutable.</summary>
public sealed class KeptRate
{
    /// <summary>The party.</summary>
    public required PlanParty Party { get; init; }

    /// <summary>Kept in time.</summary>
    public required int Kept { get; init; }

    /// <summary>Kept, and late.</summary>
    public required int KeptLate { get; init; }

    /// <summary>Open, and failed.</summary>
    public required int Failed { get; init; }

    /// <summary>Excused: part of no rate.</summary>
    public required int Excused { get; init; }

    /// <summary>Kept in time ÷ all that was kept, kept late or failed, 0 to 1; null where there is nothing of these.</summary>
    public double? Rate => Kept + KeptLate + Failed is var all and > 0 ? Kept / (double)all : null;

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Party}: {Kept} kept, {KeptLate} late, {Failed} failed");
}
