namespace CustomerSuccess.Interventions;

/// <summary>
/// What holds for all rules, as a JSON document: the same model as if it were written in C#. The schema is
/// <c>docs/schema/interventions.schema.json</c>.
/// </summary>
public static class InterventionPolicyDocument
{
    internal const string Kind = "interventions";

    /// <summary>Reads a policy. Whether the rules that it names are there is checked by <see cref="RuleSet.Of"/>.</summary>
    /// <param name="document">The document.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them, each with path, line and column.</exception>
    public static InterventionPolicy Read(ConfigurationDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var check = new DocumentCheck();
        var policy = DocumentParser.Parse(document, check) is { } top && DocumentHeader.Read(top, check, Kind) is var (_, reader)
            ? new PolicyReader(reader).Read()
            : null;
        check.ThrowIfAny();
        return policy!;
    }

    /// <summary>Writes a policy as a document that reads back as the same.</summary>
    public static string Write(InterventionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return PolicyWriter.Write(policy);
    }
}
