namespace CustomerSuccess.Testing;

/// <summary>The same context, built anew each time, gives the same result: again, after other customers, from a fresh strategy.</summary>
internal sealed class PureLaw() : Law(StrategyLaw.Pure)
{
    private const int Others = 6;

    public override LawFinding? Broken(StrategyTrial trial, SampleCase sample)
    {
        var first = StrategyTrial.Signature(trial.Strategy, sample);
        var again = StrategyTrial.Signature(trial.Strategy, sample);
        if (again != first)
        {
            return new("again", $"it gives '{first}' and then '{again}' for the same facts");
        }

        for (var i = 0; i < Others; i++)
        {
            StrategyTrial.Signature(trial.Strategy, FactSampling.Case(trial.Samples, i));
        }

        var later = StrategyTrial.Signature(trial.Strategy, sample);
        if (later != first)
        {
            return new("order", $"it gives '{first}', and after other customers '{later}'");
        }

        return trial.Fresh is { } make && StrategyTrial.Signature(make(), sample) is var unused && unused != first
            ? new("memory", $"used, it gives '{first}'; fresh, it gives '{unused}'")
            : null;
    }
}
