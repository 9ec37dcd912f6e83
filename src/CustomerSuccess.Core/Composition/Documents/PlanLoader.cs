using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Composition;

/// <summary>Reads the plan templates of a configuration.</summary>
internal sealed class PlanLoader(Language<CustomerFacts> language, Vocabulary<CustomerFacts>? named, IReadOnlyList<FactCondition> conditions, DocumentCheck check)
{
    private readonly List<(PlanTemplate Template, PlanPlaces Places)> _read = [];

    public IEnumerable<PlanTemplate> Read(IReadOnlyList<DocumentReader> documents)
    {
        ObjectiveMeasure[] measures = [.. (named?.All ?? []).Where(r => r.Kind == FactKind.Number).Select(ObjectiveMeasure.Of)];
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
                _read.Add((template, reader.Places));
            }
        }

        return _read.Select(r => r.Template);
    }

    /// <summary>Finds what evidence reads by name and nothing reads from the facts.</summary>
    public void Check(Vocabulary<CustomerFacts> vocabulary)
    {
        foreach (var (template, places) in _read)
        {
            var found = new DiagnosticList();
            PlanFacts.Check(template, vocabulary, found);
            places.Tell(found, isAll: true);
        }
    }
}
