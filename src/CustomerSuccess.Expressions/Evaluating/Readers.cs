namespace CustomerSuccess.Expressions;

/// <summary>Reads a value by a lambda.</summary>
internal sealed class ValueReader<T>(string name, Func<T, CelValue> read) : CelReader<T>(name)
{
    public override CelValue Read(T row) => read(row);
}

/// <summary>Reads a number by a lambda; NaN is not given.</summary>
internal sealed class DoubleReader<T>(string name, Func<T, double> read) : CelReader<T>(name)
{
    private readonly CelValue _notGiven = CelValue.Unknown(name, "not given");

    public Func<T, double> Lambda => read;

    public override CelValue Read(T row)
    {
        var value = read(row);
        return double.IsNaN(value) ? _notGiven : CelValue.Of(value);
    }

    public override bool TryReadDouble(T row, out double value)
    {
        value = read(row);
        return !double.IsNaN(value);
    }
}

/// <summary>Reads a text by a lambda; null is not given.</summary>
internal sealed class TextReader<T>(string name, Func<T, string?> read) : CelReader<T>(name)
{
    private readonly CelValue _notGiven = CelValue.Unknown(name, "not given");

    public Func<T, string?> Lambda => read;

    public override CelValue Read(T row) => read(row) is { } value ? CelValue.Of(value) : _notGiven;

    public override bool TryReadText(T row, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
    {
        value = read(row);
        return value is not null;
    }
}
