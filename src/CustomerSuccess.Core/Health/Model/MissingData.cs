namespace CustomerSuccess.Health;

/// <summary>What stands in for a measure that is not known.</summary>
public enum MissingDataKind
{
    /// <summary>Nothing: the weight goes to the observed siblings. The default.</summary>
    Redistribute,

    /// <summary>A neutral value.</summary>
    Neutral,

    /// <summary>The lowest value that the curve can reach.</summary>
    Pessimistic,

    /// <summary>The last known value, up to a maximum age; then redistribution.</summary>
    CarryForward,

    /// <summary>Nothing, and the whole scorecard gives no score.</summary>
    Abstain,
}

/// <summary>The missing-data policy of a measure. Immutable.</summary>
public sealed class MissingData
{
    private MissingData(MissingDataKind kind, double neutral = 50, TimeSpan maximumAge = default) =>
        (Kind, NeutralValue, MaximumAge) = (kind, neutral, maximumAge);

    /// <summary>The weight goes to the observed siblings.</summary>
    public static MissingData Redistribute { get; } = new(MissingDataKind.Redistribute);

    /// <summary>The lowest value that the curve can reach stands in.</summary>
    public static MissingData Pessimistic { get; } = new(MissingDataKind.Pessimistic);

    /// <summary>The whole scorecard gives no score.</summary>
    public static MissingData Abstain { get; } = new(MissingDataKind.Abstain);

    /// <summary>What stands in.</summary>
    public MissingDataKind Kind { get; }

    /// <summary>The value that stands in where the kind is neutral: 50 unless stated.</summary>
    public double NeutralValue { get; }

    /// <summary>The greatest age of a value carried forward.</summary>
    public TimeSpan MaximumAge { get; }

    /// <summary>A neutral value stands in.</summary>
    public static MissingData Neutral(double value = 50) => new(MissingDataKind.Neutral, value);

    /// <summary>The last known value stands in while it is not older than the maximum.</summary>
    public static MissingData CarryForward(TimeSpan maximumAge) => new(MissingDataKind.CarryForward, maximumAge: maximumAge);
}
