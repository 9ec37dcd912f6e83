namespace CustomerSuccess.SuccessPlans;

/// <summary>How a tee-up stands. The names are stable: they appear in JSON and in metric tags.</summary>
public enum TeeUpStanding
{
    /// <summary>It is announced, and not to be asked yet: its milestone is not reached, or not as surely as it needs.</summary>
    Announced,

    /// <summary>It may be asked now.</summary>
    Due,

    /// <summary>It was asked, and is not answered.</summary>
    Asked,

    /// <summary>The customer does it.</summary>
    Accepted,

    /// <summary>The customer does not.</summary>
    Declined,

    /// <summary>The customer said not now, and it may not be asked again yet.</summary>
    Later,

    /// <summary>The customer has done it.</summary>
    Done,
}

/// <summary>When something may be asked again. Immutable.</summary>
public sealed record TeeUpOptions
{
    /// <summary>After how many days what was answered with "later" is due again, above 0; 90 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public int AskAgainAfterDays { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A customer that said later is asked again after one day at least."); } = 90;
}

/// <summary>How a tee-up stands as of an instant, and why. Immutable.</summary>
public sealed class TeeUpState
{
    /// <summary>The tee-up.</summary>
    public required string Id { get; init; }

    /// <summary>What is asked, in words that the customer reads.</summary>
    public required string Title { get; init; }

    /// <summary>What is asked for.</summary>
    public required TeeUpKind Kind { get; init; }

    /// <summary>The milestone at which it is asked, and not before.</summary>
    public required string Milestone { get; init; }

    /// <summary>How sure the milestone must be.</summary>
    public required TeeUpNeed Needs { get; init; }

    /// <summary>How it stands.</summary>
    public required TeeUpStanding Standing { get; init; }

    /// <summary>Why it stands so, in words, for instance <c>before 'live'</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>When its milestone was reached or is expected, in the plan's zone.</summary>
    public required DateOnly MilestoneOn { get; init; }

    /// <summary>The last ask that stands; null where it was never asked.</summary>
    public required TeeUpAsked? Ask { get; init; }

    /// <summary>The answer that counts; null where there is none.</summary>
    public required TeeUpAnswered? Answer { get; init; }

    /// <summary>From which day on it may be asked again, in the plan's zone; null unless the answer was "later".</summary>
    public required DateOnly? AskAgainOn { get; init; }

    /// <summary>The asks that were recorded although the milestone was not there at that instant, or not as surely as needed, as that is known now.</summary>
    public required IReadOnlyList<TeeUpAsked> OutOfTurn { get; init; }

    /// <summary>Why it is not known whether the milestone is reached; empty where it is.</summary>
    public required IReadOnlyList<UnknownCause> Causes { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Id}: {Standing}, {Reason}";
}

/// <summary>Whether something may be asked now; where it may not, why, and no ask. Immutable.</summary>
public sealed class TeeUpDecision
{
    /// <summary>Whether it may.</summary>
    public required bool IsAllowed { get; init; }

    /// <summary>Why, or why not, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The event to record; null where it may not be asked, or was not made.</summary>
    public required TeeUpAsked? Ask { get; init; }

    /// <inheritdoc />
    public override string ToString() => IsAllowed ? $"allowed: {Reason}" : $"refused: {Reason}";
}
