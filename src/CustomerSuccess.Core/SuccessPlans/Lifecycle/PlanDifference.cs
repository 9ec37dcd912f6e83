using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>What differs between two versions of a plan, as data and as lines to read. Immutable.</summary>
public sealed class PlanDifference
{
    private PlanDifference(SuccessPlan before, SuccessPlan after)
    {
        (Before, After) = (before.Version, after.Version);
        Lines = Array.AsReadOnly([.. OfPlan(before, after), .. ItemDifferences.Of(before.Content, after.Content), .. PartDifferences.Of(before.Content, after.Content)]);
    }

    /// <summary>The earlier version.</summary>
    public PlanVersion Before { get; }

    /// <summary>The later version.</summary>
    public PlanVersion After { get; }

    /// <summary>The differences: of the plan, then of milestones, accountabilities, objectives, outcomes, tee-ups, blockers, value drivers and assets, each by id. Empty where both are the same.</summary>
    public IReadOnlyList<PlanDifferenceLine> Lines { get; }

    /// <summary>Compares two plans; days are those of the plan, so that a start that moved is one line.</summary>
    /// <param name="before">The earlier.</param>
    /// <param name="after">The later.</param>
    public static PlanDifference Between(SuccessPlan before, SuccessPlan after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(before, after);
    }

    /// <summary>A line for each difference, or that there is none.</summary>
    public string Explain() => Lines.Count == 0 ? "no difference" : string.Join(Environment.NewLine, Lines);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lines.Count} {(Lines.Count == 1 ? "difference" : "differences")}");

    private static IEnumerable<PlanDifferenceLine> OfPlan(SuccessPlan before, SuccessPlan after)
    {
        var (from, to) = (before.Version, after.Version);
        if (from.StartsOn != to.StartsOn)
        {
            yield return DifferenceOf.Line(PlanDifferenceKind.StartMoved, "plan", to.PlanId, PlanDates.Iso(from.StartsOn), PlanDates.Iso(to.StartsOn), to.StartsOn.DayNumber - from.StartsOn.DayNumber);
        }

        if (from.Zone != to.Zone)
        {
            yield return DifferenceOf.Line(PlanDifferenceKind.Zone, "plan", to.PlanId, from.Zone, to.Zone);
        }

        if (from.PlanId != to.PlanId || from.Holder != to.Holder || from.Template != to.Template)
        {
            yield return DifferenceOf.Line(PlanDifferenceKind.Other, "plan", to.PlanId, Said(from), Said(to));
        }
    }

    private static string Said(PlanVersion version) => $"{version.PlanId} of {version.Holder} from {version.Template}";
}
