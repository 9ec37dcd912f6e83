using CustomerSuccess.Customers;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Composition;

/// <summary>
/// What the expressions of a configuration may name of customers, as data: the same whether it is written in C# or read from
/// documents of kind <c>vocabulary</c>. Immutable.
/// </summary>
public sealed record CustomerVocabulary
{
    private const int Format = 1;

    /// <summary>The traits, in the order stated.</summary>
    public IReadOnlyList<TraitDeclaration> Traits { get; init; } = [];

    /// <summary>The signals, in the order stated.</summary>
    public IReadOnlyList<SignalDeclaration> Signals { get; init; } = [];

    /// <summary>The named expressions, in the order stated.</summary>
    public IReadOnlyList<FactDeclaration> Facts { get; init; } = [];

    /// <summary>The content hash: SHA-256 of the canonical JSON, descriptions left out, whatever the order, as 64 lower-case hexadecimal digits.</summary>
    public string ConfigurationHash => CanonicalJson.Hash(new Dictionary<string, object?>
    {
        ["format"] = Format,
        ["traits"] = Traits.Count == 0 ? null : Traits.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (object)new Dictionary<string, object?>
        {
            ["name"] = t.Name,
            ["type"] = DocumentWords.Of(t.Kind),
            ["currency"] = t.Currency,
            ["alias"] = t.Alias == t.Name ? null : t.Alias,
        }).ToList(),
        ["signals"] = Signals.Count == 0 ? null : Signals.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => (object)new Dictionary<string, object?>
        {
            ["name"] = s.Name,
            ["alias"] = s.Alias == s.Name ? null : s.Alias,
            ["values"] = s.HasValues ? null : false,
            ["contract"] = s.Contract is null || s.Contract == new SignalContract() ? null : new Dictionary<string, object?>
            {
                ["unit"] = s.Contract.Unit,
                ["minimum"] = s.Contract.Minimum,
                ["maximum"] = s.Contract.Maximum,
                ["freshness"] = s.Contract.Freshness?.TotalDays,
                ["required"] = s.Contract.IsRequired ? true : null,
            },
        }).ToList(),
        ["facts"] = Facts.Count == 0 ? null : Facts.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => (object)new Dictionary<string, object?>
        {
            ["name"] = f.Name,
            [DocumentWords.Of(f.Type)] = f.Expression,
        }).ToList(),
    });

    /// <summary>Writes it as a document that reads back as the same.</summary>
    public string Write() => VocabularyWriter.Write(this);

    /// <summary>Reads a document of kind <c>vocabulary</c>. That its names fit each other is checked where a language is made of it.</summary>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them, each with path, line and column.</exception>
    public static CustomerVocabulary Read(ConfigurationDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var check = new DocumentCheck();
        var places = new VocabularyPlaces();
        if (DocumentParser.Parse(document, check) is { } top && DocumentHeader.Read(top, check, VocabularyReader.Kind) is var (_, reader))
        {
            new VocabularyReader(reader, places).Read();
        }

        check.ThrowIfAny();
        return places.Vocabulary;
    }

    internal void AddTo(LanguageBuilder<CustomerFacts> language)
    {
        foreach (var trait in Traits)
        {
            trait.AddTo(language);
        }

        foreach (var signal in Signals)
        {
            signal.AddTo(language);
        }
    }
}

/// <summary>Declares a vocabulary in a language.</summary>
public static class VocabularyWords
{
    /// <summary>The traits, signals and named expressions of a vocabulary.</summary>
    /// <exception cref="ConfigurationException">An expression of it has mistakes.</exception>
    public static LanguageBuilder<CustomerFacts> Vocabulary(this LanguageBuilder<CustomerFacts> language, CustomerVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(vocabulary);
        vocabulary.AddTo(language);
        if (vocabulary.Facts.Count > 0)
        {
            var plain = CustomerExpressions.Declare();
            vocabulary.AddTo(plain);
            language.Facts(NamedFacts.Compile(vocabulary.Facts, plain.Build()));
        }

        return language;
    }
}
