namespace CustomerSuccess.Health;

/// <summary>One scoring of columns: blocks of rows, handed out to the threads in turn.</summary>
internal sealed class ColumnRun(ScorecardProgram program, ReadOnlyMemory<double>[] inputs, ScoreColumns columns, ScoreResults results)
{
    /// <summary>Rows per block: the block's values stay in the first-level cache, and each column is still read in runs of pages.</summary>
    public const int BlockRows = 1024;

    private const int BlocksPerTurn = 16;

    public ScorecardProgram Program { get; } = program;

    public ReadOnlyMemory<double>[] Inputs { get; } = inputs;

    public ScoreColumns Columns { get; } = columns;

    public ScoreResults Results { get; } = results;

    public void Run(int threads, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turns = (Columns.Rows + (BlockRows * BlocksPerTurn) - 1) / (BlockRows * BlocksPerTurn);
        threads = Math.Min(threads, turns);
        if (threads <= 1)
        {
            var scorer = BlockScorer.For(this);
            for (var turn = 0; turn < turns; turn++)
            {
                Turn(scorer, turn, cancellationToken);
            }

            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, turns, options, () => BlockScorer.For(this), (turn, _, scorer) => Turn(scorer, turn, cancellationToken), _ => { });
    }

    private BlockScorer Turn(BlockScorer scorer, int turn, CancellationToken cancellationToken)
    {
        var first = turn * BlockRows * BlocksPerTurn;
        var end = (int)Math.Min((long)first + (BlockRows * BlocksPerTurn), Columns.Rows);
        for (var start = first; start < end; start += BlockRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            scorer.Score(start, Math.Min(BlockRows, end - start));
        }

        return scorer;
    }
}
