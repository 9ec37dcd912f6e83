namespace CustomerSuccess.Segmentation;

/// <summary>
/// What is read of a customer's facts, and in which segments it falls. Schemes are asked in the order stated, except that those
/// for growth potential come first; a later one may read <c>segment.NAME</c> of those asked before it. Immutable.
/// </summary>
internal sealed class FactsModel
{
    public const string SegmentPrefix = "segment.";

    private static readonly TimeSpan Recheck = TimeSpan.FromDays(1);

    private readonly SegmentScheme[] _schemes;

    private FactsModel(Vocabulary<CustomerFacts> vocabulary, SegmentScheme[] schemes) => (Vocabulary, _schemes) = (vocabulary, schemes);

    public Vocabulary<CustomerFacts> Vocabulary { get; }

    public IReadOnlyList<SegmentScheme> Schemes => _schemes;

    /// <summary>Joins the readers with those of the schemes and checks that what the conditions read can be read.</summary>
    public static FactsModel Compile(VocabularyDraft<CustomerFacts> stated, IEnumerable<SegmentScheme> schemes, DiagnosticList found)
    {
        SegmentScheme[] order = [.. schemes.OrderBy(s => s.Purpose == SegmentPurpose.GrowthPotential ? 0 : 1)];
        var draft = new VocabularyDraft<CustomerFacts>();
        draft.Add(stated);
        foreach (var scheme in order.DistinctBy(s => s.Name, StringComparer.Ordinal))
        {
            draft.Add(Reader(scheme));
        }

        var vocabulary = draft.Compile(found);
        Check(order, vocabulary, found);
        return new(vocabulary, order);
    }

    /// <summary>The facts with the segments added.</summary>
    public CustomerFacts Complete(CustomerFacts facts) => _schemes.Length == 0 ? facts : facts.With(Assign(facts));

    private SegmentFacts Assign(CustomerFacts facts)
    {
        var answers = new List<SegmentAnswer>(_schemes.Length);
        foreach (var scheme in _schemes)
        {
            var soFar = facts.With(new SegmentFacts(answers));
            answers.Add(scheme.Assign(Vocabulary.Read(soFar, facts.AsOf), facts.CustomerId, facts.AsOf, facts.KnownAt));
        }

        return new SegmentFacts(answers, Assign, () => Until(facts, answers));
    }

    // While no condition changes, no segment does.
    private DateTimeOffset? Until(CustomerFacts facts, IReadOnlyList<SegmentAnswer> answers)
    {
        DateTimeOffset? first = null;
        var read = Vocabulary.Read(facts.With(new SegmentFacts(answers)), facts.AsOf);
        foreach (var condition in _schemes.SelectMany(s => s.Segments).Select(s => s.When).OfType<FactCondition>())
        {
            first = condition.Until(read, Recheck) is { } until && !(until >= first) ? until : first;
        }

        return first;
    }

    // The scheme's content is the version: what reads its segments reads its conditions.
    private static TextReadingFact<CustomerFacts> Reader(SegmentScheme scheme) => new(
        SegmentPrefix + scheme.Name,
        scheme.Reproducible ? scheme.ConfigurationHash : null,
        new SegmentSource(scheme.Name),
        facts => facts.Segments.Find(scheme.Name) is { } answer
            ? Reading.Known(answer.Segment)
            : Reading.Unknown<string>(new UnknownCause(SegmentPrefix + scheme.Name, UnknownKind.NotDeclared, "the scheme is asked later")))
    { Until = facts => facts.Segments.Until() };

