namespace CustomerSuccess.Health;

/// <summary>
/// A scorecard as flat tables over a row of doubles. Inputs: the measures' values first, in the order in which sums run,
/// then ages, last values, their ages, and flags. Values: the measures', then the groups', children before parents.
/// </summary>
internal sealed class ScorecardProgram
{
    private double[] _fullCoverage = [];

    public required MeasureOp[] Measures { get; init; }

    public required GroupOp[] Groups { get; init; }

    /// <summary>The children of the groups: indices of values.</summary>
    public required int[] Children { get; init; }

    /// <summary>Whether the child at that place decides in an any-red group.</summary>
    public required bool[] Decisive { get; init; }

    /// <summary>Weights of the places in the child table, one row per segment; the general weights are the last row.</summary>
    public required double[] Weights { get; init; }

    /// <summary>The share of the whole that each measure's weight has, one row per segment; the general shares are the last row.</summary>
    public required double[] Shares { get; init; }

    public required ExceptionOp[] Exceptions { get; init; }

    /// <summary>The order in which exceptions were sorted: the index in the model.</summary>
    public required int[] ExceptionOrder { get; init; }

    public required HealthBands Bands { get; init; }

    public required double MinimumCoverage { get; init; }

    /// <summary>Names of the inputs; the first are the measures'.</summary>
    public required string[] Inputs { get; init; }

    public required LineSlot[] Lines { get; init; }

    /// <summary>The line of each measure's decay, −1 where it has none.</summary>
    public required int[] DecayLine { get; init; }

    /// <summary>The line of the verdict on each measure's usage, −1 where it is not judged.</summary>
    public required int[] UsageLine { get; init; }

    /// <summary>The first of each group's own lines, −1 where it has none.</summary>
    public required int[] GroupLine { get; init; }

    /// <summary>The first exception's line.</summary>
    public int ExceptionLine => Lines.Length - Exceptions.Length;

    public required MeasureModel[] MeasureModels { get; init; }

    /// <summary>Whether each measure stands in an additive group, so that its values are points.</summary>
    public required bool[] AddsPoints { get; init; }

    public required GroupModel[] GroupModels { get; init; }

    /// <summary>Paths of the groups in which the measures, then the groups stand.</summary>
    public required string[] Paths { get; init; }

    public required string[] Segments { get; init; }

    public int ValueCount => Measures.Length + Groups.Length;

    public int Root => ValueCount - 1;

    /// <summary>The names under which measures are read from facts: their own, and those of second numbers.</summary>
    public IEnumerable<string> NamesRead => Measures.SelectMany((m, i) => m.Wide is { BySlot: >= 0 and var by } ? [Inputs[i], Inputs[by]] : (string[])[Inputs[i]]);

    /// <summary>True where the whole is one group of measures.</summary>
    public bool IsFlat => Groups.Length == 1;

    /// <summary>True where some measure has signed lines of its own: of decay, or of a verdict on usage.</summary>
    public bool HasMeasureLines { get; init; }

    public bool ReadsMore { get; init; }

    /// <summary>True where some missing measure takes something else than redistribution.</summary>
    public bool HasStandIns { get; init; }

    /// <summary>True where one pass over the measures is the whole evaluation.</summary>
    public bool IsPlainMean { get; private set; }

    /// <summary>The coverage of a row with nothing missing: the sum of the shares, in their order.</summary>
    public double FullCoverage(int segment) => _fullCoverage[Row(segment)];

    public ReadOnlySpan<double> WeightsOf(int segment) => Weights.AsSpan(Row(segment) * Children.Length, Children.Length);

    public ReadOnlySpan<double> SharesOf(int segment) => Shares.AsSpan(Row(segment) * Measures.Length, Measures.Length);

    /// <summary>Works out what follows from the tables, once.</summary>
    public ScorecardProgram Finished()
    {
        IsPlainMean = IsFlat && Groups[0].Kind == Aggregation.WeightedMean && !ReadsMore && Exceptions.Length == 0
            && Enumerable.Range(0, Segments.Length + 1).All(row => Weights.Skip(row * Children.Length).Take(Children.Length).Sum() > 0);
        _fullCoverage = [.. Enumerable.Range(0, Segments.Length + 1).Select(row => Math.Min(Shares.Skip(row * Measures.Length).Take(Measures.Length).Sum(), 1))];
        return this;
    }

    private int Row(int segment) => (uint)segment < (uint)Segments.Length ? segment : Segments.Length;
}

/// <summary>What a line of the output stands for.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Index">The measure, group (index of its value) or exception (index in application order).</param>
internal readonly record struct LineSlot(ScoreLineKind Kind, int Index);
