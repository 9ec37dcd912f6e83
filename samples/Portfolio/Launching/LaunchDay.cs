using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Launching;

/// <summary>An evening of a launch: how the plan stood, as known then, and what the customer was or was not asked.</summary>
public sealed class LaunchDay
{
    /// <summary>The day since the start.</summary>
    public required int Day { get; init; }

    /// <summary>How the plan stood.</summary>
    public required PlanState State { get; init; }

    /// <summary>What the customer was to be asked, and whether it was.</summary>
    public required IReadOnlyList<LaunchAsk> Asks { get; init; }

    /// <summary>The day on which an event happened.</summary>
    public int DayOf(PlanEvent given) => DayOf(given?.OccurredAt ?? throw new ArgumentNullException(nameof(given)));

    /// <summary>The day of an instant, since the start.</summary>
    public int DayOf(DateTimeOffset instant) => State.Plan.DayOf(instant);
}

/// <summary>Something that the plan announces, which the customer was to be asked on an evening.</summary>
/// <param name="TeeUp">The tee-up.</param>
/// <param name="IsAllowed">Whether it was asked; otherwise it was refused.</param>
/// <param name="Reason">Why, or why not.</param>
public sealed record LaunchAsk(string TeeUp, bool IsAllowed, string Reason);
