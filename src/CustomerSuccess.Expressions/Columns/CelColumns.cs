namespace CustomerSuccess.Expressions;

/// <summary>
/// Columns by name, all of the same length: numbers, of which NaN and the infinities are not known, and texts, of which null is not
/// known. A yes or no is a number that is 1 or 0, a duration is a number of days. The columns are the host's and are not copied. Not to be changed while they are read.
/// </summary>
public sealed class CelColumns
{
    private readonly Dictionary<string, ReadOnlyMemory<double>> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReadOnlyMemory<string?>> _texts = new(StringComparer.Ordinal);

    /// <summary>No columns yet.</summary>
    /// <param name="rows">How long each is; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public CelColumns(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Rows = rows;
    }

    /// <summary>How long the columns are.</summary>
    public int Rows { get; }

    /// <summary>How many words of 64 rows an answer has.</summary>
    public int Words => (int)(((long)Rows + 63) / 64);

    /// <summary>Adds a column of numbers.</summary>
    /// <exception cref="ArgumentException">It has another length, or the name is taken.</exception>
    public CelColumns Number(string name, ReadOnlyMemory<double> column)
    {
        Check(name, column.Length);
        _numbers.Add(name, column);
        return this;
    }

    /// <summary>Adds a column of texts.</summary>
    /// <exception cref="ArgumentException">It has another length, or the name is taken.</exception>
    public CelColumns Text(string name, ReadOnlyMemory<string?> column)
    {
        Check(name, column.Length);
        _texts.Add(name, column);
        return this;
    }

    /// <summary>A column of numbers; null where there is none of that name.</summary>
    public ReadOnlyMemory<double>? FindNumber(string name) => _numbers.TryGetValue(name, out var column) ? column : default(ReadOnlyMemory<double>?);

    internal ReadOnlyMemory<string?>? FindText(string name) => _texts.TryGetValue(name, out var column) ? column : default(ReadOnlyMemory<string?>?);

    /// <summary>A row's value of a column.</summary>
    internal CelValue ValueOf(string name, int row)
    {
        if (_numbers.TryGetValue(name, out var numbers))
        {
            var number = numbers.Span[row];
            return double.IsFinite(number) ? CelValue.Of(number) : CelValue.Unknown(name, double.IsNaN(number) ? "not given" : "not a number");
        }

        return _texts.TryGetValue(name, out var texts) && texts.Span[row] is { } text ? CelValue.Of(text) : CelValue.Unknown(name, "not given");
    }

    private void Check(string name, int length)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (length != Rows)
        {
            throw new ArgumentException(FormattableString.Invariant($"The column '{name}' has {length} rows, and the others have {Rows}."), nameof(length));
        }

        if (_numbers.ContainsKey(name) || _texts.ContainsKey(name))
        {
            throw new ArgumentException($"There is a column '{name}' already.", nameof(name));
        }
    }
}
