namespace CustomerSuccess.SuccessPlans;

/// <summary>What differs of milestones and accountabilities.</summary>
internal static class ItemDifferences
{
    public static IEnumerable<PlanDifferenceLine> Of(PlanContent before, PlanContent after) =>
    [
        .. DifferenceOf.Each("milestone", before.Milestones, after.Milestones, m => m.Id, Said, Milestone),
        .. DifferenceOf.Each("accountability", before.Accountabilities, after.Accountabilities, a => a.Id, Said, Accountability),
    ];

    private static IEnumerable<PlanDifferenceLine> Milestone(Milestone before, Milestone after) =>
    [
        .. Item("milestone", before, after, before.Weight, after.Weight),
        .. DifferenceOf.Where(PlanDifferenceKind.Evidence, "milestone", after.Id, before.Objective is { } was ? $"objective '{was}'" : null, after.Objective is { } now ? $"objective '{now}'" : null),
        .. DifferenceOf.Where(PlanDifferenceKind.Other, "milestone", after.Id, Rest(before), Rest(after)),
    ];

    private static IEnumerable<PlanDifferenceLine> Accountability(Accountability before, Accountability after) =>
    [
        .. Item("accountability", before, after, before.Weight, after.Weight),
        .. DifferenceOf.Where(PlanDifferenceKind.Party, "accountability", after.Id, before.Party.ToString(), after.Party.ToString()),
        .. DifferenceOf.Where(PlanDifferenceKind.Owner, "accountability", after.Id, Owner(before), Owner(after)),
        .. DifferenceOf.Where(PlanDifferenceKind.Other, "accountability", after.Id, before.Place.ToString(), after.Place.ToString()),
    ];

    private static IEnumerable<PlanDifferenceLine> Item(string of, PlanItem before, PlanItem after, double weight, double newWeight) =>
    [
        .. DifferenceOf.Moved(of, after.Id, before.DueDay, after.DueDay),
        .. weight == newWeight ? [] : DifferenceOf.Where(PlanDifferenceKind.Weight, of, after.Id, Exact(weight), Exact(newWeight)),
        .. DifferenceOf.Where(PlanDifferenceKind.Evidence, of, after.Id, Evidence(before), Evidence(after)),
        .. DifferenceOf.Where(PlanDifferenceKind.Prerequisites, of, after.Id, DifferenceOf.Text(before.After), DifferenceOf.Text(after.After)),
        .. DifferenceOf.Where(PlanDifferenceKind.Other, of, after.Id, Common(before), Common(after)),
    ];

    private static string? Evidence(PlanItem item)
    {
        var text = string.Join(" or ", new[] { item.Evidence?.Signed, item.Accepts.Count > 0 ? string.Join("/", item.Accepts) : null }.OfType<string>());
        var held = item.Mode == EvidenceMode.Held ? "while it holds" : null;
        return text.Length == 0 ? held : held is null ? text : $"{text}, {held}";
    }

    private static string Common(PlanItem item) => $"\"{item.Title}\", from day {DifferenceOf.Text(item.StartDay)}{(item.Dimension is { } dimension ? $", {dimension}" : "")}";

    private static string Rest(Milestone milestone) => string.Join(", ", new[]
    {
        milestone.Kind.ToString(),
        milestone.ValueDriver is { } driver ? $"driver {driver}" : null,
        milestone.Skills.Count > 0 ? $"skills {DifferenceOf.Text(milestone.Skills.Select(s => s.ToString()))}" : null,
        milestone.IsFirstValue ? "first value" : null,
        milestone.EndsLaunch ? "ends the launch" : null,
    }.Where(t => t is not null));

    private static string? Owner(Accountability accountability) => (accountability.Role, accountability.Owner) switch
    {
        (null, null) => null,
        ({ } role, null) => role,
        (null, { } owner) => owner,
        var (role, owner) => $"{owner} ({role})",
    };

    private static string Said(Milestone milestone) => $"\"{milestone.Title}\", due day {DifferenceOf.Text(milestone.DueDay)}, weight {Exact(milestone.Weight)}";

    private static string Said(Accountability accountability) => $"\"{accountability.Title}\", {accountability.Party}, due day {DifferenceOf.Text(accountability.DueDay)}";

    private static string Exact(double number) => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
