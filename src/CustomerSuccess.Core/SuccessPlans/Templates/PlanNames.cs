namespace CustomerSuccess.SuccessPlans;

/// <summary>Finds names that are missing, or stand for two things.</summary>
internal static class PlanNames
{
    public static void Check(string plan, PlanContent content, DiagnosticList found)
    {
        Check(plan, "milestone or accountability", content.Items.Select(i => (PlanPart.Of(i, "id"), i.Id)), found);
        Check(plan, "objective", content.Objectives.Select(o => ("objectives/id", o.Id)), found);
        Check(plan, "outcome", content.Outcomes.Select(o => ("outcomes/id", o.Id)), found);
        Check(plan, "tee-up", content.TeeUps.Select(t => ("teeUps/id", t.Id)), found);
        Check(plan, "value driver", content.ValueDrivers.Select(v => ("valueDrivers/name", v.Name)), found);
        Check(plan, "asset", content.Assets.Select(a => ("assets/id", a.Id)), found);
        Check(plan, "blocker", content.Blockers.Select(b => ("blockers/pattern", b.Pattern)), found);
        foreach (var blocker in content.Blockers.Where(b => string.IsNullOrWhiteSpace(b.Dimension)))
        {
            found.Add("PL001", $"{plan}/{blocker.Pattern}", $"The blocker '{blocker.Pattern}' has no dimension.", "Name one: People, Product, Services, Quality, or one of your own.", "blockers/dimension");
        }

        foreach (var milestone in content.Milestones)
        {
            foreach (var twice in milestone.Skills.GroupBy(s => s.Skill, StringComparer.Ordinal).Where(g => g.Count() > 1))
            {
                found.Add("PL003", $"{plan}/{milestone.Id}", $"'{milestone.Id}' needs the skill '{twice.Key}' at {twice.Count()} levels.", "State each skill once, at the level that is needed.", "milestones/skills");
            }
        }
    }

    private static void Check(string plan, string what, IEnumerable<(string Part, string Name)> names, DiagnosticList found)
    {
        var met = new Dictionary<string, (int Count, string Part)>(StringComparer.Ordinal);
        foreach (var (part, name) in names)
        {
            if (string.IsNullOrWhiteSpace(name) || CanonicalJson.HasHalfCharacter(name))
            {
                found.Add("PL001", plan, $"A {what} has no name, or one with half a character.", "Name each.", part);
                continue;
            }

            met[name] = (met.GetValueOrDefault(name).Count + 1, part);
        }

        foreach (var (name, (count, part)) in met.Where(m => m.Value.Count > 1))
        {
            found.Add("PL003", $"{plan}/{name}", $"There are {count} of the name '{name}', each a {what}.", "Give each a name of its own.", part);
        }
    }
}
