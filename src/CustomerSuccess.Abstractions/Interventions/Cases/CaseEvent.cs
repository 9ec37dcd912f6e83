using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>
/// Something that happened to a case. A case is what its events make of it; nothing of it changes otherwise. Immutable.
/// </summary>
public abstract record CaseEvent
{
    // Ticks take half of what an instant takes, and hosts keep many.
    private readonly long _at;
    private readonly long _knownAt;

    private protected CaseEvent()
    {
    }

    /// <summary>The case.</summary>
    public required CaseKey Case { get; init; }

    /// <summary>The instant as of which it holds, UTC.</summary>
    public required DateTimeOffset At
    {
        get => new(_at, TimeSpan.Zero);
        init => _at = value.UtcTicks;
    }

    /// <summary>The instant of the cycle, or of the attempt, at which it was found, UTC.</summary>
    public required DateTimeOffset KnownAt
    {
        get => new(_knownAt, TimeSpan.Zero);
        init => _knownAt = value.UtcTicks;
    }
}

/// <summary>A case began: its rule fires.</summary>
public sealed record CaseOpened : CaseEvent
{
    private readonly long? _plannedAt;

    /// <summary>The content hash of the rule's version, which the case keeps; null of work that no rule asked for.</summary>
    public required string? RuleHash { get; init; }

    /// <summary>How grave it is.</summary>
    public required CaseSeverity Severity { get; init; }

    /// <summary>Why there is work, by the rule; null where nothing says.</summary>
    public required InteractionCause? Cause { get; init; }

    /// <summary>The segment whose experience is appropriate, as of the instant; null where there is none.</summary>
    public string? Segment { get; init; }

    /// <summary>Who owned the customer as of the instant; null where nobody did or that is not known.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Who asked for the work, by the rule: <c>customer</c>, <c>sales</c>, <c>product</c>, <c>support</c>; null where nothing says.</summary>
    public string? Direction { get; init; }

    /// <summary>When step and due were recorded, for what was planned; otherwise null.</summary>
    public DateTimeOffset? PlannedAt
    {
        get => _plannedAt is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        init => _plannedAt = value?.UtcTicks;
    }

    /// <summary>Whether a checkable result is expected of it.</summary>
    public bool IsCheckable { get; init; }

    /// <summary>What the rule's hypothesis came to as of the instant; null where it has none, or it is not known.</summary>
    public bool? Hypothesis { get; init; }

    /// <summary>The contact that the trigger is about: who moved on; null where it is about none.</summary>
    public string? SubjectContactId { get; init; }
}

/// <summary>An occurrence of a trigger that opened no case, and why. It is spent.</summary>
public sealed record OccurrenceSuppressed : CaseEvent
{
    /// <summary>Why.</summary>
    public required SuppressionReason Reason { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Because { get; init; }
}

/// <summary>A touch has its place: units of every budget are reserved for it.</summary>
public sealed record TouchReserved : CaseEvent
{
    private readonly long _dueAt;

    /// <summary>The touch.</summary>
    public required TouchKey Touch { get; init; }

    /// <summary>When it is due, UTC.</summary>
    public required DateTimeOffset DueAt
    {
        get => new(_dueAt, TimeSpan.Zero);
        init => _dueAt = value.UtcTicks;
    }

    /// <summary>The channel; null where the owner chooses.</summary>
    public required string? Channel { get; init; }

    /// <summary>Whether people do it.</summary>
    public required bool IsByPeople { get; init; }

    /// <summary>Who owned the customer as of when it is due; null where nobody did or that is not known.</summary>
    public required string? OwnerId { get; init; }

    /// <summary>Minutes of effort, above 0; those of people count in a queue.</summary>
    public required double Minutes { get; init; }

    /// <summary>Why this channel, in words.</summary>
    public required string Because { get; init; }
}

/// <summary>A touch was held back: nothing is reserved for it, and it comes again.</summary>
public sealed record TouchSuppressed : CaseEvent
{
    /// <summary>The touch.</summary>
    public required TouchKey Touch { get; init; }

    /// <summary>Why.</summary>
    public required SuppressionReason Reason { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Because { get; init; }

    /// <summary>Until when at least, UTC; null where nothing tells: it is asked again with what is new.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>An attempt at a touch begins. It is recorded before anything leaves, so that a crash leaves it uncertain and never unknown.</summary>
public sealed record TouchStarted : CaseEvent
{
    /// <summary>The touch.</summary>
    public required TouchKey Touch { get; init; }

    /// <summary>Which attempt, from 1.</summary>
    public required int Attempt { get; init; }
}

/// <summary>What became of an attempt at a touch.</summary>
public sealed record TouchAttempted : CaseEvent
{
    /// <summary>The touch.</summary>
    public required TouchKey Touch { get; init; }

    /// <summary>Which attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>What became of it.</summary>
    public required TouchResultKind Result { get; init; }

    /// <summary>More, in words; null for none.</summary>
    public string? Detail { get; init; }

    /// <summary>When it is tried again, UTC; null where it is not.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}

/// <summary>The contact answered a touch.</summary>
public sealed record TouchAnswered : CaseEvent
{
    /// <summary>The touch.</summary>
    public required TouchKey Touch { get; init; }

    /// <summary>The interaction.</summary>
    public required string InteractionId { get; init; }
}

/// <summary>A touch failed: rejected, given up, or not answered in time while the goal was not met. Its channel is not used again in the case.</summary>
public sealed record TouchFailed : CaseEvent
{
    /// <summary>The touch.</summary>
    public required TouchKey Touch { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Because { get; init; }
}

/// <summary>A touch that was reserved will not be sent; what was reserved for it is free again.</summary>
public sealed record TouchCancelled : CaseEvent
{
    /// <summary>The touch.</summary>
    public required TouchKey Touch { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Because { get; init; }
}

/// <summary>It is not known since when whether what triggered a case still holds; or, without an instant, it is known again.</summary>
public sealed record CaseUndetermined : CaseEvent
{
    /// <summary>Whether it is not known; false where it is known again.</summary>
    public required bool IsUndetermined { get; init; }

    /// <summary>What is not known, in words.</summary>
    public required string Because { get; init; }
}

/// <summary>A case ended.</summary>
public sealed record CaseClosed : CaseEvent
{
    /// <summary>How.</summary>
    public required CaseOutcome Outcome { get; init; }

    /// <summary>Why, in words: of a withdrawn case the fact that arrived late.</summary>
    public required string Because { get; init; }
}
