namespace CustomerSuccess.Health;

/// <summary>A part of a composite.</summary>
internal sealed class StrategyPart(string name, double weight, IHealthScoreStrategy strategy)
{
    public string Name { get; } = name;

    public double Weight { get; } = weight;

    public IHealthScoreStrategy Strategy { get; } = strategy;

    public StrategyRunner Runner { get; } = new(name, strategy);
}

/// <summary>A part of a composite with its score of one customer.</summary>
internal readonly record struct ScoredPart(string Name, double Weight, HealthScore Score)
{
    public bool Answers => Score.Computed is not null;

    public bool Failed => Score.State == HealthScoreState.Failed;

    public double Lower => Score.Lower ?? 0;

    public double Upper => Score.Upper ?? 100;
}
