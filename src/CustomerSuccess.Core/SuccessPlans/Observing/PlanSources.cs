namespace CustomerSuccess.SuccessPlans;

/// <summary>Finds what templates read and nothing gives, or what is not there yet when plans are.</summary>
internal static class PlanSources
{
    public static void Check(IReadOnlyList<PlanTemplate> templates, Vocabulary<CustomerFacts> vocabulary, DiagnosticList found)
    {
        foreach (var template in templates)
        {
            foreach (var item in template.Content.Items)
            {
                foreach (var name in (item.Evidence?.NamedFacts ?? []).Where(n => vocabulary.Find(n)?.Source is ExpressionSources { Stage: > LanguageStage.Segments }).Distinct(StringComparer.Ordinal))
                {
                    found.Add("PL012", $"plan/{template.Name}/{item.Id}", $"The evidence of '{item.Id}' reads what is made of plans or scores, through '{name}'.", "Read facts, signals, contacts or segments: plans are there before scores.", PlanPart.Of(item, "evidence"));
                }

                foreach (var name in (item.Evidence?.NamedFacts ?? []).Where(n => vocabulary.Find(n) is null && item.Evidence is not ConditionExpression<CustomerFacts>).Distinct(StringComparer.Ordinal))
                {
                    found.Add("PL019", $"plan/{template.Name}/{item.Id}", $"The evidence of '{item.Id}' reads '{name}', and nothing reads that from the facts.", Suggestion.For(name, vocabulary.Names), PlanPart.Of(item, "evidence"));
                }
            }
        }
    }
}
