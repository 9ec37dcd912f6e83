namespace CustomerSuccess.Health;

/// <summary>Applies exceptions to a block's values, row by row: a condition reads any input.</summary>
internal sealed class ExceptionStage(ColumnRun run)
{
    private readonly double[] _row = new double[run.Program.Inputs.Length];

    /// <param name="bandIsSet">Where hysteresis does not hold the band back; or empty.</param>
    public void Run(int start, Span<double> root, Span<bool> bandIsSet)
    {
        var (outcome, undetermined) = (default(RowOutcome), false);
        for (var r = 0; r < root.Length; r++)
        {
            for (var i = 0; i < _row.Length; i++)
            {
                MeasureStage.Put(run, _row, i, start + r);
            }

            outcome.BandIsSet = !bandIsSet.IsEmpty && bandIsSet[r];
            root[r] = ExceptionEvaluator.Apply(run.Program, _row, root[r], default, default, ref outcome, ref undetermined);
            if (!bandIsSet.IsEmpty)
            {
                bandIsSet[r] = outcome.BandIsSet;
            }
        }
    }
}