    /// <summary>Finds what means a segment of a scheme that is not asked, or of another one of that name.</summary>
    public void CheckSchemes(IEnumerable<object> sources, DiagnosticList found)
    {
        foreach (var source in sources.Concat(_schemes.SelectMany(s => s.Sources).Where(s => s is SegmentSource { Scheme: var name } && _schemes.Any(o => o.Name == name))).OfType<SegmentSource>().Distinct())
        {
            var scheme = _schemes.FirstOrDefault(s => s.Name == source.Scheme);
            if (scheme is null)
            {
                found.Add("SG012", $"segments/{source.Scheme}", $"An expression reads '{SegmentPrefix}{source.Scheme}', and no scheme of that name is asked.", Suggestion.For(source.Scheme, [.. _schemes.Select(s => s.Name)]));
            }
            else if (source.Hash is not null && source.Hash != scheme.ConfigurationHash)
            {
                found.Add("SG012", $"segments/{source.Scheme}", $"An expression means another scheme '{source.Scheme}' than the one that is asked: {source.Hash[..12]}, not {scheme.ConfigurationHash[..12]}.", "Declare the scheme that is asked in the language.");
            }
        }
    }

    // Also through facts that are expressions.
    private static LanguageStage StageOf(FactCondition condition, Vocabulary<CustomerFacts> vocabulary) =>
        condition.NamedFacts.Select(n => (vocabulary.Find(n)?.Source as ExpressionSources)?.Stage ?? LanguageStage.Facts).Append(condition.Stage).Max();

    // The schemes of which a condition reads the segment.
    private static IEnumerable<string> SchemesOf(FactCondition? condition, Vocabulary<CustomerFacts> vocabulary) => condition is null ? [] :
        condition.Sources.Concat(condition.NamedFacts.Select(n => vocabulary.Find(n)?.Source).OfType<object>()).SelectMany(ExpressionSources.Of).OfType<SegmentSource>().Select(s => s.Scheme);

    private static void Check(SegmentScheme[] order, Vocabulary<CustomerFacts> vocabulary, DiagnosticList found)
    {
        foreach (var twice in order.GroupBy(s => s.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            found.Add("SG007", $"segments/{twice.Key}", $"{twice.Count()} schemes are named '{twice.Key}'.", "Name each scheme once.");
        }

        if (order.Count(s => s.Purpose == SegmentPurpose.Experience) > 1)
        {
            found.Add("SG008", "segments", $"{order.Count(s => s.Purpose == SegmentPurpose.Experience)} schemes are for experience: {string.Join(", ", order.Where(s => s.Purpose == SegmentPurpose.Experience).Select(s => s.Name))}.", "Only one can steer touches. Give the others another purpose.");
        }

        for (var i = 0; i < order.Length; i++)
        {
            foreach (var name in order[i].NamedFacts.Where(n => vocabulary.Find(n) is null))
            {
                found.Add("SG009", $"segments/{order[i].Name}", $"A condition reads '{name}', and nothing reads that from the facts.", Suggestion.For(name, vocabulary.Names), order[i].Segments.First(s => s.When?.NamedFacts.Contains(name) == true).Name);
            }

            foreach (var segment in order[i].Segments.Where(s => s.When is { } when && StageOf(when, vocabulary) > LanguageStage.Segments))
            {
                found.Add("SG011", $"segments/{order[i].Name}", $"The condition {segment.When} reads plans or health, which stand right of segments: they may depend on them.", "Read what stood before: previous.health.band or previous.health.value.", segment.Name);
            }

            var read = order[i].Segments.SelectMany(s => SchemesOf(s.When, vocabulary).Select(scheme => (Scheme: scheme, Segment: s.Name))).DistinctBy(r => r.Scheme, StringComparer.Ordinal).ToDictionary(r => r.Scheme, r => r.Segment, StringComparer.Ordinal);
            foreach (var later in order.Skip(i).Select(s => s.Name).Distinct(StringComparer.Ordinal).Where(read.ContainsKey))
            {
                found.Add("SG010", $"segments/{order[i].Name}", $"A condition reads '{SegmentPrefix}{later}', which is not asked before it.", "State that scheme earlier; of itself a scheme can read nothing.", read[later]);
            }
        }
    }
}
