namespace CustomerSuccess.Signals;

/// <summary>What is computed from the signals of a window. Signals without a value count, and have no part in sums, means, extremes, the latest value and the slope.</summary>
public enum SignalAggregation
{
    /// <summary>How many there are. Of nothing, covered: 0.</summary>
    Count,

    /// <summary>The sum of their values. Of nothing, covered: 0.</summary>
    Sum,

    /// <summary>The mean of their values. Of nothing: unknown.</summary>
    Mean,

    /// <summary>The smallest value. Of nothing: unknown.</summary>
    Minimum,

    /// <summary>The largest value. Of nothing: unknown.</summary>
    Maximum,

    /// <summary>How many different actors there are; signals without an actor have none. Of nothing, covered: 0.</summary>
    DistinctActors,

    /// <summary>On how many calendar days of a stated zone they happened. Of nothing, covered: 0.</summary>
    ActiveDays,

    /// <summary>The value of the one that happened last; of several at one instant the one recorded last, then the largest. Of nothing: unknown.</summary>
    Latest,

    /// <summary>Days since the last one happened, with or without a value. Of nothing: unknown.</summary>
    Age,

    /// <summary>The ordinary least-squares slope of values on days. Unknown below two distinct instants.</summary>
    Slope,
}
