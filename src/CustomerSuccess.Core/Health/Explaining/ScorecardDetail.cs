namespace CustomerSuccess.Health;

/// <summary>
/// What stands behind a scorecard's score: the row that was read. Lines, changes and counterfactuals are computed from it by
/// the same program when they are asked for, with the same bits.
/// </summary>
internal sealed class ScorecardDetail(Scorecard scorecard, double[] inputs, UnknownCause?[]? failures, int segment, UsageVerdict?[]? usage) : ScoreDetail
{
    public Scorecard Scorecard { get; } = scorecard;

    public double[] Inputs { get; } = inputs;

    public UnknownCause?[]? Failures { get; } = failures;

    public int Segment { get; } = segment;

    public override IReadOnlyList<UsageVerdict> Usage => usage is null ? [] : [.. usage.OfType<UsageVerdict>().Distinct()];

    /// <summary>The verdict in force on a measure's usage, or null.</summary>
    public UsageVerdict? UsageOf(int measure) => usage?[measure];

    public override IReadOnlyList<LayerScore> Layers(HealthScore score) => LayerList.Of(this);

    public override WatermelonFinding? Watermelon(HealthScore score) => LayerList.Of(this) is { Count: > 0 } layers
        ? WatermelonFinding.Of(Scorecard.Bands, score.BandIndex, score.Value, layers, Scorecard.Model.Watermelon.Coverage, Scorecard.Model.Watermelon.SuspectedFrom)
        : null;

    public override IReadOnlyList<ScoreLine> Lines(HealthScore score) => LineList.Of(this, score);

    public override IReadOnlyList<ExceptionLine> Exceptions(HealthScore score) => ExceptionList.Of(this);

    public override ScoreChange ChangeSince(HealthScore before, HealthScore after) => ChangeAttribution.Of(before, after);

    public override Counterfactual WayTo(HealthScore score, HealthBand band) => new CounterfactualSearch(this, band).Run();
}
