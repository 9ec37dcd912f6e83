namespace CustomerSuccess.Health;

/// <summary>
/// Reads one input of a scorecard from a host's row. NaN means "not given", an infinity "not a number": a NaN that a
/// host's computation yields is therefore handed on as an infinity.
/// </summary>
internal abstract class RowReader<T> : IExpressed
{
    /// <summary>The expression that it reads; null where it is a lambda.</summary>
    public CompiledExpression<T>? Compiled { get; init; }

    LanguageStage IExpressed.Stage => Compiled?.Stage ?? LanguageStage.Facts;

    string? IExpressed.Latest => Compiled?.Latest;

    /// <summary>What it reads, where that is more than a lambda: a measure over signals, an expression.</summary>
    public virtual object? Source => Compiled?.Source;

    public abstract double Read(T row, DateTimeOffset asOf);

    /// <summary>Reads the input with the cause where it is not known, which the line of a score then says.</summary>
    public virtual FactsRow.Input ReadInput(T row, DateTimeOffset asOf) => new(Read(row, asOf), null);

    protected static double Computed(double number) => double.IsNaN(number) ? double.PositiveInfinity : number;
}

/// <summary>Reads nothing: the input is not of the row.</summary>
internal sealed class NoReader<T> : RowReader<T>
{
    public override double Read(T row, DateTimeOffset asOf) => double.NaN;
}

internal sealed class NumberReader<T>(Func<T, double> read) : RowReader<T>
{
    public override double Read(T row, DateTimeOffset asOf) => Computed(read(row));
}

internal sealed class OptionalNumberReader<T>(Func<T, double?> read) : RowReader<T>
{
    public override double Read(T row, DateTimeOffset asOf) => read(row) is { } number ? Computed(number) : double.NaN;
}

internal sealed class CategoryReader<T>(Func<T, string?> read, CategoryCurve curve) : RowReader<T>
{
    private readonly Dictionary<string, double> _codes = Codes(curve);

    /// <summary>The host's own lambda.</summary>
    public Func<T, string?> Text => read;

    public override double Read(T row, DateTimeOffset asOf) =>
        read(row) is not { } text ? double.NaN : _codes.TryGetValue(text, out var code) ? code : -1;

    private static Dictionary<string, double> Codes(CategoryCurve curve)
    {
        var codes = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < curve.Categories.Count; i++)
        {
            codes.TryAdd(curve.Categories[i].Name, i);
        }

        return codes;
    }
}

internal sealed class FlagReader<T>(Func<T, bool?> read) : RowReader<T>
{
    public override double Read(T row, DateTimeOffset asOf) => read(row) is { } flag ? (flag ? 1 : 0) : double.NaN;
}

internal sealed class ObservedAtReader<T>(Func<T, DateTimeOffset?> read) : RowReader<T>
{
    public override double Read(T row, DateTimeOffset asOf) =>
        read(row) is { } observed ? (asOf.UtcTicks - observed.UtcTicks) / (double)TimeSpan.TicksPerDay : double.NaN;
}

internal sealed class AgeReader<T>(Func<T, TimeSpan?> read) : RowReader<T>
{
    public override double Read(T row, DateTimeOffset asOf) => read(row) is { } age ? age.Ticks / (double)TimeSpan.TicksPerDay : double.NaN;
}

/// <summary>Reads a value or unknown with its causes, which the line of a score then says.</summary>
internal sealed class ReadingReader<T>(Func<T, Reading<double>> read, object source) : RowReader<T>
{
    public static ReadingReader<T> Of(NumberExpression<T> expression) => new(expression.Read, expression.Compiled.Source) { Compiled = expression.Compiled };

    /// <summary>The host's own lambda, or the measure over signals: two readers of one source are the same reader.</summary>
    public override object Source => source;

    public Reading<double> Reading(T row) => read(row);

    public override double Read(T row, DateTimeOffset asOf) => FactsRow.Coded(read(row)).Value;

    public override FactsRow.Input ReadInput(T row, DateTimeOffset asOf) => FactsRow.Coded(read(row));
}
