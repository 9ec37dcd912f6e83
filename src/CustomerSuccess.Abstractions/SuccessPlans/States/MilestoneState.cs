namespace CustomerSuccess.SuccessPlans;

/// <summary>How a milestone stands as of an instant. Immutable.</summary>
public sealed class MilestoneState
{
    /// <summary>The milestone.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Its share in the plan's value, 0 to 1; the shares of a plan's milestones sum to 1 within 1e-9.</summary>
    public required double Share { get; init; }

    /// <summary>When it is due, in days since the plan's start.</summary>
    public required int DueDay { get; init; }

    /// <summary>Whether it is reached; unknown where the condition that would say so is not known and never was true.</summary>
    public required Reading<bool> Reached { get; init; }

    /// <summary>Since when it is reached, UTC; null where it is not, or that is not known.</summary>
    public required DateTimeOffset? ReachedAt { get; init; }

    /// <summary>The day, since the plan's start, on which it was reached; null where it is not.</summary>
    public required int? ReachedDay { get; init; }

    /// <summary>What it adds to the plan's value, 0 to 1: of an objective how far it has come, otherwise 0 or 1; both ends differ where it is not known.</summary>
    public required ValueRange Progress { get; init; }

    /// <summary>How far the work has come: of an objective the same, otherwise the share of its accountabilities' weight that is done; at most 0.99 until it is reached.</summary>
    public required ValueRange Actual { get; init; }

    /// <summary>How far it should have come, 0 to 1: of an objective linearly from start to due, otherwise the share of its accountabilities' weight that is due.</summary>
    public required double Expected { get; init; }

    /// <summary>How it comes along.</summary>
    public required Pace Pace { get; init; }

    /// <summary>How sure its outcome is.</summary>
    public required Verification Verification { get; init; }

    /// <summary>The contact who acknowledged it; null where none did.</summary>
    public required string? AcknowledgedBy { get; init; }

    /// <summary>Whether all that evidences it was caused by the vendor; false where it is not reached or causes are not known.</summary>
    public required bool IsVendorsWordOnly { get; init; }

    /// <summary>Whether everything that the parties owed for it was kept, and still it has not come by its day: the plan was not enough.</summary>
    public required bool IsPlanInsufficient { get; init; }

    /// <summary>The present value of its objective, in the objective's unit; null where it has none.</summary>
    public required Reading<double>? Value { get; init; }

    /// <summary>Why something of it is not known; empty where all is.</summary>
    public required IReadOnlyList<UnknownCause> Causes { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Id}: {Pace}{(ReachedDay is { } day ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" on day {day}") : "")}";
}
