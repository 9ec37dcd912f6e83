namespace CustomerSuccess.Health;

/// <summary>A lambda with a name.</summary>
internal sealed class LambdaStrategy(string name, Func<HealthScoreContext, HealthResult> score, string? version) : IVersionedHealthStrategy
{
    public string? Version { get; } = version;

    /// <summary>The host's own lambda: two strategies of one lambda are the same.</summary>
    public Func<HealthScoreContext, HealthResult> Lambda => score;

    public HealthResult Score(HealthScoreContext context) => score(context);

    public override string ToString() => $"strategy '{name}'";
}
