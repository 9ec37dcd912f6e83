using CustomerSuccess.Health;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>The shortest way out of the red: one change if one is enough, otherwise the cheapest changes that are.</summary>
internal sealed class WayBack
{
    public const string Goal = "Yellow";

    private WayBack(HealthScore score)
    {
        var way = score.WayTo(Goal);
        Plan = way.BestSingle ?? way.Cheapest;
        (AlreadyThere, Reason) = (way.AlreadyThere, way.Reason);
        Reaches = Plan is null ? null : score.Definition.Display.Show(Plan.Value, score.Definition.Bands);
    }

    /// <summary>What to change; null where nothing needs to, or nothing helps.</summary>
    public CounterfactualPlan? Plan { get; }

    public bool AlreadyThere { get; }

    /// <summary>The score then, as it is shown.</summary>
    public string? Reaches { get; }

    public string? Reason { get; }

    public static WayBack Of(HealthScore score) => new(score);
}
