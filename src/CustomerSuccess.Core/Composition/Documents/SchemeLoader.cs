using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Composition;

/// <summary>Reads the schemes of a configuration: those that others read come first, otherwise by name.</summary>
internal sealed class SchemeLoader(ConfigurationLanguages languages, IReadOnlyList<FactCondition> conditions, DocumentCheck check)
{
    /// <summary>The names of the documents read, also of those with mistakes.</summary>
    public IReadOnlyCollection<string> Names { get; private set; } = [];

    public IReadOnlyList<SegmentScheme> Read(IReadOnlyList<DocumentReader> documents, Dictionary<string, DocumentNode> places)
    {
        if (documents.Count == 0)
        {
            return [];
        }

        // With all names at hand it shows who reads whom.
        var names = documents.Select(d => d.Node.Find("name")).Where(n => n?.Kind == DocumentKind.Text).Select(n => n!.Text).ToHashSet(StringComparer.Ordinal);
        Names = names;
        var language = languages.With([], names);
        Dictionary<string, (DocumentReader Document, SegmentScheme Scheme)> read = new(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (Scheme(document, language) is not { } scheme)
            {
                continue;
            }

            if (!read.TryAdd(scheme.Name, (document, scheme)))
            {
                check.Add("DO008", document.Node.Find("name")!, $"There are two schemes of segments named '{scheme.Name}'.", "Rename one.");
            }

            places.TryAdd(scheme.Name, document.Node);
        }

        return Ordered(read);
    }

    private List<SegmentScheme> Ordered(Dictionary<string, (DocumentReader Document, SegmentScheme Scheme)> read)
    {
        var reads = read.ToDictionary(r => r.Key, r => Reads(r.Value.Scheme).Where(read.ContainsKey).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        List<SegmentScheme> ordered = [];
        while (reads.Count > 0)
        {
            // What may become of a customer is asked first, where nothing stands against it.
            var next = reads.Where(r => r.Value.Count == 0).Select(r => r.Key).OrderBy(n => read[n].Scheme.Purpose == SegmentPurpose.GrowthPotential ? 0 : 1).ThenBy(n => n, StringComparer.Ordinal).FirstOrDefault();
            if (next is null)
            {
                var name = reads.Keys.Order(StringComparer.Ordinal).First();
                check.Add("DO010", read[name].Document.Node, $"Schemes of segments read each other in a circle: {string.Join(", ", reads.Keys.Order(StringComparer.Ordinal).Select(k => $"'{k}'"))}.", "Let one of them do without the others.");
                return ordered;
            }

            reads.Remove(next);
            var (document, scheme) = read[next];
            ordered.Add(Reads(scheme).Any() ? Again(document, languages.With(ordered)) ?? scheme : scheme);
            foreach (var others in reads.Values)
            {
                others.Remove(next);
            }
        }

        return ordered;
    }

    // Now that the schemes which it reads are known, its hash covers theirs.
    private SegmentScheme? Again(DocumentReader document, Language<CustomerFacts> language) =>
        DocumentHeader.Read(document.Node, check, SegmentDocument.Kind) is var (_, again) ? Scheme(again, language) : null;

    private SegmentScheme? Scheme(DocumentReader document, Language<CustomerFacts> language) =>
        new SegmentReader(document, new(check, language.Condition, conditions)).Read();

    private static IEnumerable<string> Reads(SegmentScheme scheme) =>
        scheme.NamedFacts.Where(n => n.StartsWith(FactsModel.SegmentPrefix, StringComparison.Ordinal)).Select(n => n[FactsModel.SegmentPrefix.Length..]);
}
