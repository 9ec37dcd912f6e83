using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Composition;

/// <summary>Reads the plan templates of a configuration.</summary>
internal sealed class PlanLoader(Language<CustomerFacts> language, Vocabulary<CustomerFacts>? named, IReadOnlyList<FactCondition> conditions, DocumentCheck check)
{
    private readonly List<PlanPlaces> _places = [];

    public IReadOnlyList<PlanTemplate> Read(IReadOnlyList<DocumentReader> documents)
    {
        ObjectiveMeasure[] measures = [.. (named?.All ?? []).Where(r => r.Kind == FactKind.Number).Select(ObjectiveMeasure.Of)];
        List<PlanTemplate> templates = [];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var reader = PlanTemplateDocument.Reader(document, language, conditions, measures);
            var template = reader.Read();
            if (document.Node.Find("name") is { Kind: DocumentKind.Text } name && !names.Add(name.Text))
            {
                check.Add("DO008", name, $"There are two plans named '{name.Text}'.", "Rename one.");
            }

            if (template is not null)
            {
                _places.Add(reader.Places);
                templates.Add(template);
            }
        }

        return templates;
    }

    /// <summary>The place of a mistake that only shows when everything is put together; null where no document holds it.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <param name="part">What of the plan it is about.</param>
    public DocumentNode? Of(Diagnostic mistake, string? part) =>
        _places.Where(p => mistake.Path.StartsWith(p.Prefix, StringComparison.Ordinal)).Select(p => p.Of(mistake, part)).FirstOrDefault(n => n is not null);
}
