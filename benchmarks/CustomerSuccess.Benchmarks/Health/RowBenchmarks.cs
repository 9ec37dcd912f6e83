using BenchmarkDotNet.Attributes;

namespace CustomerSuccess.Benchmarks.Health;

/// <summary>One customer at a time, beside code written by hand for the very scorecard. Times and bytes are per customer.</summary>
[MemoryDiagnoser]
public class RowBenchmarks
{
    private RowContestants _rows = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var workload = new HealthWorkload(100_000);
        _rows = new RowContestants(workload);
        _rows.Check(workload);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = RowContestants.Customers)]
    public double ByHand()
    {
        _rows.ExplainByHand();
        return _rows.Sink;
    }

    [Benchmark(OperationsPerInvoke = RowContestants.Customers)]
    public double Explained()
    {
        _rows.Explain();
        return _rows.Sink;
    }

    [Benchmark(OperationsPerInvoke = RowContestants.Customers)]
    public double ScoreObject()
    {
        _rows.ScoreObjects();
        return _rows.Sink;
    }
}
