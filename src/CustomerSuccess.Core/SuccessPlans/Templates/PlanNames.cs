namespace CustomerSuccess.SuccessPlans;

/// <summary>Finds names that are missing, or stand for two things.</summary>
internal static class PlanNames
{
    public static void Check(string plan, PlanContent content, DiagnosticList found)
    {
        Check(plan, "milestone or accountability", content.Items.Select(i => i.Id), found);
        Check(plan, "objective", content.Objectives.Select(o => o.Id), found);
        Check(plan, "outcome", content.Outcomes.Select(o => o.Id), found);
        Check(plan, "tee-up", content.TeeUps.Select(t => t.Id), found);
        Check(plan, "value driver", content.ValueDrivers.Select(v => v.Name), found);
        Check(plan, "asset", content.Assets.Select(a => a.Id), found);
        Check(plan, "blocker", content.Blockers.Select(b => b.Pattern), found);
        foreach (var blocker in content.Blockers.Where(b => string.IsNullOrWhiteSpace(b.Dimension)))
        {
            found.Add("PL001", $"{plan}/{blocker.Pattern}", $"The blocker '{blocker.Pattern}' has no dimension.", "Name one: People, Product, Services, Quality, or one of your own.");
        }
    }

    private static void Check(string plan, string what, IEnumerable<string> names, DiagnosticList found)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (string.IsNullOrWhiteSpace(name) || CanonicalJson.HasHalfCharacter(name))
            {
                found.Add("PL001", plan, $"A {what} has no name, or one with half a character.", "Name each.");
                continue;
            }

            met[name] = met.GetValueOrDefault(name) + 1;
        }

        foreach (var (name, count) in met.Where(m => m.Value > 1))
        {
            found.Add("PL003", $"{plan}/{name}", $"There are {count} of the name '{name}', each a {what}.", "Give each a name of its own.");
        }
    }
}
