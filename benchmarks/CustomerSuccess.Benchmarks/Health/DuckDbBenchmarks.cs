using BenchmarkDotNet.Attributes;

namespace CustomerSuccess.Benchmarks.Health;

/// <summary>The same scores by SQL in DuckDB, on one thread.</summary>
[MemoryDiagnoser]
public class DuckDbBenchmarks : IDisposable
{
    private const int Customers = 1_000_000;
    private ColumnContestants _columns = null!;
    private DuckDbScorecard? _duck;

    [GlobalSetup]
    public void Prepare()
    {
        var workload = new HealthWorkload(Customers);
        _columns = new ColumnContestants(workload, Customers);
        _duck = new DuckDbScorecard(workload, Customers);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _duck?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void Score() => _columns.Score();

    [Benchmark]
    public void ScoreBySql() => _duck!.Score();
}
