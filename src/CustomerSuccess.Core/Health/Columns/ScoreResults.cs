namespace CustomerSuccess.Health;

/// <summary>
/// Where the scores of columns are written: memory of the host, one place per customer. What is left empty is not computed.
/// </summary>
public sealed class ScoreResults
{
    /// <summary>The scores, 0 to 100; NaN where there is none. Not empty.</summary>
    public required Memory<double> Values { get; init; }

    /// <summary>The indices of the bands with hysteresis from the previous ones; −1 without a score.</summary>
    public Memory<sbyte> Bands { get; init; }

    /// <summary>The indices of the pure bands of the values; −1 without a score.</summary>
    public Memory<sbyte> Levels { get; init; }

    /// <summary>The shares of weight observed, 0 to 1.</summary>
    public Memory<double> Coverage { get; init; }

    /// <summary>The lowest each score could be once everything missing arrives.</summary>
    public Memory<double> Lower { get; init; }

    /// <summary>The highest each score could be once everything missing arrives.</summary>
    public Memory<double> Upper { get; init; }

    /// <summary>One column of signed points per name in <see cref="Scorecard.Lines"/>, which sum to the value; or none.</summary>
    public IReadOnlyList<Memory<double>> Lines { get; init; } = [];

    /// <summary>Allocates room for values and bands, and for the lines if asked.</summary>
    public static ScoreResults Allocate(Scorecard scorecard, int rows, bool lines = false)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return new ScoreResults
        {
            Values = new double[rows],
            Bands = new sbyte[rows],
            Lines = lines ? [.. scorecard.Lines.Select(_ => new Memory<double>(new double[rows]))] : [],
        };
    }

    internal void Check(Scorecard scorecard, int rows)
    {
        Length(nameof(Values), Values.Length, rows, mayBeEmpty: false);
        Length(nameof(Bands), Bands.Length, rows, mayBeEmpty: true);
        Length(nameof(Levels), Levels.Length, rows, mayBeEmpty: true);
        Length(nameof(Coverage), Coverage.Length, rows, mayBeEmpty: true);
        Length(nameof(Lower), Lower.Length, rows, mayBeEmpty: true);
        Length(nameof(Upper), Upper.Length, rows, mayBeEmpty: true);
        if (Lines is null || (Lines.Count != 0 && Lines.Count != scorecard.Lines.Count))
        {
            throw new ArgumentException($"'{scorecard.Name}' writes {scorecard.Lines.Count} lines and there is room for {Lines?.Count ?? 0}. Give one column per name in Lines, or none.", nameof(scorecard));
        }

        foreach (var line in Lines)
        {
            Length(nameof(Lines), line.Length, rows, mayBeEmpty: false);
        }
    }

    private static void Length(string name, int length, int rows, bool mayBeEmpty)
    {
        if (length != rows && !(mayBeEmpty && length == 0))
        {
            throw new ArgumentException($"{name} has room for {length} customers and there are {rows}. Give one place per customer.", name);
        }
    }
}
