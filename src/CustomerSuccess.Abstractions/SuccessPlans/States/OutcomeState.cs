namespace CustomerSuccess.SuccessPlans;

/// <summary>Whether a desired outcome is reached as of an instant, and how sure that is. Immutable.</summary>
public sealed class OutcomeState
{
    /// <summary>The outcome.</summary>
    public required string Id { get; init; }

    /// <summary>What is wanted.</summary>
    public required string Title { get; init; }

    /// <summary>The outcome that it follows; null for a first one.</summary>
    public required string? Follows { get; init; }

    /// <summary>The stakeholder who wants it; null for the customer as a whole.</summary>
    public required string? Stakeholder { get; init; }

    /// <summary>Whether all its milestones are reached; false of one that is not planned yet.</summary>
    public required bool IsReached { get; init; }

    /// <summary>Since when, UTC; null where it is not.</summary>
    public required DateTimeOffset? ReachedAt { get; init; }

    /// <summary>Of its milestones the least sure.</summary>
    public required Verification Verification { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Id}: {(IsReached ? "reached" : "open")}, {Verification}";
}
