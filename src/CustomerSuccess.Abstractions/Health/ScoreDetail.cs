namespace CustomerSuccess.Health;

/// <summary>
/// What stands behind a score, computed when it is asked for: the engine implements it. A host never needs to.
/// Implementations are immutable and safe to share between threads.
/// </summary>
public abstract class ScoreDetail
{
    /// <summary>The lines of the computed score, without a manual override. They sum to it within 1e-9; without a score they carry 0 points.</summary>
    public abstract IReadOnlyList<ScoreLine> Lines(HealthScore score);

    /// <summary>The exceptions that held or whose conditions are not known, in the order of their application.</summary>
    public abstract IReadOnlyList<ExceptionLine> Exceptions(HealthScore score);

    /// <summary>The verdicts on usage that were in force, for measures that are judged as usage.</summary>
    public virtual IReadOnlyList<UsageVerdict> Usage => [];

    /// <summary>The layers of the score, by name. See <see cref="HealthScore.Layers"/>.</summary>
    public virtual IReadOnlyList<LayerScore> Layers(HealthScore score) => [];

    /// <summary>What the watermelon test finds; null where the score has no layers. See <see cref="HealthScore.Watermelon"/>.</summary>
    public virtual WatermelonFinding? Watermelon(HealthScore score) => null;

    /// <summary>The change from another score to this one. See <see cref="HealthScore.ChangeSince"/>.</summary>
    public abstract ScoreChange ChangeSince(HealthScore before, HealthScore after);

    /// <summary>The smallest changes that reach a band. See <see cref="HealthScore.WayTo"/>.</summary>
    public abstract Counterfactual WayTo(HealthScore score, HealthBand band);
}
