using BenchmarkDotNet.Attributes;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>One condition of one customer at a time, beside the same condition written in C#. Times and bytes are per evaluation.</summary>
[MemoryDiagnoser]
public class ConditionBenchmarks
{
    private RowContestants _rows = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _rows = new RowContestants();
        _rows.Check();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = RowContestants.Customers)]
    public long ByHand()
    {
        _rows.ByHand();
        return _rows.Held;
    }

    [Benchmark(OperationsPerInvoke = RowContestants.Customers)]
    public long Closure()
    {
        _rows.Closure();
        return _rows.Held;
    }
}
