namespace CustomerSuccess.Health;

/// <summary>Σwv ÷ Σw over the parts that have a score. Parts stand in the order of their names, and so do the sums.</summary>
internal sealed class WeightedCombination : Combination
{
    public override string Name => "weighted";

    public override ScoreLineState PassedOver => ScoreLineState.Redistributed;

    public override double[]? Shares(IReadOnlyList<ScoredPart> parts)
    {
        var sum = parts.Sum(p => p.Answers ? p.Weight : 0);
        return sum == 0 ? null : [.. parts.Select(p => p.Answers ? p.Weight / sum : 0)];
    }

    public override double Coverage(IReadOnlyList<ScoredPart> parts) => Mean(parts, p => p.Score.Coverage);

    public override (double Lower, double Upper) Bounds(IReadOnlyList<ScoredPart> parts) => (Mean(parts, p => p.Lower), Mean(parts, p => p.Upper));

    // Made like the value itself, so that bounds of what is wholly known have its very bits.
    private static double Mean(IReadOnlyList<ScoredPart> parts, Func<ScoredPart, double> of)
    {
        var sum = parts.Sum(p => p.Weight);
        return parts.Sum(p => p.Weight / sum * of(p));
    }
}
