namespace CustomerSuccess.Health;

/// <summary>Reads the exceptions of a scorecard's document.</summary>
internal sealed class ExceptionReader(IMeasureReaders readers, DocumentPlaces places)
{
    private const string Example = "{ \"cap\": 40, \"when\": { \"measure\": \"severe issues\", \"atLeast\": 3 }, \"because\": \"three severe issues are open\" }";

    public void Read(DocumentReader document, ScorecardDraft draft)
    {
        foreach (var node in document.List("exceptions"))
        {
            if (DocumentReader.Of(node, document.Check, Example) is { } exception)
            {
                One(exception, draft);
            }
        }
    }

    private void One(DocumentReader exception, ScorecardDraft draft)
    {
        var id = exception.Text("id");
        var (kind, value, band) = Effect(exception);
        var because = exception.RequiredText("because", "Say why, for the person who reads the score: \"because\": \"three severe issues are open\".");
        var (priority, unknown) = (exception.Whole("priority", int.MinValue, int.MaxValue) ?? 0, exception.Word<WhenUnknown>("whenUnknown") ?? WhenUnknown.Ignore);
        var when = exception.Required("when", "Say under which condition: \"when\": …");
        exception.Text("description");
        exception.Done();
        if (when is null)
        {
            return;
        }

        var written = new ExceptionDraft { Id = id, Kind = kind ?? ScoreLineKind.Cap, Value = value, Band = band, Because = because ?? "", Priority = priority, WhenUnknown = unknown, When = _ => new KnownCondition("") };
        if (Condition(when, exception, written) is { } made && kind is not null && because is not null)
        {
            // Those without an id are numbered when they are checked, in this order.
            places.AddException(draft.Name, made, exception.Node);
            draft.Exceptions.Add(made);
        }
    }

    private static (ScoreLineKind? Kind, double? Value, string? Band) Effect(DocumentReader exception)
    {
        var (cap, floor, set, band) = (exception.Number("cap"), exception.Number("floor"), exception.Number("set"), exception.Text("setBand"));
        var (capBand, floorBand) = (exception.Text("capBand"), exception.Text("floorBand"));
        (ScoreLineKind Kind, double? Value, string? Band)[] stated =
        [
            .. new (ScoreLineKind, double?, string?)[]
            {
                (ScoreLineKind.Cap, cap, null), (ScoreLineKind.Floor, floor, null), (ScoreLineKind.Set, set, null),
                (ScoreLineKind.Set, null, band), (ScoreLineKind.Cap, null, capBand), (ScoreLineKind.Floor, null, floorBand),
            }.Where(e => e.Item2 is not null || e.Item3 is not null),
        ];
        if (stated is [var one])
        {
            return one;
        }

        if (!exception.Node.Parts.Any(p => p.Name is "cap" or "floor" or "set" or "setBand" or "capBand" or "floorBand") || stated.Length > 1)
        {
            exception.Check.Add("DO003", exception.Node, $"An exception does one thing, and this does {stated.Length}.", "Write one of \"cap\", \"floor\" and \"set\" with a score, or \"setBand\", \"capBand\" and \"floorBand\" with a band.");
        }

        return default;
    }

    private ExceptionDraft? Condition(DocumentNode when, DocumentReader exception, ExceptionDraft written)
    {
        if (when.Kind == DocumentKind.Text)
        {
            return readers.Condition(when, exception.Check) is var (reader, version, expression)
                ? With(written, name => new FlagCondition(name, version) { Expression = expression }, reader, expression)
                : null;
        }

        if (when.Find("reader") is { Kind: DocumentKind.Text } named && when.Parts.Count == 1)
        {
            return readers.RegisteredCondition(named, exception.Check) is var (reader, name, version)
                ? With(written, id => new FlagCondition(id, version) { ReaderName = name == id ? null : name }, reader, null)
                : null;
        }

        return new MeasureConditionReader(exception.Check).Read(when) is { } condition ? With(written, _ => condition, null, null) : null;
    }

    private static ExceptionDraft With(ExceptionDraft written, Func<string, ScoreCondition> when, object? reader, string? expression) => new()
    {
        Id = written.Id,
        Kind = written.Kind,
        Value = written.Value,
        Band = written.Band,
        Because = written.Because,
        Priority = written.Priority,
        WhenUnknown = written.WhenUnknown,
        When = when,
        Reader = reader,
        Expression = expression,
    };
}
