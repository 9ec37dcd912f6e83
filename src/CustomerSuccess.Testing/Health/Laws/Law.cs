namespace CustomerSuccess.Testing;

/// <summary>One promise, asked of one case at a time, so that a broken case can be made simpler and asked again.</summary>
internal abstract class Law(StrategyLaw which, string? fact = null)
{
    public StrategyLaw Which { get; } = which;

    /// <summary>The fact it is about, or null.</summary>
    public string? Fact { get; } = fact;

    /// <summary>How many cases it is asked of at most.</summary>
    public virtual int MostCases => int.MaxValue;

    /// <summary>How the case breaks the promise; null where it keeps it.</summary>
    public abstract LawFinding? Broken(StrategyTrial trial, SampleCase sample);
}

/// <summary>How a promise is broken.</summary>
/// <param name="Kind">Which way; each way is reported once.</param>
/// <param name="What">In words.</param>
internal sealed record LawFinding(string Kind, string What);
