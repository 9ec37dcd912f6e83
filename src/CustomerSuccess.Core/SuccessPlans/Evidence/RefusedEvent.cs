namespace CustomerSuccess.SuccessPlans;

/// <summary>An event that is of no use to a plan, and why. Immutable.</summary>
public sealed class RefusedEvent
{
    /// <summary>The event.</summary>
    public required PlanEvent Event { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Event.Id}: {Reason}";
}
