namespace CustomerSuccess.Health;

/// <summary>Where the value behind a measure's line comes from.</summary>
public enum ScoreLineState
{
    /// <summary>It was observed.</summary>
    Observed,

    /// <summary>Not known; its weight went to the observed siblings.</summary>
    Redistributed,

    /// <summary>Not known; a neutral value stands in.</summary>
    Neutral,

    /// <summary>Not known; the worst reachable value stands in.</summary>
    Pessimistic,

    /// <summary>Not known; the last known value stands in.</summary>
    CarriedForward,

    /// <summary>Not known, and so the whole scorecard gives no score.</summary>
    Abstained,

    /// <summary>Read by a strategy that does not say what it counted for; where it is not known, the line's cause says why.</summary>
    LeftToStrategy,
}
