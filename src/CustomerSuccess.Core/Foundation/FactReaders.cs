namespace CustomerSuccess;

/// <summary>A number: null is not given, NaN and the infinities are no numbers.</summary>
internal sealed class NumberFact<T>(string name, string? version, object source, Func<T, DateTimeOffset, double?> read) : FactReader<T>(name, version, source)
{
    public override FactKind Kind => FactKind.Number;

    public override Reading<double> Number(T row, DateTimeOffset asOf)
    {
        try
        {
            return read(row, asOf) is not { } number ? NotGiven<double>()
                : double.IsFinite(number) ? Reading.Known(number)
                : Reading.Unknown<double>(new UnknownCause(Name, UnknownKind.NotANumber));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed<double>(e);
        }
    }
}

/// <summary>A yes or no: null is not given.</summary>
internal sealed class FlagFact<T>(string name, string? version, object source, Func<T, DateTimeOffset, bool?> read) : FactReader<T>(name, version, source)
{
    public override FactKind Kind => FactKind.Flag;

    public override Reading<bool> Flag(T row, DateTimeOffset asOf)
    {
        try
        {
            return read(row, asOf) is { } flag ? Reading.Known(flag) : NotGiven<bool>();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed<bool>(e);
        }
    }
}

/// <summary>A text: null is not given.</summary>
internal sealed class TextFact<T>(string name, string? version, object source, Func<T, string?> read) : FactReader<T>(name, version, source)
{
    public override FactKind Kind => FactKind.Text;

    public override Reading<string> Text(T row, DateTimeOffset asOf)
    {
        try
        {
            return read(row) is { } text ? Reading.Known(text) : NotGiven<string>();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed<string>(e);
        }
    }
}

/// <summary>A number that is known, or unknown with its own causes.</summary>
internal sealed class ReadingFact<T>(string name, string? version, object source, Func<T, Reading<double>> read) : FactReader<T>(name, version, source)
{
    public override FactKind Kind => FactKind.Number;

    public override Reading<double> Number(T row, DateTimeOffset asOf)
    {
        try
        {
            return read(row) is var reading && reading is { IsKnown: true, Value: var number } && !double.IsFinite(number)
                ? Reading.Unknown<double>(new UnknownCause(Name, UnknownKind.NotANumber))
                : reading;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed<double>(e);
        }
    }
}

/// <summary>A yes or no that is known, or unknown with its own causes.</summary>
internal sealed class FlagReadingFact<T>(string name, string? version, object source, Func<T, Reading<bool>> read) : FactReader<T>(name, version, source)
{
    public override FactKind Kind => FactKind.Flag;

    public override Reading<bool> Flag(T row, DateTimeOffset asOf)
    {
        try
        {
            return read(row);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed<bool>(e);
        }
    }
}

/// <summary>A text that is known, or unknown with its own causes.</summary>
internal sealed class TextReadingFact<T>(string name, string? version, object source, Func<T, Reading<string>> read) : FactReader<T>(name, version, source)
{
    public override FactKind Kind => FactKind.Text;

    public override Reading<string> Text(T row, DateTimeOffset asOf)
    {
        try
        {
            return read(row);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed<string>(e);
        }
    }
}
