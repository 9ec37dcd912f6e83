using CustomerSuccess.Expressions;

namespace CustomerSuccess.Segmentation;

/// <summary>Declares what expressions may name of segments.</summary>
public static class SegmentWords
{
    /// <summary>
    /// The segment of a scheme: <c>segment.experience == 'enterprise'</c>. Conditions of schemes that are asked later may read it,
    /// and all that is right of segments. Which customers a segment means is the scheme's to say: what reads it by name only is
    /// not reproducible; declare the scheme itself where scores must be.
    /// </summary>
    /// <param name="language">The language.</param>
    /// <param name="scheme">The scheme's name, which is a name of the language.</param>
    /// <param name="description">What it is, for a person.</param>
    public static LanguageBuilder<CustomerFacts> Segment(this LanguageBuilder<CustomerFacts> language, string scheme, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        return Add(language, scheme, null, description);
    }

    /// <summary>The segment of this very scheme: content hashes of what reads it cover the scheme's own.</summary>
    /// <param name="language">The language.</param>
    /// <param name="scheme">The scheme, of which the name is a name of the language.</param>
    /// <param name="description">What it is, for a person.</param>
    public static LanguageBuilder<CustomerFacts> Segment(this LanguageBuilder<CustomerFacts> language, SegmentScheme scheme, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(scheme);
        return Add(language, scheme.Name, scheme, description);
    }

    private static LanguageBuilder<CustomerFacts> Add(LanguageBuilder<CustomerFacts> language, string name, SegmentScheme? scheme, string? description)
    {
        LanguageNames.CheckField(name, $"language/{FactsModel.SegmentPrefix}{name}", language.Found);
        return language.With<SegmentLanguage>(s => s.Schemes.Add((name, scheme, description)));
    }
}

/// <summary>What expressions may name of segments.</summary>
internal sealed class SegmentLanguage : LanguagePart<CustomerFacts>
{
    public List<(string Name, SegmentScheme? Scheme, string? Description)> Schemes { get; } = [];

    public override void Declare(LanguageDraft<CustomerFacts> draft)
    {
        foreach (var (scheme, meant, description) in Schemes)
        {
            var name = FactsModel.SegmentPrefix + scheme;
            var unknown = Unknowns.Of(new UnknownCause(name, UnknownKind.NotDeclared, "the scheme is not asked, or later"));
            var reader = new FactsReader(name, meant?.ConfigurationHash ?? "?", f => f.Segments.Find(scheme) is { } answer ? CelValue.Of(answer.Segment) : unknown, f => f.Segments.Until())
            {
                Source = new SegmentSource(scheme, meant?.ConfigurationHash),
                IsReproducible = meant?.Reproducible ?? false,
            };
            draft.Add(reader, CelType.String, description ?? $"The segment of the scheme '{scheme}'.", LanguageStage.Segments);
        }
    }
}
