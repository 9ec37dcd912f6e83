namespace CustomerSuccess.Segmentation;

/// <summary>
/// Schemes of segments as JSON documents: the same model, and the same content hash, as if it were written in C#. The schema is
/// <c>docs/schema/segments.schema.json</c>.
/// </summary>
public static class SegmentDocument
{
    internal const string Kind = "segments";

    /// <summary>Reads a scheme of segments.</summary>
    /// <typeparam name="T">The row type of the language: the host's own, or <see cref="CustomerFacts"/>.</typeparam>
    /// <param name="document">The document.</param>
    /// <param name="language">What its expressions may name.</param>
    /// <param name="conditions">Conditions of lambdas that it may name as <c>{ "reader": "strategic@1" }</c>, made by <see cref="FactCondition.Of"/>.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them, each with path, line and column.</exception>
    public static SegmentScheme Read<T>(ConfigurationDocument document, Language<T> language, params IReadOnlyList<FactCondition> conditions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(conditions);
        var check = new DocumentCheck();
        var scheme = DocumentParser.Parse(document, check) is { } top && DocumentHeader.Read(top, check, Kind) is var (_, reader)
            ? new SegmentReader(reader, new(check, language.Condition, conditions)).Read()
            : null;
        check.ThrowIfAny();
        return scheme!;
    }

    /// <summary>Writes a scheme as a document that reads back as the same.</summary>
    public static string Write(SegmentScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return SegmentWriter.Write(scheme);
    }
}
