namespace CustomerSuccess.SuccessPlans;

/// <summary>Finds the mistakes of a plan's content, and what is to be warned about.</summary>
internal static class PlanCheck
{
    /// <summary>No plan is longer: about 270 years.</summary>
    public const int LastDay = 100_000;

    public static void Run(string name, PlanContent content, DiagnosticList found)
    {
        var path = $"plan/{name}";
        if (string.IsNullOrWhiteSpace(name) || CanonicalJson.HasHalfCharacter(name))
        {
            found.Add("PL001", "plan", $"A plan has no name, or one with half a character.", "Name it, for instance 'onboarding'.", "name");
        }

        if (content.Milestones.Count == 0)
        {
            found.Add("PL002", path, $"The plan has no milestone: nothing says when it has succeeded.", "State at least one result that the customer is to reach.", "milestones");
        }

        PlanNames.Check(path, content, found);
        PlanTexts.Check(path, content, found);
        PlanReferences.Check(path, content, found);
        foreach (var item in content.Items)
        {
            Item(path, item, found);
        }

        foreach (var objective in content.Objectives)
        {
            Objective($"{path}/{objective.Id}", objective, found);
        }

        Order(path, content, found);
    }

    private static void Item(string plan, PlanItem item, DiagnosticList found)
    {
        var path = $"{plan}/{item.Id}";
        if (item.DueDay is < 0 or > LastDay || item.StartDay < 0 || item.StartDay > item.DueDay)
        {
            found.Add("PL006", path, $"'{item.Id}' starts on day {item.StartDay} and is due on day {item.DueDay}.", $"Days are counted from the plan's start: 0 to {LastDay.ToString(System.Globalization.CultureInfo.InvariantCulture)}, and nothing is due before it starts.", PlanPart.Of(item, item.StartDay < 0 || (item.StartDay > item.DueDay && item.DueDay >= 0) ? "start" : "due"));
        }

        var (weight, isMilestone) = item is Milestone milestone ? (milestone.Weight, true) : (((Accountability)item).Weight, false);
        if (!double.IsFinite(weight) || weight < 0 || weight > 1e12 || (isMilestone && weight == 0))
        {
            found.Add("PL007", path, $"The weight of '{item.Id}' is {NumberText.Of(weight)}.", isMilestone ? "A milestone weighs more than 0, up to 1e12: what it is worth beside the others." : "An accountability weighs 0 to 1e12.", PlanPart.Of(item, "weight"));
        }

        if (NeverCompletes(item) is var (why, part))
        {
            found.Add("PL009", path, $"'{item.Id}' can never complete: {why}.", "State a condition that can hold, or what recorded evidence completes it.", PlanPart.Of(item, part));
        }

        if (item.Evidence is { Stage: > LanguageStage.Segments })
        {
            found.Add("PL012", path, $"The evidence of '{item.Id}' reads what is made of plans or scores.", "Read facts, signals, contacts or segments: plans are there before scores.", PlanPart.Of(item, "evidence"));
        }
    }

    private static (string Why, string Part)? NeverCompletes(PlanItem item)
    {
        if (item.Accepts.Contains(EvidenceKind.Expression))
        {
            return ("it accepts a recorded expression, and expressions are followed, never recorded", "accepts/expression");
        }

        if (item.Accepts.Count > 0)
        {
            return null;
        }

        if (item.Evidence is null)
        {
            return item is Milestone { Objective: not null } ? null : ("it has no condition, and accepts no recorded evidence", "accepts");
        }

        return item.Evidence is ConditionExpression<CustomerFacts> { Expression: { Reads.Count: 0, Functions.Count: 0 } expression } constant
            && constant.Holds(new CustomerFacts("nobody", DateTimeOffset.UnixEpoch)) is not { IsKnown: true, Value: true }
            ? ($"'{expression.Canonical}' is never true", "evidence")
            : null;
    }

    private static void Objective(string path, Objective objective, DiagnosticList found)
    {
        if (!double.IsFinite(objective.Baseline) || !double.IsFinite(objective.Target) || objective.Baseline == objective.Target)
        {
            found.Add("PL008", path, $"The objective '{objective.Id}' goes from {NumberText.Of(objective.Baseline)} to {NumberText.Of(objective.Target)}.", "State a finite baseline and another, finite target: what is at its target already is no objective.", double.IsFinite(objective.Baseline) ? "objectives/target" : "objectives/baseline");
        }

        if (objective.DueDay is < 0 or > LastDay)
        {
            found.Add("PL006", path, $"The objective '{objective.Id}' is due on day {objective.DueDay}.", $"Days are counted from the plan's start: 0 to {LastDay.ToString(System.Globalization.CultureInfo.InvariantCulture)}.", "objectives/due");
        }

        if (objective.Measure.Stage > LanguageStage.Segments)
        {
            found.Add("PL012", path, $"The measure of '{objective.Id}' reads what is made of plans or scores.", "Read facts, signals, contacts or segments: plans are there before scores.", "objectives/measure");
        }
    }

    private static void Order(string plan, PlanContent content, DiagnosticList found)
    {
        PlanItem[] items = [.. content.Items];
        if (PlanGraph.CircleOf(items) is { } circle)
        {
            found.Add("PL004", $"{plan}/{circle[0]}", $"{string.Join(" needs ", circle.Append(circle[0]).Select(id => $"'{id}'"))}: none of them can come first.", "Take one of these prerequisites out.", PlanPart.Of(Array.Find(items, i => i.Id == circle[0])!, "after"));
        }

        var due = items.DistinctBy(i => i.Id, StringComparer.Ordinal).ToDictionary(i => i.Id, i => i.DueDay, StringComparer.Ordinal);
        foreach (var item in items)
        {
            foreach (var before in item.After.Where(id => due.TryGetValue(id, out var day) && day > item.DueDay))
            {
                found.Add("PL005", $"{plan}/{item.Id}", $"'{item.Id}' is due on day {item.DueDay}, and '{before}', which comes before it, on day {due[before]}.", "What comes before it is due on that day or earlier: move one of the two.", PlanPart.Of(item, "due"));
            }
        }
    }
}
