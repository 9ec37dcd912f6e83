namespace CustomerSuccess.Portfolio.Tallying;

/// <summary>
/// How well a score separates those who left from those who stayed: the area under the ROC curve (AUC), which is the chance
/// that a random leaver scores below a random stayer, a tie counting one half. Needs only a count per distinct score.
/// </summary>
/// <param name="decimals">Scores are rounded first, so that mathematically equal ones are equal and the counts stay few.</param>
internal sealed class RankTally(int decimals)
{
    private readonly Dictionary<double, (long Churned, long Stayed)> _counts = [];

    public void Add(double score, bool churned)
    {
        var key = Math.Round(score, decimals);
        var (left, stayed) = _counts.GetValueOrDefault(key);
        _counts[key] = churned ? (left + 1, stayed) : (left, stayed + 1);
    }

    /// <summary>The AUC; null where all or none left, for then there is no pair to compare.</summary>
    public double? Auc()
    {
        // Twice the count of ordered pairs, in whole numbers: exact however many customers there are.
        var (churnedBelow, churned, stayed, twice) = (0L, 0L, 0L, Int128.Zero);
        foreach (var (_, count) in _counts.OrderBy(c => c.Key))
        {
            twice += (Int128)count.Stayed * (2 * churnedBelow + count.Churned);
            churnedBelow += count.Churned;
            (churned, stayed) = (churned + count.Churned, stayed + count.Stayed);
        }

        return churned == 0 || stayed == 0 ? null : (double)twice / (2 * (double)((Int128)churned * stayed));
    }
}
