namespace CustomerSuccess.Health;

/// <summary>The lowest score decides; ties go to the first by name.</summary>
internal sealed class WorstCombination : Combination
{
    public override string Name => "worstOf";

    public override double[]? Shares(IReadOnlyList<ScoredPart> parts)
    {
        var worst = -1;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Answers && (worst < 0 || parts[i].Score.Computed < parts[worst].Score.Computed))
            {
                worst = i;
            }
        }

        return worst < 0 ? null : All(parts, worst);
    }

    public override double Coverage(IReadOnlyList<ScoredPart> parts) => parts.Sum(p => p.Score.Coverage) / parts.Count;

    public override (double Lower, double Upper) Bounds(IReadOnlyList<ScoredPart> parts) => (parts.Min(p => p.Lower), parts.Min(p => p.Upper));
}
