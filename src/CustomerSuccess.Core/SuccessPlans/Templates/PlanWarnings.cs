using CustomerSuccess.Signals;

namespace CustomerSuccess.SuccessPlans;

/// <summary>What is no mistake, and yet says that a plan measures the vendor's work rather than the customer's success.</summary>
internal static class PlanWarnings
{
    public static void Find(string name, PlanContent content, DiagnosticList found)
    {
        foreach (var milestone in content.Milestones)
        {
            var path = $"plan/{name}/{milestone.Id}";
            if (milestone.Kind != MilestoneKind.Outcome)
            {
                found.Add("PL013", path, $"The milestone '{milestone.Id}' is a stage of the vendor's process ({milestone.Kind}): the customer has gained nothing by it.", "State what the customer can do or has saved then, and make this an accountability of the vendor.", "milestones/kind");
            }

            if (IsOnlyVendors(milestone))
            {
                found.Add("PL014", path, $"The evidence of '{milestone.Id}' is only what the vendor itself has caused.", "Read what the customer does, or let a contact of the customer attest it.", "milestones/evidence");
            }
        }

        foreach (var milestone in content.ValueDrivers.Count == 0 ? [] : content.Milestones.Where(m => m.ValueDriver is null))
        {
            found.Add("PL021", $"plan/{name}/{milestone.Id}", $"The milestone '{milestone.Id}' names none of the plan's value drivers: nothing says what it is worth having for.", $"Name one: {string.Join(", ", content.ValueDrivers.Select(v => $"'{v.Name}'"))}.", "milestones/id");
        }

        foreach (var objective in content.Objectives.Where(o => !content.Milestones.Any(m => m.Objective == o.Id)))
        {
            found.Add("PL015", $"plan/{name}/{objective.Id}", $"No milestone names the objective '{objective.Id}': it counts for nothing in the plan's value.", "Add a milestone with it as its objective.", "objectives/id");
        }

        foreach (var outcome in content.Outcomes.Where(o => o.Milestones.Count == 0 && !content.Outcomes.Any(f => f.Id == o.Follows)))
        {
            found.Add("PL016", $"plan/{name}/{outcome.Id}", $"The outcome '{outcome.Id}' has no milestone: nothing tells whether it is reached.", "Name the milestones of which it consists.", "outcomes/id");
        }
    }

    // Its condition reads signals and nothing else, all of them caused by the vendor, and no one can say so instead.
    private static bool IsOnlyVendors(Milestone milestone)
    {
        if (milestone.Evidence is not { } evidence || milestone.Objective is not null || milestone.Accepts.Count > 0)
        {
            return false;
        }

        object[] sources = [.. evidence.Sources.SelectMany(ExpressionSources.Of)];
        return sources.Length > 0 && Array.TrueForAll(sources, s => s is SignalMeasure { CausedBy: { Count: > 0 } causes } && causes.All(c => c == Provenance.Vendor));
    }
}
