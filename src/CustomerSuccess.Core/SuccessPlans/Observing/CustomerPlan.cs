namespace CustomerSuccess.SuccessPlans;

/// <summary>A customer's plan as of an instant, with what portfolios are weighed by. Immutable.</summary>
public sealed class CustomerPlan
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>How the plan in force stands; null where there is none, or it cannot be read.</summary>
    public required PlanState? State { get; init; }

    /// <summary>Why there is no state; null where there is one.</summary>
    public required UnknownCause? Why { get; init; }

    /// <summary>The customer's segment by experience; null where there is no such scheme.</summary>
    public required string? Segment { get; init; }

    /// <summary>The customer's recurring revenue a year; unknown where it is.</summary>
    public required Reading<Money> AnnualRevenue { get; init; }

    /// <inheritdoc />
    public override string ToString() => State?.ToString() ?? $"{CustomerId}: {Why}";
}
