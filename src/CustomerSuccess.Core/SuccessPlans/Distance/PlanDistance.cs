using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// How far a customer's plan is from the model customer's, 0 (the same in all that matters) to 1: the mean of its parts that exist, in weights, schedule,
/// accountabilities and targets. Days of accountabilities and objectives, owners and baselines are each customer's own and do not count. Immutable.
/// </summary>
public sealed class PlanDistance
{
    private PlanDistance(PlanContent model, PlanContent plan)
    {
        Weights = DistanceParts.Weights(model, plan);
        Schedule = DistanceParts.Schedule(model, plan);
        Accountabilities = DistanceParts.Accountabilities(model, plan);
        Targets = DistanceParts.Targets(model, plan);
        var (sum, count) = (0d, 0);
        foreach (var part in (ReadOnlySpan<double?>)[Weights, Schedule, Accountabilities, Targets])
        {
            (sum, count) = part is { } there ? (sum + there, count + 1) : (sum, count);
        }

        Total = count == 0 ? 0 : sum / count;
    }

    /// <summary>The mean of the parts that exist, 0 to 1.</summary>
    public double Total { get; }

    /// <summary>Half the sum of the absolute differences of the milestones' shares in value, 0 to 1; a milestone that one side lacks has a share of 0 there. Null where neither has any.</summary>
    public double? Weights { get; }

    /// <summary>The mean, weighted by the model's shares, of min(1, |due day − the model's| ÷ the model's last due day) over the milestones that both have, 0 to 1; null where there are none.</summary>
    public double? Schedule { get; }

    /// <summary>1 − the index of P. Jaccard (1901) over the accountabilities, each told by its id and who owes it, 0 to 1; null where neither has any.</summary>
    public double? Accountabilities { get; }

    /// <summary>The mean of min(1, |target − the model's| ÷ |the model's target − its baseline|) over the objectives, 1 for one that a side lacks, 0 to 1; null where neither has any.</summary>
    public double? Targets { get; }

    /// <summary>The distance of a plan from the model customer that it was made from.</summary>
    public static PlanDistance FromModel(SuccessPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(plan.Template.Content, plan.Content);
    }

    /// <summary>The distance of a plan from another model, for instance the present one of a plan that was made from an older.</summary>
    public static PlanDistance Between(PlanTemplate model, SuccessPlan plan)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(plan);
        return new(model.Content, plan.Content);
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Total:0.###}: weights {Said(Weights)}, schedule {Said(Schedule)}, accountabilities {Said(Accountabilities)}, targets {Said(Targets)}");

    private static string Said(double? part) => part is { } there ? there.ToString("0.###", CultureInfo.InvariantCulture) : "none";
}
