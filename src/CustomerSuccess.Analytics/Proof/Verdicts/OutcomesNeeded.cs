namespace CustomerSuccess.Proof;

/// <summary>
/// About how many more outcomes it would take, at the share of customers who leave so far: enough for the interval to leave ½ in
/// four of five cases, with the variance that Hanley and McNeil (1982) expect of an AUC.
/// </summary>
internal static class OutcomesNeeded
{
    private const double Power = 0.8;

    /// <summary>A distance from ½ below which the effect seen says nothing about how much is needed.</summary>
    private const double Negligible = 0.05;

    /// <summary>For a verdict at all; null where it cannot be said, for one kind of customer is missing.</summary>
    public static int? ForVerdict(JudgedFigures figures) =>
        figures.Rarer == 0 ? null : About((ScoreProof.FewestForVerdict * (double)figures.Outcomes / figures.Rarer) - figures.Outcomes);

    /// <summary>To be told from chance: for the effect seen, or for an AUC of 0.60 where that is negligible.</summary>
    public static int ToTell(JudgedFigures figures, double confidence)
    {
        var auc = figures.Ranking!.Auc!;
        var seen = Math.Abs(auc.Estimate - 0.5);
        var effect = seen < Negligible ? VerdictRule.Useful - 0.5 : seen;
        var (z, power) = (ProportionInterval.Z(confidence), ProportionInterval.Z((2 * Power) - 1));
        var needed = Math.Max(
            Expected(0.5 + effect, (double)figures.Churned / figures.Outcomes, effect / (z + power)),
            RankFigures.EnoughForDeLong * (double)figures.Outcomes / figures.Rarer);
        if (seen >= Negligible)
        {
            // As wide as the interval really is: it shrinks with the square root of the outcomes.
            var half = (auc.Upper - auc.Lower) / 2;
            needed = Math.Max(needed, figures.Outcomes * Math.Pow(half / effect * (z + power) / z, 2));
        }

        return About(needed - figures.Outcomes);
    }

    /// <summary>The number of outcomes at which the standard error of Hanley and McNeil (1982) is the stated one.</summary>
    internal static double Expected(double auc, double churned, double error)
    {
        var (q1, q2) = (auc / (2 - auc), 2 * auc * auc / (1 + auc));
        var (left, stayed) = (q1 - (auc * auc), q2 - (auc * auc));
        // (constant + slope·n) ÷ (churned·(1 − churned)·n²) = error², solved for n.
        var constant = (auc * (1 - auc)) - left - stayed;
        var slope = (churned * left) + ((1 - churned) * stayed);
        var square = error * error * churned * (1 - churned);
        return (slope + Math.Sqrt((slope * slope) + (4 * square * Math.Max(0, constant)))) / (2 * square);
    }

    /// <summary>Up to two figures: more would claim more than is known.</summary>
    private static int About(double number)
    {
        var whole = Math.Clamp(Math.Ceiling(number), 1, 1_000_000_000);
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(whole)) - 1));
        return (int)(Math.Ceiling(whole / unit) * unit);
    }
}
