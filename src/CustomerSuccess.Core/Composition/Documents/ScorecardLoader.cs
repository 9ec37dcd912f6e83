using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>Reads the scorecards of a configuration.</summary>
internal sealed class ScorecardLoader(Language<CustomerFacts> language, Vocabulary<CustomerFacts>? named, IReadOnlyList<CohortReference> cohorts, DocumentCheck check)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The names of the documents read, also of those with mistakes.</summary>
    public IReadOnlyCollection<string> Names => _names;

    public List<Scorecard<CustomerFacts>> Read(IReadOnlyList<DocumentReader> documents)
    {
        var readers = new RowMeasureReaders<CustomerFacts>(language, named);
        List<Scorecard<CustomerFacts>> scorecards = [];
        foreach (var document in documents)
        {
            var compiled = ScorecardDocument.Compile(document, readers, cohorts);
            if (document.Node.Find("name") is { Kind: DocumentKind.Text } name && !_names.Add(name.Text))
            {
                check.Add("DO008", name, $"There are two scorecards named '{name.Text}'.", "Rename one.");
            }

            if (compiled is var (model, program, made))
            {
                scorecards.Add(ScorecardDocument.Of<CustomerFacts>(model, program, made));
            }
        }

        return scorecards;
    }
}
