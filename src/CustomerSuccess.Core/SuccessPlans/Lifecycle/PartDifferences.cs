namespace CustomerSuccess.SuccessPlans;

/// <summary>What differs of objectives, outcomes, tee-ups, blockers, value drivers and assets.</summary>
internal static class PartDifferences
{
    public static IEnumerable<PlanDifferenceLine> Of(PlanContent before, PlanContent after) =>
    [
        .. DifferenceOf.Each("objective", before.Objectives, after.Objectives, o => o.Id, o => $"{o}, due day {DifferenceOf.Text(o.DueDay)}", Objective),
        .. DifferenceOf.Each("outcome", before.Outcomes, after.Outcomes, o => o.Id, Said, (was, now) => Other("outcome", was.Id, Said(was), Said(now))),
        .. DifferenceOf.Each("tee-up", before.TeeUps, after.TeeUps, t => t.Id, Said, (was, now) => Other("tee-up", was.Id, Said(was), Said(now))),
        .. DifferenceOf.Each("blocker", before.Blockers, after.Blockers, b => b.Pattern, Said, (was, now) => Other("blocker", was.Pattern, Said(was), Said(now))),
        .. DifferenceOf.Each("value driver", before.ValueDrivers, after.ValueDrivers, d => d.Name, Said, (was, now) => Other("value driver", was.Name, Said(was), Said(now))),
        .. DifferenceOf.Each("asset", before.Assets, after.Assets, a => a.Id, Said, (was, now) => Other("asset", was.Id, Said(was), Said(now))),
    ];

    private static IEnumerable<PlanDifferenceLine> Objective(Objective before, Objective after) =>
    [
        .. DifferenceOf.Moved("objective", after.Id, before.DueDay, after.DueDay),
        .. before.Baseline == after.Baseline ? [] : DifferenceOf.Where(PlanDifferenceKind.Baseline, "objective", after.Id, Exact(before.Baseline), Exact(after.Baseline)),
        .. before.Target == after.Target ? [] : DifferenceOf.Where(PlanDifferenceKind.Target, "objective", after.Id, Exact(before.Target), Exact(after.Target)),
        .. DifferenceOf.Where(PlanDifferenceKind.Evidence, "objective", after.Id, before.Measure.Signed, after.Measure.Signed),
        .. Other("objective", after.Id, Rest(before), Rest(after)),
    ];

    private static IEnumerable<PlanDifferenceLine> Other(string of, string item, string before, string after) => DifferenceOf.Where(PlanDifferenceKind.Other, of, item, before, after);

    private static string Rest(Objective objective) => $"\"{objective.Title}\"{(objective.Unit is { } unit ? $" in {unit}" : "")}{By(objective.Stakeholder)}";

    private static string Said(DesiredOutcome outcome) => $"\"{outcome.Title}\"{(DifferenceOf.Text(outcome.Milestones) is { } milestones ? $" of {milestones}" : "")}{(outcome.Follows is { } first ? $", after {first}" : "")}{By(outcome.Stakeholder)}";

    private static string Said(TeeUp teeUp) => $"\"{teeUp.Title}\", {teeUp.Kind} at '{teeUp.Milestone}' {teeUp.Needs}";

    private static string Said(PossibleBlocker blocker) => $"{blocker.Dimension}{At(blocker.Item)}{(blocker.Prevention is { } prevention ? $": {prevention}" : "")}";

    private static string Said(ValueDriver driver) => driver.Description is { } description ? $"\"{description}\"" : "named";

    private static string Said(PlanAsset asset) => $"\"{asset.Title}\" for {asset.ValueDriver}{At(asset.Item)}";

    private static string At(string? item) => item is null ? "" : $" at '{item}'";

    private static string By(string? stakeholder) => stakeholder is null ? "" : $", of {stakeholder}";

    private static string Exact(double number) => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
