using CustomerSuccess.Expressions;

namespace CustomerSuccess.Segmentation;

/// <summary>Declares what expressions may name of segments.</summary>
public static class SegmentWords
{
    /// <summary>The segment of a scheme: <c>segment.experience == 'enterprise'</c>. Conditions of schemes that are asked later may read it, and all that is right of segments.</summary>
    /// <param name="language">The language.</param>
    /// <param name="scheme">The scheme's name, which is a name of the language.</param>
    /// <param name="description">What it is, for a person.</param>
    public static LanguageBuilder<CustomerFacts> Segment(this LanguageBuilder<CustomerFacts> language, string scheme, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        LanguageNames.Check(scheme, $"language/{FactsModel.SegmentPrefix}{scheme}", language.Found);
        return language.With<SegmentLanguage>(s => s.Schemes.Add((scheme, description)));
    }
}

/// <summary>What expressions may name of segments.</summary>
internal sealed class SegmentLanguage : LanguagePart<CustomerFacts>
{
    public List<(string Scheme, string? Description)> Schemes { get; } = [];

    public override void Declare(LanguageDraft<CustomerFacts> draft)
    {
        foreach (var (scheme, description) in Schemes)
        {
            var name = FactsModel.SegmentPrefix + scheme;
            var unknown = Unknowns.Of(new UnknownCause(name, UnknownKind.NotDeclared, "the scheme is not asked, or later"));
            draft.Add(
                new FactsReader(name, "1", f => f.Segments.Find(scheme) is { } answer ? CelValue.Of(answer.Segment) : unknown, f => f.Segments.Until()) { Source = new SegmentSource(scheme) },
                CelType.String,
                description ?? $"The segment of the scheme '{scheme}'.",
                LanguageStage.Segments);
        }
    }
}
