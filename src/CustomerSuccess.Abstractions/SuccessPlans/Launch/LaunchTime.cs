using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// How long something takes over several customers, where those that are not there yet count until now: the estimator of E. L. Kaplan and P. Meier,
/// "Nonparametric Estimation from Incomplete Observations" (1958). Immutable.
/// </summary>
public sealed class LaunchTime
{
    /// <summary>The customers that count: <see cref="Reached"/> and <see cref="Censored"/>.</summary>
    public int Count => Reached + Censored;

    /// <summary>Those that are there.</summary>
    public required int Reached { get; init; }

    /// <summary>Those that are not there yet.</summary>
    public required int Censored { get; init; }

    /// <summary>Those left out because it cannot be told.</summary>
    public required int Unknown { get; init; }

    /// <summary>Those left out because their plan marks no milestone for it.</summary>
    public required int NotMarked { get; init; }

    /// <summary>Those left out because their plan has not begun.</summary>
    public required int NotBegun { get; init; }

    /// <summary>The first day after which at most half are not there, in days since the start; null where half have not come so far, or nobody counts.</summary>
    public required int? MedianDays { get; init; }

    /// <summary>The estimator, a step for each number of days at which someone was there.</summary>
    public required IReadOnlyList<LaunchTimeStep> Steps { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"median {(MedianDays is { } days ? $"{days} days" : "not reached by half")}, n {Count}, {Reached} reached, {Censored} not yet{Left()}");

    private string Left()
    {
        var left = Unknown + NotMarked + NotBegun;
        return left == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {left} left out");
    }
}

/// <summary>A step of the estimator.</summary>
/// <param name="Days">The days since the start.</param>
/// <param name="AtRisk">How many were not there before, and are followed to that day.</param>
/// <param name="Reached">How many were there on it.</param>
/// <param name="NotYet">The estimated share that is not there after it, 0 to 1.</param>
public sealed record LaunchTimeStep(int Days, int AtRisk, int Reached, double NotYet);

/// <summary>How long the launch takes in a segment. Immutable.</summary>
public sealed class SegmentLaunchTimes
{
    /// <summary>The segment; null of the customers that have none.</summary>
    public required string? Segment { get; init; }

    /// <summary>The time to first value: from the plan's start to the first evidenced milestone that is marked so.</summary>
    public required LaunchTime ToFirstValue { get; init; }

    /// <summary>The length of launch: from the plan's start to the first reached milestone that ends it.</summary>
    public required LaunchTime Length { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Segment ?? "no segment"}: first value {ToFirstValue}; launch {Length}";
}
