using BenchmarkDotNet.Attributes;

namespace CustomerSuccess.Benchmarks.Documents;

/// <summary>Fifty scorecards of forty measures: loaded and compiled, beside parsing their bytes.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private readonly DocumentContestants _contestants = new();

    [GlobalSetup]
    public void Prepare() => _contestants.Check();

    [Benchmark(Baseline = true)]
    public void Parse() => _contestants.Parse();

    [Benchmark]
    public void Load() => _contestants.Load();
}
