namespace CustomerSuccess.Health;

/// <summary>Whether there is a score.</summary>
public enum HealthScoreState
{
    /// <summary>There is a computed score.</summary>
    Scored,

    /// <summary>Too little is known for a score; the reason says what.</summary>
    Unknown,

    /// <summary>The strategy failed: it threw, or returned something that is not a score. The reason says which.</summary>
    Failed,
}
