namespace CustomerSuccess.SuccessPlans;

/// <summary>What one capability adds to the gap, and whether it is expansion or shelf-ware. Immutable.</summary>
public sealed class ConsumptionLine
{
    /// <summary>The capability, as it was stated.</summary>
    public required CapabilityUse Capability { get; init; }

    /// <summary>What it adds to the relevant gap: relevance · (1 − consumption) ÷ all known relevance. 0 where it is not known. The lines sum to the gap within 1e-9.</summary>
    public required double Relevant { get; init; }

    /// <summary>What it adds to the raw gap: (1 − consumption) ÷ the number of known capabilities. 0 where it is not known. The lines sum to the raw gap within 1e-9.</summary>
    public required double Raw { get; init; }

    /// <summary>What was used beyond the entitlement, in its unit; null where nothing was, or it is not known.</summary>
    public required double? Expansion { get; init; }

    /// <summary>Whether it is shelf-ware: paid and unused for long enough; null where that is not known.</summary>
    public required bool? IsShelfware { get; init; }

    /// <summary>Why it is not known what it adds, or whether it is shelf-ware; empty where all is known.</summary>
    public required IReadOnlyList<UnknownCause> Causes { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Capability.Name}: {ConsumptionFigure.Percent(Relevant)}";
}
