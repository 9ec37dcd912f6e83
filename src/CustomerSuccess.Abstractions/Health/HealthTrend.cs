using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>Which way a score is going.</summary>
public enum TrendDirection
{
    /// <summary>Too few scores to tell.</summary>
    Unknown,

    /// <summary>The interval of the slope lies below 0.</summary>
    Falling,

    /// <summary>The interval of the slope holds 0: what is seen may be noise.</summary>
    Steady,

    /// <summary>The interval of the slope lies above 0.</summary>
    Rising,
}

/// <summary>
/// The trend of a score: the least-squares slope over the latest 4 to 12 scores spaced at least one measure window apart, all
/// scored with one configuration, with Student's 95 % interval. A trend is declared where the interval excludes 0. Immutable.
/// </summary>
public sealed class HealthTrend
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The instant as of which, UTC; of a lost customer the decision date.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The direction.</summary>
    public required TrendDirection Direction { get; init; }

    /// <summary>Points a day; null where the direction is unknown.</summary>
    public required double? PointsPerDay { get; init; }

    /// <summary>The lower end of the 95 % interval of the slope, in points a day; null where the direction is unknown.</summary>
    public required double? Lower { get; init; }

    /// <summary>The upper end of the 95 % interval of the slope, in points a day; null where the direction is unknown.</summary>
    public required double? Upper { get; init; }

    /// <summary>The distance between two scores.</summary>
    public required TimeSpan Spacing { get; init; }

    /// <summary>The scores that count, the oldest first.</summary>
    public required IReadOnlyList<TrendPoint> Points { get; init; }

    /// <summary><c>falling: -3.1 points in 28 days (-5.0 to -1.2), 8 scores</c>.</summary>
    public override string ToString()
    {
        if (PointsPerDay is not { } slope || Lower is not { } lower || Upper is not { } upper)
        {
            return string.Create(CultureInfo.InvariantCulture, $"trend unknown: {Points.Count} of the 4 scores that it needs");
        }

        var days = Spacing.TotalDays;
        return Direction == TrendDirection.Steady
            ? string.Create(CultureInfo.InvariantCulture, $"steady: {slope * days:+0.0;-0.0;0.0} points in {days:0.#} days may be noise ({lower * days:+0.0;-0.0;0.0} to {upper * days:+0.0;-0.0;0.0}), {Points.Count} scores")
            : string.Create(CultureInfo.InvariantCulture, $"{Direction.ToString().ToLowerInvariant()}: {slope * days:+0.0;-0.0;0.0} points in {days:0.#} days ({lower * days:+0.0;-0.0;0.0} to {upper * days:+0.0;-0.0;0.0}), {Points.Count} scores");
    }
}

/// <summary>A score on the line of a trend.</summary>
public sealed class TrendPoint
{
    /// <summary>The instant as of which, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The computed score.</summary>
    public required double Value { get; init; }
}
