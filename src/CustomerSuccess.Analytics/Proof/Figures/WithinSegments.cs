namespace CustomerSuccess.Proof;

/// <summary>
/// How well the score orders customers of the same segment. A score that only says which segment a customer is in has a high
/// AUC over all where the segments differ in churn, and one half here. Immutable.
/// </summary>
public sealed class WithinSegments
{
    private WithinSegments(ProportionInterval? auc, long pairs, int segments) => (Auc, Pairs, Segments) = (auc, pairs, segments);

    /// <summary>
    /// The AUC over the pairs of the same segment: Σ wₛ·AUCₛ, with wₛ the segment's share of those pairs. Its variance is Σ
    /// wₛ²·Vₛ with DeLong's V; a segment in which only one customer left or stayed has AUC·(1 − AUC), the most it can be.
    /// With the effective number of the rarer kind, 1 ÷ Σ wₛ²/mₛ, below <see cref="RankFigures.EnoughForDeLong"/> the interval is
    /// Bayesian as for the AUC over all. Null with fewer than <see cref="ScoreProof.FewestForVerdict"/> customers of the rarer kinds.
    /// </summary>
    public ProportionInterval? Auc { get; }

    /// <summary>The pairs of a customer who left and one of the same segment who stayed.</summary>
    public long Pairs { get; }

    /// <summary>The segments that have such pairs.</summary>
    public int Segments { get; }

    internal static WithinSegments? Of(IReadOnlyList<SegmentFigures> segments, double confidence)
    {
        if (segments.Count == 0)
        {
            return null;
        }

        RankFigures[] usable = [.. segments.Select(s => s.InAll).Where(r => r.Auc is not null)];
        var pairs = usable.Sum(PairsOf);
        if (usable.Sum(RarerOf) < ScoreProof.FewestForVerdict)
        {
            return new(null, pairs, usable.Length);
        }

        var auc = Math.Min(1, usable.Sum(r => PairsOf(r) * r.Auc!.Estimate) / pairs);
        var (variance, load) = (0d, 0d);
        foreach (var ranking in usable)
        {
            var weight = PairsOf(ranking) / (double)pairs;
            variance += weight * weight * (ranking.AucVariance ?? (auc * (1 - auc)));
            load += weight * weight / RarerOf(ranking);
        }

        var effective = 1 / load;
        return new(
            effective >= RankFigures.EnoughForDeLong && auc is not (0 or 1)
                ? ProportionInterval.Normal(auc, variance, confidence)
                : ProportionInterval.Jeffreys(auc * effective, effective, confidence),
            pairs,
            usable.Length);
    }

    private static long PairsOf(RankFigures ranking) => (long)ranking.Churned * (ranking.Customers - ranking.Churned);

    private static int RarerOf(RankFigures ranking) => Math.Min(ranking.Churned, ranking.Customers - ranking.Churned);
}
