using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>What content hashes say of something that expressions read, and what the engine finds behind it.</summary>
internal interface ISignedReader
{
    /// <summary>The name with what tells what is read under it.</summary>
    string Signed { get; }

    /// <summary>False where that does not pin down what is read.</summary>
    bool IsReproducible { get; }

    /// <summary>A measure over signals, the name of a reader, or the like; null for nothing.</summary>
    object? Source { get; }
}

/// <summary>What variables that lambdas read have in common.</summary>
internal static class LambdaVariable
{
    public static string Sign(string name, string? version) => $"{name}@{(version is null ? "?" : Fact.Quoted(version))}";
}

/// <summary>A number of a row that a lambda reads.</summary>
internal sealed class NumberVariable<T>(string name, Func<T, double?> read, string? version, LanguageDraft<T> language) : CelReader<T>(name), ISignedReader
{
    private readonly CelValue _notGiven = Unknowns.Of(new UnknownCause(name, UnknownKind.NotGiven));
    private readonly CelValue _notANumber = Unknowns.Of(new UnknownCause(name, UnknownKind.NotANumber));

    public string Signed { get; } = LambdaVariable.Sign(name, version);

    // Where rows have an instant a lambda may move with it, and when is not known.
    public override CelGrowth Growth => language.InstantOf is null ? CelGrowth.None : CelGrowth.Opaque;

    public bool IsReproducible => version is not null;

    public object Source => read;

    public override CelValue Read(T row) => read(row) is not { } number || double.IsNaN(number) ? _notGiven
        : double.IsFinite(number) ? CelValue.Of(number)
        : _notANumber;

    public override bool TryReadDouble(T row, out double value)
    {
        value = read(row) ?? double.NaN;
        return double.IsFinite(value);
    }
}

/// <summary>A value of a row that a lambda reads; null is not given.</summary>
internal sealed class ValueVariable<T>(string name, Func<T, CelValue?> read, string? version, LanguageDraft<T> language) : CelReader<T>(name), ISignedReader
{
    private readonly CelValue _notGiven = Unknowns.Of(new UnknownCause(name, UnknownKind.NotGiven));

    public string Signed { get; } = LambdaVariable.Sign(name, version);

    // Where rows have an instant a lambda may move with it, and when is not known.
    public override CelGrowth Growth => language.InstantOf is null ? CelGrowth.None : CelGrowth.Opaque;

    public bool IsReproducible => version is not null;

    public object Source => read;

    public override CelValue Read(T row) => read(row) ?? _notGiven;
}

/// <summary>A reader of a vocabulary. Its lambda sees the row only: what moves with time is not foreseen.</summary>
internal sealed class FactVariable<T>(string name, FactReader<T> reader) : CelReader<T>(name), ISignedReader
{
    public string Signed { get; } = $"{name}={Fact.Quoted(reader.Signed)}";

    public bool IsReproducible => reader.Version.Length > 0;

    public object Source => reader.Source;

    public override CelGrowth Growth => reader.Until is null ? CelGrowth.Opaque : CelGrowth.None;

    public override DateTimeOffset? Until(T row) => reader.Until?.Invoke(row);

    public override CelValue Read(T row) => reader.Kind switch
    {
        FactKind.Number => Values.Of(reader.Number(row, default), CelValue.Of),
        FactKind.Flag => Values.Of(reader.Flag(row, default), CelValue.Of),
        _ => Values.Of(reader.Text(row, default), CelValue.Of),
    };

    public override bool TryReadDouble(T row, out double value)
    {
        var reading = reader.Kind == FactKind.Number ? reader.Number(row, default) : default;
        value = reading.OrElse(double.NaN);
        return reading.IsKnown;
    }
}
