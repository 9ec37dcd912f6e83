namespace CustomerSuccess.Proof;

/// <summary>What became of a customer within a horizon.</summary>
internal enum RiskOutcome
{
    Stayed,
    Left,

    /// <summary>No decision of its falls in the horizon.</summary>
    NotAtRisk,

    /// <summary>It had decided to leave by the day of the cut-off.</summary>
    DecidedBefore,

    /// <summary>It was lost against its will, and that does not count.</summary>
    Involuntary,

    /// <summary>It is gone, and no outcome says why.</summary>
    Unexplained,

    /// <summary>At the same instant it left and renewed.</summary>
    Contradicting,
}
