using CustomerSuccess.Health;

namespace CustomerSuccess.Proof;

/// <summary>What became of the customers of one band: the pure band of the score that was matched. Immutable.</summary>
public sealed class BandFigure
{
    internal BandFigure(HealthBand band, int outcomes, int churned, double baseRate, double confidence)
    {
        Band = band;
        Outcomes = outcomes;
        Churned = churned;
        Rate = outcomes == 0 ? null : ProportionInterval.Wilson(churned, outcomes, confidence);
        Lift = baseRate > 0 ? Rate?.Estimate / baseRate : null;
    }

    /// <summary>The band.</summary>
    public HealthBand Band { get; }

    /// <summary>The judged outcomes in it.</summary>
    public int Outcomes { get; }

    /// <summary>How many of them left.</summary>
    public int Churned { get; }

    /// <summary>The share of them that left, with Wilson's interval; null where the band is empty.</summary>
    public ProportionInterval? Rate { get; }

    /// <summary>That share ÷ the share of all who left; null where the band is empty or nobody left.</summary>
    public double? Lift { get; }

    internal static BandFigure[] Table(IReadOnlyList<MatchedOutcome> outcomes, JudgeOptions options)
    {
        var bands = options.Bands;
        var counts = new (int All, int Churned)[bands.Bands.Count];
        foreach (var outcome in outcomes)
        {
            ref var count = ref counts[bands.LevelOf(HealthOf(outcome.Score, options.HighIsRisk))];
            count = (count.All + 1, count.Churned + (outcome.Churned ? 1 : 0));
        }

        var churned = counts.Sum(c => c.Churned);
        var baseRate = outcomes.Count == 0 ? 0 : (double)churned / outcomes.Count;
        return [.. bands.Bands.Select(b => new BandFigure(b, counts[b.Index].All, counts[b.Index].Churned, baseRate, options.Confidence))];
    }

    /// <summary>The score on the scale of the bands, where high is healthy.</summary>
    internal static double HealthOf(double score, bool highIsRisk) => highIsRisk ? 100 - ScoreOrder.Rounded(score) : ScoreOrder.Rounded(score);
}
