namespace CustomerSuccess.Health;

/// <summary>When a score that is green outside counts as a watermelon. Immutable.</summary>
public sealed class WatermelonRule
{
    internal const double UsualCoverage = 0.5;
    internal const int UsualSuspectedFrom = 2;

    internal WatermelonRule(double coverage = UsualCoverage, int suspectedFrom = UsualSuspectedFrom) => (Coverage, SuspectedFrom) = (coverage, suspectedFrom);

    /// <summary>The least coverage of a layer that is evidence, above 0 and up to 1.</summary>
    public double Coverage { get; }

    /// <summary>How many inner layers below the best band make a suspicion, 1 to 3.</summary>
    public int SuspectedFrom { get; }
}
