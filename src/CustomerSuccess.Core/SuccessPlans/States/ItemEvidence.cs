namespace CustomerSuccess.SuccessPlans;

/// <summary>What completes an item as of an instant.</summary>
internal readonly struct ItemEvidence
{
    /// <summary>Since when it is completed; null where it is not.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The day of that; <see cref="PlanSchedule.Open"/> where it is not completed.</summary>
    public required int Day { get; init; }

    /// <summary>Why it cannot be told whether it is completed; empty where it can.</summary>
    public IReadOnlyList<UnknownCause>? Causes { get; init; }

    /// <summary>Whether only a condition or measure completed it, and nobody said so.</summary>
    public bool IsSeenOnly { get; init; }

    /// <summary>Whether every recorded piece of evidence that stands was caused by the vendor, and there is one.</summary>
    public bool IsVendorsOnly { get; init; }

    public bool IsOpen => At is null;

    public bool IsUnknown => At is null && Causes is { Count: > 0 };
}
