using CustomerSuccess.Health;
using CustomerSuccess.Interventions;
using CustomerSuccess.Segmentation;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Composition;

/// <summary>
/// A configuration that was read from documents: vocabulary, schemes of segments, templates of plans, scorecards, who is scored by which, and rules. It
/// is loaded as a whole or not at all. Immutable and safe to share between threads, as far as the host's lambdas are.
/// </summary>
public sealed class CustomerConfiguration
{
    private readonly ConfigurationLoader _loader;

    internal CustomerConfiguration(IReadOnlyList<ConfigurationDocument> documents, ConfigurationDraft draft, ConfigurationLoader loader)
    {
        (Documents, _loader) = (documents, loader);
        (Vocabulary, Language) = (draft.Vocabulary, draft.Language!);
        Schemes = draft.Schemes.AsReadOnly();
        Plans = Array.AsReadOnly([.. draft.Plans.OrderBy(p => p.Name, StringComparer.Ordinal)]);
        Scorecards = Array.AsReadOnly([.. draft.Scorecards.OrderBy(s => s.Name, StringComparer.Ordinal)]);
        Cohorts = Array.AsReadOnly([.. draft.Cohorts.OrderBy(c => c.Name, StringComparer.Ordinal)]);
        Uses = draft.Uses;
        Rules = RuleSet.Of(draft.Rules, draft.Policy);
        ConfigurationHash = Composition.ConfigurationHash.Of(this);
    }

    /// <summary>The documents, as they were written.</summary>
    public IReadOnlyList<ConfigurationDocument> Documents { get; }

    /// <summary>What the documents declare.</summary>
    public CustomerVocabulary Vocabulary { get; }

    /// <summary>What expressions of scorecards may name: the vocabulary, what the host adds, the segments.</summary>
    public Language<CustomerFacts> Language { get; }

    /// <summary>The schemes of segments, in the order in which they are asked.</summary>
    public IReadOnlyList<SegmentScheme> Schemes { get; }

    /// <summary>The templates of success plans, by name.</summary>
    public IReadOnlyList<PlanTemplate> Plans { get; }

    /// <summary>What is no mistake, and yet to be looked at: the warnings of plans, each with document, line and column; by plan.</summary>
    public IReadOnlyList<Diagnostic> Warnings => Array.AsReadOnly([.. Plans.SelectMany(p => p.Warnings)]);

    /// <summary>The scorecards, by name.</summary>
    public IReadOnlyList<Scorecard<CustomerFacts>> Scorecards { get; }

    /// <summary>The cohorts that percentile curves name, by name.</summary>
    public IReadOnlyList<CohortReference> Cohorts { get; }

    /// <summary>The rules, and what holds for all of them; none, and the defaults, where no document says.</summary>
    public RuleSet Rules { get; }

    /// <summary>How the health of child accounts is rolled up, for <c>RollUpAsync</c>; the defaults where no document says.</summary>
    public RollUpOptions RollUp => Uses.RollUp ?? new();

    /// <summary>The content hash of the whole: 64 lower-case hexadecimal digits of SHA-256. Layout, comments, descriptions and file names leave it alone.</summary>
    public string ConfigurationHash { get; }

    internal HealthUses Uses { get; }

    /// <summary>Whether the hash pins down what is computed: false where something reads a delegate without a declared version.</summary>
    public bool Reproducible => Schemes.All(s => s.Reproducible) && Plans.All(p => p.Reproducible) && Scorecards.All(s => s.Definition.Reproducible) && Rules.Rules.All(r => r.Reproducible);

    /// <summary>Reads all <c>.json</c> files of a directory and of those below it, by their paths in ordinal order. Files ending in <c>.schema.json</c> are left out, and whatever has a name that begins with a dot.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="host">What the host adds in C#; null for nothing.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them, of all documents.</exception>
    public static CustomerConfiguration Load(string directory, Action<ConfigurationHost>? host = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        var check = new DocumentCheck();
        var documents = DocumentDirectory.Read(directory, check);
        return Load(documents, host, check);
    }

    /// <summary>Reads documents.</summary>
    /// <param name="documents">The documents; their names are for messages.</param>
    /// <param name="host">What the host adds in C#; null for nothing.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them, of all documents.</exception>
    public static CustomerConfiguration Load(IEnumerable<ConfigurationDocument> documents, Action<ConfigurationHost>? host = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Load([.. documents], host, new DocumentCheck());
    }

    /// <summary>The template of a name.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    /// <exception cref="ArgumentException">No document has it; the message suggests the nearest.</exception>
    public PlanTemplate Plan(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Plans.FirstOrDefault(p => p.Name == name) ?? throw new ArgumentException($"There is no plan '{name}'. {Suggestion.For(name, [.. Plans.Select(p => p.Name)])}", nameof(name));
    }

    /// <summary>Forms health of sources by this configuration.</summary>
    /// <exception cref="ConfigurationException">Sources do not name customers.</exception>
    public CustomerHealth Over(CustomerSources sources) => CustomerHealth.Of(sources, AddTo);

    /// <summary>The configuration as an archive keeps it.</summary>
    /// <param name="activatedAt">When it became active.</param>
    public ArchivedConfiguration ToArchive(DateTimeOffset activatedAt) => new()
    {
        Hash = ConfigurationHash,
        ActivatedAt = activatedAt.ToUniversalTime(),
        Documents = Documents,
        Contents = Schemes.Select(s => (s.ConfigurationHash, What: $"scheme '{s.Name}'"))
            .Concat(Plans.Select(p => (p.ConfigurationHash, What: $"plan '{p.Name}'")))
            .Concat(Scorecards.Select(s => (s.Definition.ConfigurationHash, What: $"scorecard '{s.Name}'")))
            .Concat(Rules.Rules.Select(r => (r.ConfigurationHash, What: $"rule '{r.Name}'")))
            .DistinctBy(c => c.ConfigurationHash, StringComparer.Ordinal)
            .ToDictionary(c => c.ConfigurationHash, c => c.What, StringComparer.Ordinal)
            .AsReadOnly(),
    };

    /// <inheritdoc />
    public override string ToString() => $"configuration of {Documents.Count} documents, {ConfigurationHash[..12]}";

    internal void AddTo(CustomerHealthBuilder health) => _loader.AddTo(health);

    internal void AddTo(CustomerSuccessBuilder builder)
    {
        builder.Customers(_loader.AddFactsTo);
        if (Rules.Rules.Count > 0)
        {
            builder.Interventions(Rules);
        }

        Uses.AddTo(builder, Scorecards);
    }

    private static CustomerConfiguration Load(IReadOnlyList<ConfigurationDocument> documents, Action<ConfigurationHost>? host, DocumentCheck check)
    {
        var said = new ConfigurationHost();
        host?.Invoke(said);
        var loader = new ConfigurationLoader(said, check);
        var draft = loader.Read(documents);
        check.ThrowIfAny();
        return new(Array.AsReadOnly([.. documents]), draft, loader);
    }
}
