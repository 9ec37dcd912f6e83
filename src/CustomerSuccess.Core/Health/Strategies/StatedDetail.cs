namespace CustomerSuccess.Health;

/// <summary>What stands behind a score that a strategy stated: its contributions, and what it read that is not known.</summary>
internal sealed class StatedDetail(HealthResult? result, IReadOnlyList<(string Name, UnknownCause? Cause)> read) : ScoreDetail
{
    public override IReadOnlyList<ScoreLine> Lines(HealthScore score) => result is null ? [] : StatedLines.Of(result, read, score.Computed);

    public override IReadOnlyList<ExceptionLine> Exceptions(HealthScore score) => [];

    public override ScoreChange ChangeSince(HealthScore before, HealthScore after) => ChangeAttribution.Of(before, after);

    public override Counterfactual WayTo(HealthScore score, HealthBand band) => NoWay.To(score, band);
}

/// <summary>The answer of strategies that are not scorecards to "what would have to change?".</summary>
internal static class NoWay
{
    public static Counterfactual To(HealthScore score, HealthBand band)
    {
        var there = score.Computed is { } computed && score.Definition.Bands.LevelOf(computed) >= band.Index;
        return new Counterfactual
        {
            Band = band,
            AlreadyThere = there,
            BestSingle = null,
            Cheapest = null,
            Reason = there ? null : $"'{score.Definition.Strategy}' is not a scorecard: which facts can be acted upon, at what effort and within what range, is stated on the measures of a scorecard",
            HeldAsTheyStand = [],
        };
    }
}
