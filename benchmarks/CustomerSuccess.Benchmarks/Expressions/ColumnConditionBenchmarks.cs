using BenchmarkDotNet.Attributes;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>Twenty conditions over columns, beside SQL in DuckDB on one thread.</summary>
[MemoryDiagnoser]
public class ColumnConditionBenchmarks : IDisposable
{
    private ColumnContestants? _columns;

    [Params(1_000_000)]
    public int Customers { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _columns = new ColumnContestants(new ExpressionWorkload(Customers));
        _columns.Check();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _columns?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void Columns() => _columns!.Columns();

    [Benchmark]
    public void DuckDb() => _columns!.DuckDb();
}
