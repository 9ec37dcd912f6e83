namespace CustomerSuccess.Health;

/// <summary>The shares of weight observed in a block. Below the least there is no score, whatever stood in for what was missing.</summary>
internal sealed class CoverageStage(ColumnRun run)
{
    private readonly double[] _coverage = new double[ColumnRun.BlockRows];
    private readonly double[] _row = new double[run.Program.Inputs.Length];
    private readonly WeightTable[] _shares = WeightTable.Columns(run.Program.Shares, run.Program.Measures.Length);

    /// <summary>False where a group has a value exactly where something was observed, and nobody asks how much.</summary>
    public static bool IsNeeded(ColumnRun run) =>
        !run.Results.Coverage.IsEmpty || run.Program.HasStandIns || run.Program.MinimumCoverage > double.Epsilon
        || Array.Exists(run.Program.Groups, g => g.Kind == Aggregation.AdditivePoints);

    public void Run(int start, Span<double> root, ReadOnlySpan<long> weightRow)
    {
        var coverage = _coverage.AsSpan(0, root.Length);
        coverage.Clear();
        for (var i = 0; i < run.Program.Measures.Length; i++)
        {
            Measure(i, start, weightRow, coverage);
        }

        for (var r = 0; r < root.Length; r++)
        {
            coverage[r] = Math.Min(coverage[r], 1);
            root[r] = coverage[r] >= run.Program.MinimumCoverage ? root[r] : double.NaN;
        }

        if (!run.Results.Coverage.IsEmpty)
        {
            coverage.CopyTo(run.Results.Coverage.Span[start..]);
        }
    }

    private void Measure(int measure, int start, ReadOnlySpan<long> weightRow, Span<double> coverage)
    {
        ref readonly var op = ref run.Program.Measures[measure];
        var shares = _shares[measure].Rows;
        for (var r = 0; r < coverage.Length; r++)
        {
            MeasureStage.PutState(run, _row, op, measure, start + r);
            if (MeasureEvaluator.State(op, _row, measure, (int)weightRow[r]) == MeasureState.Observed)
            {
                coverage[r] += shares[weightRow[r]];
            }
        }
    }
}
