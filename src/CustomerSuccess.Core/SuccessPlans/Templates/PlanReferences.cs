namespace CustomerSuccess.SuccessPlans;

/// <summary>Finds what names something that is not there, and outcomes that follow each other in a circle.</summary>
internal static class PlanReferences
{
    public static void Check(string plan, PlanContent content, DiagnosticList found)
    {
        string[] items = [.. content.Items.Select(i => i.Id)];
        string[] milestones = [.. content.Milestones.Select(m => m.Id)];
        string[] drivers = [.. content.ValueDrivers.Select(v => v.Name)];
        string[] objectives = [.. content.Objectives.Select(o => o.Id)];
        string[] outcomes = [.. content.Outcomes.Select(o => o.Id)];
        void Named(string path, string? name, string[] among, string role, string what, string part)
        {
            if (name is not null && !among.Contains(name, StringComparer.Ordinal))
            {
                found.Add("PL010", $"{plan}/{path}", $"'{path}' names '{name}' as {role}, and there is no such {what}.", Suggestion.For(name, among), part);
            }
        }

        foreach (var item in content.Items)
        {
            foreach (var before in item.After)
            {
                Named(item.Id, before, items, "a prerequisite", "milestone or accountability", PlanPart.Of(item, $"after/{before}"));
            }
        }

        foreach (var milestone in content.Milestones)
        {
            Named(milestone.Id, milestone.ValueDriver, drivers, "its value driver", "value driver", "milestones/valueDriver");
            Named(milestone.Id, milestone.Objective, objectives, "its objective", "objective", "milestones/objective");
        }

        foreach (var teeUp in content.TeeUps)
        {
            Named(teeUp.Id, teeUp.Milestone, milestones, "its milestone", "milestone", "teeUps/milestone");
        }

        foreach (var blocker in content.Blockers)
        {
            Named(blocker.Pattern, blocker.Item, items, "what it blocks", "milestone or accountability", "blockers/item");
        }

        foreach (var asset in content.Assets)
        {
            Named(asset.Id, asset.ValueDriver, drivers, "its value driver", "value driver", "assets/valueDriver");
            Named(asset.Id, asset.Item, items, "what it helps with", "milestone or accountability", "assets/item");
        }

        foreach (var outcome in content.Outcomes)
        {
            Named(outcome.Id, outcome.Follows, outcomes, "the outcome before it", "outcome", "outcomes/follows");
            foreach (var milestone in outcome.Milestones)
            {
                Named(outcome.Id, milestone, milestones, "a milestone of it", "milestone", $"outcomes/milestones/{milestone}");
            }
        }

        Succession(plan, content.Outcomes, found);
    }

    private static void Succession(string plan, IReadOnlyList<DesiredOutcome> outcomes, DiagnosticList found)
    {
        var follows = outcomes.DistinctBy(o => o.Id, StringComparer.Ordinal).ToDictionary(o => o.Id, o => o.Follows, StringComparer.Ordinal);
        var fine = new HashSet<string>(StringComparer.Ordinal);
        foreach (var outcome in outcomes)
        {
            var (path, at) = (new HashSet<string>(StringComparer.Ordinal), outcome.Id);
            while (at is not null && !fine.Contains(at) && path.Add(at))
            {
                at = follows.GetValueOrDefault(at);
            }

            if (at is not null && !fine.Contains(at))
            {
                found.Add("PL011", $"{plan}/{at}", $"The outcome '{at}' follows itself, through those before it.", "Let one of them be a first outcome, which follows none.", "outcomes/follows");
            }

            fine.UnionWith(path);
        }
    }
}
