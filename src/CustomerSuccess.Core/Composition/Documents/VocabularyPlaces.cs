using CustomerSuccess.Customers;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Composition;

/// <summary>What documents of kind vocabulary declare, and where.</summary>
internal sealed class VocabularyPlaces
{
    private readonly Dictionary<string, DocumentNode> _places = new(StringComparer.Ordinal);

    public List<(TraitDeclaration Declared, DocumentNode Node)> Traits { get; } = [];

    public List<(SignalDeclaration Declared, DocumentNode Node)> Signals { get; } = [];

    public List<(FactDeclaration Declared, DocumentNode Node)> Facts { get; } = [];

    public CustomerVocabulary Vocabulary => new()
    {
        Traits = Array.AsReadOnly([.. Traits.Select(t => t.Declared)]),
        Signals = Array.AsReadOnly([.. Signals.Select(s => s.Declared)]),
        Facts = Array.AsReadOnly([.. Facts.Select(f => f.Declared)]),
    };

    /// <summary>Remembers where a name of the language is declared; the last of several of one name.</summary>
    public void Add(string path, DocumentNode node) => _places[path] = node;

    /// <summary>Where it is declared; null where no document declares it.</summary>
    public DocumentNode? Find(string path) => _places.GetValueOrDefault(path);

    /// <summary>Tells what a language finds wrong with the declarations, where they stand.</summary>
    public void Tell(IEnumerable<Diagnostic> found, DocumentCheck check)
    {
        foreach (var mistake in found)
        {
            if (_places.TryGetValue(mistake.Path, out var node))
            {
                check.Add(mistake, node, mistake.Code == "LA001" ? "Give it another name in expressions: \"alias\": \"seats\"; letters, digits and underscores, a letter first." : "Declare it once, or give one another \"alias\".");
            }
            else
            {
                check.Add(mistake);
            }
        }
    }
}
