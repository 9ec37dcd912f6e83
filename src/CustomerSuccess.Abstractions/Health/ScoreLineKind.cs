namespace CustomerSuccess.Health;

/// <summary>What a line of an explanation stands for.</summary>
public enum ScoreLineKind
{
    /// <summary>A measure.</summary>
    Measure,

    /// <summary>Where a group starts before its children count: the start of additive points, the 100 of a geometric mean.</summary>
    Start,

    /// <summary>What decay toward neutral took from, or gave to, a measure.</summary>
    Decay,

    /// <summary>What an any-red group took because a decisive child is red.</summary>
    AnyRed,

    /// <summary>What a group's limits took from, or gave to, the sum of its points.</summary>
    Limit,

    /// <summary>What an exception that sets the score or its band changed.</summary>
    Set,

    /// <summary>What an exception that lifts the score to a floor gave.</summary>
    Floor,

    /// <summary>What an exception that caps the score took.</summary>
    Cap,

    /// <summary>The difference between a manual override and the computed score.</summary>
    Override,

    /// <summary>The part of a strategy's score that the strategy did not attribute.</summary>
    Unattributed,

    /// <summary>What a verdict on usage took from a measure whose usage is not as it should be, or is being investigated.</summary>
    Usage,
}
