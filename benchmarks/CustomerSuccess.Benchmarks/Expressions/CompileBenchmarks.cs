using BenchmarkDotNet.Attributes;

namespace CustomerSuccess.Benchmarks.Expressions;

/// <summary>From the text of a condition to something that answers, beside System.Linq.Dynamic.Core. Times and bytes are for twenty conditions.</summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    private readonly CompileContestants _compiling = new();

    [GlobalSetup]
    public void Prepare() => CompileContestants.Check();

    [Benchmark(Baseline = true)]
    public void Ours() => _compiling.Ours();

    [Benchmark]
    public void DynamicLinq() => _compiling.DynamicLinq();
}
