namespace CustomerSuccess.Health;

/// <summary>
/// The columns to score: one number per customer for every input of the scorecard. NaN is "not given", an infinity "not a
/// number". The columns stay the host's and must not change while they are scored. Not safe to fill from several threads.
/// </summary>
public sealed class ScoreColumns
{
    private readonly Dictionary<string, ReadOnlyMemory<double>> _columns = new(StringComparer.Ordinal);

    /// <summary>Begins columns of that many customers.</summary>
    public ScoreColumns(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Rows = rows;
    }

    /// <summary>How many customers there are.</summary>
    public int Rows { get; }

    /// <summary>The names given so far.</summary>
    public IReadOnlyCollection<string> Names => _columns.Keys;

    internal ReadOnlyMemory<byte>? SegmentCodes { get; private set; }

    internal ReadOnlyMemory<sbyte>? Previous { get; private set; }

    /// <summary>Adds the column of an input; the inputs are listed by <see cref="Scorecard.Inputs"/>. Columns that the scorecard does not read are ignored.</summary>
    /// <exception cref="ArgumentException">The column has another length, or was given before.</exception>
    public ScoreColumns Add(string input, ReadOnlyMemory<double> column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(input);
        CheckLength(input, column.Length);
        if (!_columns.TryAdd(input, column))
        {
            throw new ArgumentException($"The column '{input}' was given twice. Give it once.", nameof(input));
        }

        return this;
    }

    /// <summary>Adds the customers' segments as places in <see cref="Scorecard.Segments"/>; any other code has the general weights.</summary>
    /// <exception cref="ArgumentException">The column has another length.</exception>
    public ScoreColumns Segments(ReadOnlyMemory<byte> codes)
    {
        CheckLength("segments", codes.Length);
        SegmentCodes = codes;
        return this;
    }

    /// <summary>Adds the indices of the previous bands, from which hysteresis starts; −1 at the first evaluation.</summary>
    /// <exception cref="ArgumentException">The column has another length.</exception>
    public ScoreColumns PreviousBands(ReadOnlyMemory<sbyte> bands)
    {
        CheckLength("previous bands", bands.Length);
        Previous = bands;
        return this;
    }

    internal ReadOnlyMemory<double>[] InOrder(string scorecard, string[] inputs)
    {
        var missing = inputs.Where(i => !_columns.ContainsKey(i)).ToArray();
        if (missing.Length > 0)
        {
            var hints = missing.Take(5).Select(m => $"'{m}'" + (_columns.Count == 0 ? "" : $" ({Suggestion.For(m, _columns.Keys)})"));
            throw new ArgumentException($"'{scorecard}' reads columns that were not given: {string.Join(", ", hints)}. Add each, filled with NaN where nothing is known.", nameof(inputs));
        }

        return [.. inputs.Select(i => _columns[i])];
    }

    private void CheckLength(string name, int length)
    {
        if (length != Rows)
        {
            throw new ArgumentException($"The column '{name}' has {length} values for {Rows} customers. Give one per customer.", nameof(length));
        }
    }
}
