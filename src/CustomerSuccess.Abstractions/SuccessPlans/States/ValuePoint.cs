namespace CustomerSuccess.SuccessPlans;

/// <summary>The value that a plan was expected to have delivered by the end of a day, and what it had. Immutable.</summary>
public sealed class ValuePoint
{
    /// <summary>The day, since the plan's start.</summary>
    public required int Day { get; init; }

    /// <summary>What was expected, 0 to 1: milestones by their due days, objectives linearly from start to due.</summary>
    public required double Expected { get; init; }

    /// <summary>What it had; null of a day that is still to come.</summary>
    public required ValueRange? Actual { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"day {Day}: {Actual?.ToString() ?? "?"} of {100 * Expected:0.#}");
}
