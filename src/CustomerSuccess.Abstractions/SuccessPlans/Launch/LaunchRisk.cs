namespace CustomerSuccess.SuccessPlans;

/// <summary>One of the three risks of a launch, and from what it is told. Immutable.</summary>
public sealed class LaunchRisk
{
    /// <summary>Which.</summary>
    public required LaunchRiskKind Kind { get; init; }

    /// <summary>Whether it is there; unknown where nothing shows it and something that could is not known.</summary>
    public required Reading<bool> IsThere { get; init; }

    /// <summary>Those that were recorded and stand, by when they were seen.</summary>
    public required IReadOnlyList<LaunchRiskRaised> Raised { get; init; }

    /// <summary>From what it is told, in words: what was recorded, then what follows from the plan and the host's condition. Empty where it is not there.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Kind}: {(IsThere.IsKnown ? IsThere.Value ? string.Join("; ", Reasons) : "no" : "not known")}";
}
