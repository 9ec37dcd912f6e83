using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Launching;

/// <summary>An evening of a launch: how the plan stood, as known then, and what the customer was or was not asked.</summary>
public sealed class LaunchDay
{
    /// <summary>The day since the start.</summary>
    public required int Day { get; init; }

    /// <summary>How the plan stood.</summary>
    public required PlanState State { get; init; }

    /// <summary>The tee-ups that were tried, and what came of it.</summary>
    public required IReadOnlyList<(string TeeUp, TeeUpPermission Permission)> Tries { get; init; }

    /// <summary>The day on which an event happened.</summary>
    public int DayOf(PlanEvent given) => DayOf(given?.OccurredAt ?? throw new ArgumentNullException(nameof(given)));

    /// <summary>The day of an instant, since the start.</summary>
    public int DayOf(DateTimeOffset instant) => State.Plan.DayOf(instant);
}
