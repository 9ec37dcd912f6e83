namespace CustomerSuccess.SuccessPlans;

/// <summary>Finds what evidence reads by name and nothing reads from the facts, or what is not there yet when plans are.</summary>
internal static class PlanFacts
{
    public static void Check(PlanTemplate template, Vocabulary<CustomerFacts> vocabulary, DiagnosticList found)
    {
        foreach (var item in template.Content.Items)
        {
            var path = $"plan/{template.Name}/{item.Id}";
            foreach (var name in (item.Evidence?.NamedFacts ?? []).Distinct(StringComparer.Ordinal))
            {
                if (vocabulary.Find(name) is not { } fact)
                {
                    found.Add("PL021", path, $"The evidence of '{item.Id}' reads '{name}', and nothing reads that from the facts.", Suggestion.For(name, vocabulary.Names), PlanPart.Of(item, "evidence"));
                }
                else if (fact.Source is ExpressionSources { Stage: > LanguageStage.Segments })
                {
                    found.Add("PL012", path, $"The evidence of '{item.Id}' reads what is made of plans or scores, through '{name}'.", "Read facts, signals, contacts or segments: plans are there before scores.", PlanPart.Of(item, "evidence"));
                }
            }
        }
    }
}
