namespace CustomerSuccess.SuccessPlans;

/// <summary>How an accountability stands as of an instant. Immutable.</summary>
public sealed class AccountabilityState
{
    /// <summary>The accountability.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Who owes it.</summary>
    public required PlanParty Party { get; init; }

    /// <summary>How it stands.</summary>
    public required AccountabilityStanding Standing { get; init; }

    /// <summary>When it is due, in days since the plan's start.</summary>
    public required int DueDay { get; init; }

    /// <summary>From when it can be, or could be, worked on: when the last of what came before it was done, or its start.</summary>
    public required int ReadyDay { get; init; }

    /// <summary>Until when it is kept: its due day, or its planned duration after <see cref="ReadyDay"/> if that is later.</summary>
    public required int KeptUntilDay { get; init; }

    /// <summary>When it was done; null where it is open.</summary>
    public required DateTimeOffset? DoneAt { get; init; }

    /// <summary>The day on which it was done; null where it is open.</summary>
    public required int? DoneDay { get; init; }

    /// <summary>By how many days it is later than its due day: done, or open as of now; 0 where it is not.</summary>
    public required int DaysLate { get; init; }

    /// <summary>The event that excuses it; null where none does.</summary>
    public required AccountabilityExcused? Excuse { get; init; }

    /// <summary>The disputes that stand.</summary>
    public required IReadOnlyList<AccountabilityDisputed> Disputes { get; init; }

    /// <summary>Why it is not known whether it is done; empty where it is.</summary>
    public required IReadOnlyList<UnknownCause> Causes { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Id} ({Party}): {Standing}";
}
