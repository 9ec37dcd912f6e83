using CustomerSuccess.Benchmarks.Quick;
using CustomerSuccess.Health;

namespace CustomerSuccess.Benchmarks.Health;

/// <summary>The columnar operations over the first customers of a workload. All memory is allocated and touched here.</summary>
internal sealed class ColumnContestants
{
    private readonly HealthWorkload _workload;
    private readonly ScoreColumns _columns;
    private readonly ScoreResults _scores;
    private readonly ScoreResults _lines;
    private readonly double[] _limitValues;
    private readonly sbyte[] _limitBands;

    public ColumnContestants(HealthWorkload workload, int customers)
    {
        (_workload, Customers) = (workload, customers);
        _columns = new ScoreColumns(customers).Segments(workload.Segments.AsMemory(0, customers));
        foreach (var (input, column) in workload.Scorecard.Inputs.Zip(workload.Columns))
        {
            _columns.Add(input, column.AsMemory(0, customers));
        }

        (Values, Bands, Lines) = (Touched<double>(customers), Touched<sbyte>(customers), [.. workload.Columns.Select(_ => Touched<double>(customers))]);
        (_limitValues, _limitBands) = (Touched<double>(customers), Touched<sbyte>(customers));
        _scores = new ScoreResults { Values = Values, Bands = Bands };
        _lines = new ScoreResults { Values = Values, Bands = Bands, Lines = [.. Lines.Select(l => l.AsMemory())] };
    }

    public int Customers { get; }

    public double[] Values { get; }

    public sbyte[] Bands { get; }

    public double[][] Lines { get; }

    public void Limit() => MemoryLimit.Run(_workload.Columns, _workload.Segments.AsSpan(0, Customers), _limitValues, _limitBands);

    public void Score() => _workload.Scorecard.Score(_columns, _scores, threads: 1);

    public void ScoreOnTwoThreads() => _workload.Scorecard.Score(_columns, _scores, threads: 2);

    public void ScoreWithLines() => _workload.Scorecard.Score(_columns, _lines, threads: 1);

    /// <summary>Every operation gives the bits of the row path, and the limit really reads and writes everything.</summary>
    public void Check()
    {
        var scorecard = _workload.Scorecard;
        var (values, bands, lines) = (new double[Customers], new sbyte[Customers], Lines.Select(_ => new double[Customers]).ToArray());
        var (row, rowLines) = (new double[Lines.Length], new double[Lines.Length]);
        for (var i = 0; i < Customers; i++)
        {
            for (var m = 0; m < row.Length; m++)
            {
                row[m] = _workload.Columns[m][i];
            }

            var score = scorecard.Evaluate(row, rowLines, _workload.Segments[i]);
            (values[i], bands[i]) = (score.Value, (sbyte)score.BandIndex);
            for (var m = 0; m < row.Length; m++)
            {
                lines[m][i] = rowLines[m];
            }
        }

        Check("Columnar scoring", Score, values, bands);
        Check("Columnar scoring on two threads", ScoreOnTwoThreads, values, bands);
        Check("Columnar scoring with lines", ScoreWithLines, values, bands);
        for (var m = 0; m < lines.Length; m++)
        {
            Agreement.OfBits<double>($"The column of lines {m}", lines[m], Lines[m]);
        }

        Limit();
        var checkedCustomers = Customers - (Customers % 32);
        var sums = Enumerable.Range(0, checkedCustomers).Select(i => _workload.Columns.Sum(c => c[i])).ToArray();
        Agreement.OfNumbers("The memory limit", sums, _limitValues);
        Agreement.OfBits("The memory limit", _workload.Segments.AsSpan(0, checkedCustomers), System.Runtime.InteropServices.MemoryMarshal.AsBytes(_limitBands.AsSpan(0, checkedCustomers)));
    }

    private static T[] Touched<T>(int length)
    {
        var array = GC.AllocateUninitializedArray<T>(length);
        array.AsSpan().Clear();
        return array;
    }

    private void Check(string who, Action run, double[] values, sbyte[] bands)
    {
        Values.AsSpan().Fill(-1);
        Bands.AsSpan().Fill(-2);
        run();
        Agreement.OfBits<double>(who, values, Values);
        Agreement.OfBits<sbyte>(who, bands, Bands);
    }
}
