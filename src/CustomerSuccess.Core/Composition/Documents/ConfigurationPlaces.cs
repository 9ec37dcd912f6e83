using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>Where in the documents a mistake stands that only shows when everything is put together, and its cure in the words of documents.</summary>
internal sealed class ConfigurationPlaces
{
    private const string Segments = "segments/";

    /// <summary>The vocabularies.</summary>
    public VocabularyPlaces Vocabulary { get; } = new();

    /// <summary>The documents of schemes, by name.</summary>
    public Dictionary<string, DocumentNode> Schemes { get; } = new(StringComparer.Ordinal);

    /// <summary>The documents of plans; null before they are read.</summary>
    public PlanLoader? Plans { get; set; }

    /// <summary>The documents of rules; null before they are read.</summary>
    public RuleLoader? Rules { get; set; }

    /// <summary>The document of kind health; null where there is none.</summary>
    public DocumentNode? Health { get; set; }

    /// <summary>The place of a mistake; null where no document holds it.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <param name="part">The segment that it is about, or the part of a plan, rule or policy; null for none.</param>
    public DocumentNode? Of(Diagnostic mistake, string? part) => mistake.Code[..2] switch
    {
        "VO" => Vocabulary.Find(mistake.Path),
        "SG" => Scheme(mistake.Path) is { } scheme ? Segment(scheme, part) ?? scheme : null,
        "PL" => Plans?.Of(mistake, part),
        "IN" => Rules?.Of(mistake, part),
        "SR" => Health?.Find("trendOver"),
        _ => Use(mistake.Path),
    } ?? Health;

    /// <summary>The cure where the usual one speaks of C#; otherwise null.</summary>
    public static string? Cure(string code) => code switch
    {
        "SG010" => "Let it do without: of itself a scheme can read nothing, and schemes for growth potential are asked before all others.",
        "SR002" => "Write at least the longest window, for instance \"trendOver\": \"28 days\".",
        "ST003" => "Say what scores everyone, in a document of kind health: \"scoredBy\": [ { \"scorecard\": \"default\" } ].",
        "ST007" => "Name one scorecard for it.",
        "VO002" => "Rename the measure or the fact: a name means one thing.",
        _ => null,
    };

    private DocumentNode? Scheme(string path) => path.StartsWith(Segments, StringComparison.Ordinal)
        ? Schemes.GetValueOrDefault(path[Segments.Length..])
        : Schemes.Values.LastOrDefault(s => s.Find("purpose")?.Text == "experience")?.Find("purpose");

    private static DocumentNode? Segment(DocumentNode scheme, string? name) =>
        name is null ? null : scheme.Find("segments")?.Parts.FirstOrDefault(s => s.Find("name")?.Text == name)?.Find("when");

    // Of several that say the same, the last is one too many.
    private DocumentNode? Use(string path)
    {
        var uses = Health?.Find("scoredBy")?.Parts ?? [];
        return uses.LastOrDefault(u => StrategyChoice.PathOf(u.Find("segment")?.Text, u.Find("stage")?.Text) == path)
            ?? uses.LastOrDefault(u => StrategyChoice.PathOf(u.Find("segment")?.Text, null) == path);
    }
}
