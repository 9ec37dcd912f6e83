namespace CustomerSuccess.Health;

/// <summary>What follows where the condition of an exception is not known.</summary>
public enum WhenUnknown
{
    /// <summary>The exception is not applied, and listed as not known. The default.</summary>
    Ignore,

    /// <summary>The exception is applied.</summary>
    Apply,

    /// <summary>There is no score.</summary>
    Abstain,
}

/// <summary>An exception: under a condition it sets, lifts or caps the score. Immutable.</summary>
public sealed class ExceptionModel
{
    /// <summary>The id, unique in the scorecard.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="ScoreLineKind.Set"/>, <see cref="ScoreLineKind.Floor"/> or <see cref="ScoreLineKind.Cap"/>.</summary>
    public required ScoreLineKind Kind { get; init; }

    /// <summary>The value to set, lift to or cap at, 0 to 100; null where a band is named instead.</summary>
    public double? Value { get; init; }

    /// <summary>The band to set, lift to or cap at; null where a value is stated.</summary>
    public string? Band { get; init; }

    /// <summary>The condition.</summary>
    public required ScoreCondition When { get; init; }

    /// <summary>The reason, for people.</summary>
    public required string Because { get; init; }

    /// <summary>The place in the order: smaller first, so that a larger number has the last word.</summary>
    public int Priority { get; init; }

    /// <summary>What follows where the condition is not known.</summary>
    public WhenUnknown WhenUnknown { get; init; }
}
