namespace CustomerSuccess.Health;

public partial class Scorecard
{
    /// <summary>
    /// Scores columns into columns. Every value has the same bits as <see cref="Evaluate"/> gives for that row, on every
    /// processor and with any number of threads.
    /// </summary>
    /// <param name="columns">One column per name in <see cref="Inputs"/>.</param>
    /// <param name="results">Where to write; what is left empty is not computed.</param>
    /// <param name="threads">The threads, at least 1.</param>
    /// <param name="cancellationToken">Cancels within milliseconds; the results are then partly written.</param>
    /// <exception cref="ArgumentException">A column is missing or has the wrong length.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Score(ScoreColumns columns, ScoreResults results, int threads = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(results);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var inputs = columns.InOrder(Name, Program.Inputs);
        results.Check(this, columns.Rows);
        new ColumnRun(Program, inputs, columns, results).Run(threads, cancellationToken);
    }
}
