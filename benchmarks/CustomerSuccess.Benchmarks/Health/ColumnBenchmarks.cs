using BenchmarkDotNet.Attributes;

namespace CustomerSuccess.Benchmarks.Health;

/// <summary>A portfolio in columns, beside the least that reading and writing the memory costs.</summary>
[MemoryDiagnoser]
public class ColumnBenchmarks
{
    private ColumnContestants _columns = null!;

    [Params(1_000_000, 4_000_000)]
    public int Customers { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _columns = new ColumnContestants(new HealthWorkload(Customers), Customers);
        _columns.Check();
    }

    [Benchmark(Baseline = true)]
    public void MemoryLimit() => _columns.Limit();

    [Benchmark]
    public void Score() => _columns.Score();

    [Benchmark]
    public void ScoreOnTwoThreads() => _columns.ScoreOnTwoThreads();

    [Benchmark]
    public void ScoreWithLines() => _columns.ScoreWithLines();
}
