using CustomerSuccess.Benchmarks.Quick;
using CustomerSuccess.Health;

namespace CustomerSuccess.Benchmarks.Health;

/// <summary>One row at a time: explained into a caller's span, by hand-written code, and into score objects.</summary>
internal sealed class RowContestants
{
    /// <summary>So many that no branch predictor learns them by heart, as it does a few thousand rows scored again and again.</summary>
    public const int Customers = 65_536;

    private static readonly DateTimeOffset AsOf = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Scorecard _scorecard;
    private readonly double[] _rows;
    private readonly byte[] _segments;
    private readonly double[] _lines;
    private readonly int _width;

    public RowContestants(HealthWorkload workload)
    {
        (_scorecard, _rows, _segments) = (workload.Scorecard, workload.Rows(Customers), workload.Segments[..Customers]);
        _width = workload.Columns.Length;
        _lines = new double[_width];
    }

    /// <summary>Something to do with the results, so that no compiler leaves them out.</summary>
    public double Sink { get; private set; }

    public void Explain()
    {
        var sum = 0d;
        for (var i = 0; i < _segments.Length; i++)
        {
            var score = _scorecard.Evaluate(Row(i), _lines, _segments[i]);
            sum += score.Value + score.BandIndex + _lines[i & 7];
        }

        Sink = sum;
    }

    public void ExplainByHand()
    {
        var sum = 0d;
        for (var i = 0; i < _segments.Length; i++)
        {
            var value = HandWrittenScorecard.Explain(Row(i), _lines, _segments[i], out var band);
            sum += value + band + _lines[i & 7];
        }

        Sink = sum;
    }

    public void ScoreObjects()
    {
        var sum = 0d;
        for (var i = 0; i < _segments.Length; i++)
        {
            var score = _scorecard.Score(Row(i), AsOf);
            sum += (score.Value ?? 0) + score.BandIndex;
        }

        Sink = sum;
    }

    /// <summary>The bytes that one customer costs on the heap.</summary>
    public static double Bytes(Action run)
    {
        run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Customers;
    }

    public void Check(HealthWorkload workload)
    {
        var byHand = new double[_width];
        var rows = workload.Rows(workload.Customers);
        for (var i = 0; i < workload.Customers; i++)
        {
            var row = rows.AsSpan(i * _width, _width);
            var score = _scorecard.Evaluate(row, _lines, workload.Segments[i]);
            var value = HandWrittenScorecard.Explain(row, byHand, workload.Segments[i], out var band);
            Agreement.OfNumbers("The hand-written scorecard", [score.Value, score.BandIndex, .. _lines], [value, band, .. byHand]);
        }

        for (var i = 0; i < Customers; i++)
        {
            var (row, made) = (_scorecard.Evaluate(Row(i)), _scorecard.Score(Row(i), AsOf));
            Agreement.OfNumbers("The score object", [row.Value, row.BandIndex], [made.Value ?? double.NaN, made.BandIndex]);
        }
    }

    private ReadOnlySpan<double> Row(int customer) => _rows.AsSpan(customer * _width, _width);
}
