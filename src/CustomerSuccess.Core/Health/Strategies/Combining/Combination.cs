namespace CustomerSuccess.Health;

/// <summary>How the scores of parts become one.</summary>
internal abstract class Combination
{
    /// <summary>The name under which it is hashed.</summary>
    public abstract string Name { get; }

    /// <summary>The scores that are needed, in the order of the parts.</summary>
    public virtual IReadOnlyList<ScoredPart> Ask(IReadOnlyList<StrategyPart> parts, HealthScoreContext context) => [.. parts.Select(p => Ask(p, context))];

    /// <summary>The share that each part's lines have in the whole; null where there is no score.</summary>
    public abstract double[]? Shares(IReadOnlyList<ScoredPart> parts);

    /// <summary>The share of what the parts need that was observed, 0 to 1.</summary>
    public abstract double Coverage(IReadOnlyList<ScoredPart> parts);

    /// <summary>What the whole could be once everything missing arrives; the caller adds the value itself.</summary>
    public abstract (double Lower, double Upper) Bounds(IReadOnlyList<ScoredPart> parts);

    /// <summary>What is said of a part that is unknown where the whole has a score all the same.</summary>
    public virtual ScoreLineState PassedOver => ScoreLineState.LeftToStrategy;

    /// <summary>Whether the whole is failed.</summary>
    public virtual bool Fails(IReadOnlyList<ScoredPart> parts) => parts.Any(p => p.Failed);

    protected static ScoredPart Ask(StrategyPart part, HealthScoreContext context) =>
        new(part.Name, part.Weight, part.Runner.Score(Contexts.OfPart(context)));

    protected static double[] All(IReadOnlyList<ScoredPart> parts, int deciding)
    {
        var shares = new double[parts.Count];
        shares[deciding] = 1;
        return shares;
    }
}
