namespace CustomerSuccess.Health;

/// <summary>Scores blocks of rows of one run. One per thread.</summary>
internal abstract class BlockScorer(ColumnRun run)
{
    protected ColumnRun Run { get; } = run;

    protected ScorecardProgram Program => Run.Program;

    /// <summary>
    /// The scorer for what the run asks: whole columns at a time where value, band and level are wanted (and the lines of
    /// one weighted mean); row by row, with the very code of a single row, where bounds, other lines or abstention are.
    /// </summary>
    public static BlockScorer For(ColumnRun run)
    {
        var (program, results) = (run.Program, run.Results);
        var flatMean = program.IsFlat && program.Groups[0].Kind == Aggregation.WeightedMean;
        var linesByColumn = flatMean && !program.HasMeasureLines && program.Exceptions.Length == 0;
        var byRow = !results.Lower.IsEmpty || !results.Upper.IsEmpty
            || (results.Lines.Count > 0 && !linesByColumn)
            || Array.Exists(program.Measures, m => m.Policy == MissingDataKind.Abstain)
            || Array.Exists(program.Exceptions, e => e.WhenUnknown == WhenUnknown.Abstain);
        return byRow ? new RowBlockScorer(run) : new ColumnBlockScorer(run);
    }

    public abstract void Score(int start, int rows);
}

/// <summary>Row by row.</summary>
internal sealed class RowBlockScorer(ColumnRun run) : BlockScorer(run)
{
    private readonly double[] _row = new double[run.Program.Inputs.Length];
    private readonly double[] _lines = new double[run.Results.Lines.Count];

    public override void Score(int start, int rows)
    {
        var results = Run.Results;
        for (var r = start; r < start + rows; r++)
        {
            for (var i = 0; i < _row.Length; i++)
            {
                _row[i] = Run.Inputs[i].Span[r];
            }

            var segment = Run.Columns.SegmentCodes is { } codes ? codes.Span[r] : -1;
            var previous = Run.Columns.Previous is { } bands ? bands.Span[r] : -1;
            var outcome = RowEvaluator.Evaluate(Program, _row, segment, previous, _lines);
            results.Values.Span[r] = outcome.Value;
            Put(results.Bands, r, (sbyte)outcome.Band);
            Put(results.Levels, r, (sbyte)outcome.Level);
            Put(results.Coverage, r, outcome.Coverage);
            Put(results.Lower, r, outcome.Lower);
            Put(results.Upper, r, outcome.Upper);
            for (var i = 0; i < _lines.Length; i++)
            {
                results.Lines[i].Span[r] = _lines[i];
            }
        }
    }

    private static void Put<TValue>(Memory<TValue> column, int row, TValue value)
    {
        if (!column.IsEmpty)
        {
            column.Span[row] = value;
        }
    }
}
