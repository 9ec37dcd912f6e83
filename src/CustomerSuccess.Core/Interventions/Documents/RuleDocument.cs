namespace CustomerSuccess.Interventions;

/// <summary>
/// Rules as JSON documents: the same model, and the same content hash, as if it were written in C#. The schema is
/// <c>docs/schema/rule.schema.json</c>.
/// </summary>
public static class RuleDocument
{
    internal const string Kind = "rule";

    /// <summary>Reads a rule.</summary>
    /// <param name="document">The document.</param>
    /// <param name="language">What its expressions may name: everything, health included.</param>
    /// <param name="conditions">Conditions of lambdas that it may name as <c>{ "reader": "strategic@1" }</c>, made by <see cref="FactCondition.Of"/>; null for none.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them, each with path, line and column.</exception>
    public static Rule Read(ConfigurationDocument document, Language<CustomerFacts> language, IReadOnlyList<FactCondition>? conditions = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(language);
        var check = new DocumentCheck();
        var rule = DocumentParser.Parse(document, check) is { } top && DocumentHeader.Read(top, check, Kind) is var (_, reader)
            ? new RuleReader(reader, language, conditions ?? []).Read()
            : null;
        check.ThrowIfAny();
        return rule!;
    }

    /// <summary>Writes a rule as a document that reads back as the same. Lambdas are written as <c>name@version</c>.</summary>
    public static string Write(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return RuleWriter.Write(rule);
    }
}
