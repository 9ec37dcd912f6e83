using CustomerSuccess.Health;

namespace CustomerSuccess.Interventions;

/// <summary>Finds what rules read and nothing gives.</summary>
internal static class SourceCheck
{
    public static void Run(CustomerHealthPlan health, RuleSet rules, DiagnosticList found)
    {
        var facts = health.Model.Facts;
        foreach (var rule in rules.Rules)
        {
            foreach (var (place, condition) in rule.Content.Conditions)
            {
                foreach (var name in condition.NamedFacts.Where(n => facts.Vocabulary.Find(n) is null))
                {
                    found.Add("IN020", $"{rule.Name}/{place}", $"The rule '{rule.Name}' reads '{name}', and nothing reads that from the facts.", Suggestion.For(name, facts.Vocabulary.Names), place);
                }
            }

            if (rule.Content.Trigger is SegmentTrigger { Scheme: var scheme } segment)
            {
                Segment(rule, segment, facts.Schemes.FirstOrDefault(s => s.Name == scheme), facts.Schemes.Select(s => s.Name), found);
            }
        }

        facts.CheckSchemes(rules.Rules.SelectMany(r => r.Sources), found);
    }

    private static void Segment(Rule rule, SegmentTrigger trigger, Segmentation.SegmentScheme? scheme, IEnumerable<string> schemes, DiagnosticList found)
    {
        if (scheme is null)
        {
            found.Add("IN020", $"{rule.Name}/trigger", $"The rule '{rule.Name}' waits for segments of '{trigger.Scheme}', and no scheme of that name is asked.", Suggestion.For(trigger.Scheme, [.. schemes]), "trigger");
            return;
        }

        foreach (var name in new[] { trigger.Entered, trigger.Left }.OfType<string>().Where(n => scheme.Segments.All(s => s.Name != n)))
        {
            found.Add("IN020", $"{rule.Name}/trigger", $"The rule '{rule.Name}' waits for the segment '{name}', which the scheme '{trigger.Scheme}' does not have.", Suggestion.For(name, [.. scheme.Segments.Select(s => s.Name)]), "trigger");
        }
    }
}
