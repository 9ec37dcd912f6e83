namespace CustomerSuccess.Health;

/// <summary>How a group makes one value of its children's.</summary>
public enum Aggregation
{
    /// <summary>Σwn ÷ Σw over the children that have a value.</summary>
    WeightedMean,

    /// <summary>The worst child decides.</summary>
    Minimum,

    /// <summary>The best child decides.</summary>
    Maximum,

    /// <summary>exp(Σw ln n ÷ Σw): a child at 0 makes the group 0.</summary>
    GeometricMean,

    /// <summary>The weighted mean, capped just below the red edge where a decisive child is red.</summary>
    AnyRed,

    /// <summary>Start + sum of the children's points, kept within limits.</summary>
    AdditivePoints,
}
