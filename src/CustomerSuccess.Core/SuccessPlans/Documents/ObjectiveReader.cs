namespace CustomerSuccess.SuccessPlans;

/// <summary>Reads the objectives of a plan.</summary>
internal sealed class ObjectiveReader(PlanPlaces places, ObjectiveMeasureReader measures)
{
    private const string Example = "{ \"id\": \"reports\", \"baseline\": 0, \"target\": 100, \"due\": 90, \"measure\": \"signals.report.count(days(28))\" }";
    private const string List = "objectives";
    private const int FarthestDay = 1_000_000;

    // Stands for a measure that has mistakes.
    private static readonly ObjectiveMeasure Unread = ObjectiveMeasure.Of("unread", _ => Reading.Known(0d), "1");

    public IReadOnlyList<Objective> Read() => [.. places.Each(List, Example).Select(Objective)];

    private Objective Objective(DocumentReader one)
    {
        var id = places.Id(List, one, Example);
        one.Required("baseline", "Say where the customer stands at the start: \"baseline\": 0.");
        one.Required("target", "Say where the customer wants to be: \"target\": 100.");
        one.Required("due", "Say when it is to be there, in days since the plan's start: \"due\": 90.");
        var (baseline, target) = (one.Number("baseline"), one.Number("target"));
        var measure = one.Required("measure", "Say what reads where the customer stands: \"measure\": \"signals.report.count(days(28))\".");
        return new()
        {
            Id = id,
            Title = one.Text("title") ?? id,
            Unit = one.Text("unit"),
            Baseline = target is null ? 0 : baseline ?? target.Value - 1,
            Target = baseline is null ? target ?? 1 : target ?? 1,
            DueDay = one.Whole("due", -FarthestDay, FarthestDay) ?? 0,
            Measure = (measure is null ? null : measures.Read(measure)) ?? Unread,
            Stakeholder = one.Text("stakeholder"),
        };
    }
}

/// <summary>Reads the measure of an objective: the text of an expression, or a measure that the host has named.</summary>
/// <param name="language">What expressions may name.</param>
/// <param name="named">The measures that the host has named.</param>
/// <param name="check">Takes the mistakes.</param>
internal sealed class ObjectiveMeasureReader(Language<CustomerFacts> language, IReadOnlyList<ObjectiveMeasure> named, DocumentCheck check)
{
    private const string Example = "\"signals.report.count(days(28))\"";

    /// <summary>The measure; null where it has mistakes.</summary>
    public ObjectiveMeasure? Read(DocumentNode node)
    {
        if (node.Kind == DocumentKind.Text)
        {
            return Expression(node);
        }

        if (DocumentReader.Of(node, check, "{ \"reader\": \"seats@1\" }, or the text of an expression: " + Example) is not { } measure)
        {
            return null;
        }

        var reference = measure.RequiredText("reader", "Name a measure of the host: { \"reader\": \"seats@1\" }.");
        measure.Done();
        return reference is null ? null : Find(reference) ?? NotThere(reference, measure);
    }

    private ObjectiveMeasure? Find(string reference) =>
        named.FirstOrDefault(n => n.Lambda is var (name, version) && reference == $"{name}@{version ?? "?"}") ?? named.FirstOrDefault(n => n.Lambda is var (name, _) && reference == name);

    private ObjectiveMeasure? NotThere(string reference, DocumentReader measure)
    {
        string[] known = [.. named.Select(n => n.Lambda).OfType<(string Name, string? Version)>().Select(l => $"{l.Name}@{l.Version ?? "?"}")];
        check.Add("DO012", measure.Node.Find("reader")!, $"No measure '{reference}' is registered.", known.Length == 0 ? "Register it in the host, a number under that name and with its version, or write an expression." : Suggestion.For(reference, known));
        return null;
    }

    private ObjectiveMeasure? Expression(DocumentNode text)
    {
        try
        {
            return ObjectiveMeasure.Of(language.Number(text.Text));
        }
        catch (ConfigurationException e)
        {
            check.AddExpression(e, text);
            return null;
        }
    }
}
