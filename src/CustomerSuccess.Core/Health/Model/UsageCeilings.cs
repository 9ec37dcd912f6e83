namespace CustomerSuccess.Health;

/// <summary>The ceilings of a measure that is judged as usage, on the scale of its curve's points. Immutable.</summary>
public sealed class UsageCeilings
{
    internal const double UsualWhenNot = 0;

    internal UsageCeilings(double whenNot, double whileInvestigated) => (WhenNot, WhileInvestigated) = (whenNot, whileInvestigated);

    /// <summary>The most that the measure is worth while its usage is not as it should be.</summary>
    public double WhenNot { get; }

    /// <summary>The most that the measure is worth while its usage is being investigated.</summary>
    public double WhileInvestigated { get; }
}
