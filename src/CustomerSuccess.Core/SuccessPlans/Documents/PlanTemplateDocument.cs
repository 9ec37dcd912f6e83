namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Templates of success plans as JSON documents: the same model, and the same content hash, as if it were written in C#. The schema is
/// <c>docs/schema/plan.schema.json</c>.
/// </summary>
public static class PlanTemplateDocument
{
    internal const string Kind = "plan";

    /// <summary>Reads a template. Its warnings have line and column too.</summary>
    /// <param name="document">The document.</param>
    /// <param name="language">What its expressions may name.</param>
    /// <param name="conditions">Conditions of lambdas that evidence may name as <c>{ "reader": "live@1" }</c>, made by <see cref="FactCondition.Of"/>; null for none.</param>
    /// <param name="measures">Measures of lambdas that objectives may name as <c>{ "reader": "seats@1" }</c>, made by <see cref="ObjectiveMeasure.Of(string, Func{CustomerFacts, Reading{double}}, string?)"/>; null for none.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them, each with path, line and column.</exception>
    public static PlanTemplate Read(ConfigurationDocument document, Language<CustomerFacts> language, IReadOnlyList<FactCondition>? conditions = null, IReadOnlyList<ObjectiveMeasure>? measures = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(language);
        var check = new DocumentCheck();
        var template = DocumentParser.Parse(document, check) is { } top && DocumentHeader.Read(top, check, Kind) is var (_, reader)
            ? Reader(reader, language, conditions ?? [], measures ?? []).Read()
            : null;
        check.ThrowIfAny();
        return template!;
    }

    /// <summary>Writes a template as a document that reads back as the same. Lambdas are written as <c>name@version</c>.</summary>
    public static string Write(PlanTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return PlanWriter.Write(template);
    }

    /// <summary>A reader of a document whose kind is read already.</summary>
    internal static PlanTemplateReader Reader(DocumentReader document, Language<CustomerFacts> language, IReadOnlyList<FactCondition> conditions, IReadOnlyList<ObjectiveMeasure> measures) =>
        new(document, new(document.Check, language.Condition, conditions), new(language, measures, document.Check));
}
