namespace CustomerSuccess.Health;

/// <summary>
/// Scorecards as JSON documents. What is read from a document is the same model as if it were written in C#: the same content
/// hash, the same bits of every score. The schema is <c>docs/schema/scorecard.schema.json</c>.
/// </summary>
public static class ScorecardDocument
{
    internal const string Kind = "scorecard";

    /// <summary>Reads a scorecard over named columns of numbers: every measure is the column of its name, and nothing reads expressions.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cohorts">The cohorts that its percentile curves name; without one its measure is unknown.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them, each with path, line and column.</exception>
    public static Scorecard Read(ConfigurationDocument document, params IReadOnlyList<CohortReference> cohorts)
    {
        var (model, program, _) = Compile(document, new ColumnMeasureReaders(), cohorts);
        return new(model, program);
    }

    /// <summary>Reads a scorecard over rows: <c>reads</c>, <c>age</c> and the conditions of exceptions are expressions.</summary>
    /// <typeparam name="T">The row type: the host's own, or <see cref="CustomerFacts"/>.</typeparam>
    /// <param name="document">The document.</param>
    /// <param name="language">What its expressions may name.</param>
    /// <param name="readers">What it may name as <c>"reader": "logins@2"</c>; null for nothing.</param>
    /// <param name="identifiedBy">How to read the customer's id, for the score to carry it; null for not at all.</param>
    /// <param name="segmentedBy">How to read the customer's segment, for weights by segment; null for not at all.</param>
    /// <param name="cohorts">The cohorts that its percentile curves name; null for none: then those measures are unknown.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them, each with path, line and column.</exception>
    public static Scorecard<T> Read<T>(ConfigurationDocument document, Language<T> language, Vocabulary<T>? readers = null, Func<T, string?>? identifiedBy = null, Func<T, string?>? segmentedBy = null, IReadOnlyList<CohortReference>? cohorts = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        var (model, program, made) = Compile(document, new RowMeasureReaders<T>(language, readers), cohorts ?? []);
        return Of(model, program, made, identifiedBy, segmentedBy);
    }

    /// <summary>Writes a scorecard as a document that reads back as the same: same hash, same bits. Delegates are written as <c>name@version</c>.</summary>
    public static string Write(Scorecard scorecard)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        return ScorecardWriter.Write(scorecard.Model);
    }

    /// <summary>Compiles a document whose kind is read already; null where there are mistakes, which are then found.</summary>
    internal static (ScorecardModel Model, ScorecardProgram Program, object?[] Readers)? Compile(DocumentReader document, IMeasureReaders readers, IReadOnlyList<CohortReference> cohorts)
    {
        var (places, found, before) = (new DocumentPlaces(), new DiagnosticList(), document.Check.Count);
        if (new ScorecardDraftReader(document, readers, places).Read() is not { } draft)
        {
            return null;
        }

        draft.References.AddRange(cohorts);
        var compiled = ScorecardCompiler.Compile(draft, found);
        places.Tell(found, draft, document.Node, document.Check);
        return document.Check.Count > before ? null : compiled;
    }

    internal static Scorecard<T> Of<T>(ScorecardModel model, ScorecardProgram program, object?[] readers, Func<T, string?>? identifiedBy = null, Func<T, string?>? segmentedBy = null) =>
        new(model, program, [.. readers.Select(r => (RowReader<T>?)r ?? new NoReader<T>())], identifiedBy, segmentedBy);

    private static (ScorecardModel Model, ScorecardProgram Program, object?[] Readers) Compile(ConfigurationDocument document, IMeasureReaders readers, IReadOnlyList<CohortReference> cohorts)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(cohorts);
        var check = new DocumentCheck();
        var compiled = DocumentParser.Parse(document, check) is { } top && DocumentHeader.Read(top, check, Kind) is var (_, reader) ? Compile(reader, readers, cohorts) : null;
        check.ThrowIfAny();
        return compiled!.Value;
    }
}
