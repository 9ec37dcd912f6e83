using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

/// <summary>Something that may be an expression: what it reads stands left of health.</summary>
internal interface IExpressed
{
    /// <summary>Who may read what it reads.</summary>
    LanguageStage Stage { get; }

    /// <summary>What it reads that is there latest.</summary>
    string? Latest { get; }

    /// <summary>Finds an expression that reads what is made of scores.</summary>
    static void Check(object? reader, string path, DiagnosticList found)
    {
        if (reader is IExpressed { Stage: > LanguageStage.Plans, Latest: var latest })
        {
            found.Add("SC033", path, $"The expression reads '{latest}', which is made of scores.", "Read what stood before: previous.health.band or previous.health.value.");
        }
    }
}

/// <summary>Reads a condition: 1, 0, or not known with its causes.</summary>
internal sealed class ConditionReader<T> : RowReader<T>
{
    public ConditionReader(ConditionExpression<T> condition) => (Condition, Compiled) = (condition, condition.Compiled);

    public ConditionExpression<T> Condition { get; }

    public override double Read(T row, DateTimeOffset asOf) => ReadInput(row, asOf).Value;

    public override FactsRow.Input ReadInput(T row, DateTimeOffset asOf) => FactsRow.Coded(Condition.Holds(row));
}

/// <summary>Reads the place of a text among categories, −1 for another, or not known with its causes.</summary>
internal sealed class CategoryReadingReader<T> : RowReader<T>
{
    private readonly string[] _categories;

    public CategoryReadingReader(TextExpression<T> text, CategoryCurve curve)
    {
        (Text, Compiled) = (text, text.Compiled);
        _categories = [.. curve.Categories.Select(c => c.Name)];
    }

    public TextExpression<T> Text { get; }

    public override double Read(T row, DateTimeOffset asOf) => ReadInput(row, asOf).Value;

    /// <summary>The place of a text; NaN of null.</summary>
    public double CodeOf(string? text) => text is null ? double.NaN : Array.IndexOf(_categories, text);

    public override FactsRow.Input ReadInput(T row, DateTimeOffset asOf)
    {
        var reading = Text.Read(row);
        return reading.IsKnown ? new(CodeOf(reading.Value), null) : FactsRow.Unknown(reading.Causes);
    }
}

/// <summary>How old what an expression reads is.</summary>
internal static class ExpressionAge
{
    /// <summary>Reads days since the last signal, of an expression over one signal; otherwise null.</summary>
    public static RowReader<T>? Of<T>(CompiledExpression<T> expression)
    {
        if (expression is not CompiledExpression<CustomerFacts> || expression.Sources.Where(s => s is not FunctionSource).ToArray() is not [SignalMeasure measure])
        {
            return null;
        }

        var age = measure.DaysSinceLast();
        return (RowReader<T>)(object)new ReadingReader<CustomerFacts>(facts => facts.Signals.Read(age), age);
    }
}
