namespace CustomerSuccess.Testing;

/// <summary>The same context gives the same result while other threads score other customers with the same strategy.</summary>
internal sealed class ThreadSafeLaw() : Law(StrategyLaw.Pure)
{
    private const int Threads = 4;
    private const int CallsPerThread = 20;

    // Threads cost much more than calls.
    public override int MostCases => 30;

    // Threads of its own: a busy pool would run everything on one.
    public override LawFinding? Broken(StrategyTrial trial, SampleCase sample)
    {
        var strategy = trial.Strategy;
        var expected = StrategyTrial.Signature(strategy, sample);
        var others = Enumerable.Range(0, Threads).Select(i => FactSampling.Case(trial.Samples, i)).ToArray();
        string? different = null;
        using var start = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
            for (var call = 0; call < CallsPerThread; call++)
            {
                if (number % 2 == 1)
                {
                    StrategyTrial.Signature(strategy, others[(number + call) % others.Length]);
                }
                else if (StrategyTrial.Signature(strategy, sample) is var got && got != expected)
                {
                    Interlocked.CompareExchange(ref different, got, null);
                }
            }
        })).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        return different is null ? null : new("threads", $"it gives '{expected}', and while other threads score '{different}'");
    }
}
