namespace CustomerSuccess.Proof;

/// <summary>The scores as they came: their range.</summary>
internal readonly record struct ScoreScale(double Lowest, double Highest)
{
    public bool IsConstant => Lowest == Highest;

    public bool LeavesTheScaleOfBands => Lowest < 0 || Highest > 100;

    /// <summary>The range; NaN where nothing was matched.</summary>
    public static ScoreScale Of(IReadOnlyList<MatchedOutcome> outcomes, JudgeOptions options)
    {
        var (lowest, highest) = (double.NaN, double.NaN);
        foreach (var outcome in outcomes)
        {
            var health = BandFigure.HealthOf(outcome.Score, options.HighIsRisk);
            (lowest, highest) = (double.IsNaN(lowest) ? health : Math.Min(lowest, health), double.IsNaN(highest) ? health : Math.Max(highest, health));
        }

        return new(lowest, highest);
    }
}
