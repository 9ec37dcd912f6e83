using BenchmarkDotNet.Attributes;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>Twenty conditions of one customer at a time, beside RulesEngine. Times and bytes are per customer.</summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    private RowContestants _rows = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _rows = new RowContestants();
        _rows.Check();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = RowContestants.Customers)]
    public long Closures()
    {
        _rows.Closures();
        return _rows.Held;
    }

    [Benchmark(OperationsPerInvoke = RowContestants.FewCustomers)]
    public long Rules()
    {
        _rows.Rules();
        return _rows.Held;
    }
}
