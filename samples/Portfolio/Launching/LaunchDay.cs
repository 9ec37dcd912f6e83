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

    /// <summary>The blockers that stand, by when they were raised, each with the event that cleared it.</summary>
    public IReadOnlyList<(BlockerRaised Raised, BlockerCleared? Cleared)> Blockers =>
        [.. State.Events.OfType<BlockerRaised>().Select(r => (r, State.Events.OfType<BlockerCleared>().FirstOrDefault(c => c.BlockerId == r.Id)))];

    /// <summary>The day on which an event happened.</summary>
    public int DayOf(PlanEvent given) => State.Plan.DayOf(given.OccurredAt);
}
