namespace CustomerSuccess.Interventions;

/// <summary>A case as it stands: one run of a rule for one customer. Immutable.</summary>
public sealed class InterventionCase
{
    /// <summary>The key.</summary>
    public required CaseKey Key { get; init; }

    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>How it began.</summary>
    public required CaseOpened Opened { get; init; }

    /// <summary>The instant at which its rule fired, UTC.</summary>
    public DateTimeOffset FiredAt => Opened.At;

    /// <summary>How it ended; null while it is open.</summary>
    public CaseClosed? Closed { get; init; }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => Closed is null;

    /// <summary>Since when it is not known whether what triggered it still holds; null where that is known.</summary>
    public DateTimeOffset? UndeterminedSince { get; init; }

    /// <summary>Its touches, in the order in which they were first heard of.</summary>
    public IReadOnlyList<Touch> Touches { get; init; } = [];

    /// <summary>The channels that failed in it, which are not used again.</summary>
    public IEnumerable<string> FailedChannels => Touches.Where(t => t.State == TouchState.Failed).Select(t => t.Channel).OfType<string>();

    /// <summary>Whether anything was sent or done.</summary>
    public bool IsTouched => Touches.Any(t => t.AttemptedAt is not null);

    /// <summary>Whether people had to do with it.</summary>
    public bool HasHumanWork => Opened.RuleHash is null || Touches.Any(t => t.IsByPeople && t.State is not (TouchState.Suppressed or TouchState.Cancelled));

    /// <inheritdoc />
    public override string ToString() => $"{Key}: {(Closed is { } closed ? closed.Outcome.ToString() : "open")}";
}

/// <summary>Where a touch stands.</summary>
public enum TouchState
{
    /// <summary>Held back; it comes again.</summary>
    Suppressed,

    /// <summary>It has its place and waits for its due.</summary>
    Reserved,

    /// <summary>An attempt began, and it is not known what became of it.</summary>
    Started,

    /// <summary>An attempt failed, and it will be tried again.</summary>
    Retrying,

    /// <summary>It was sent or done, and is waited for.</summary>
    Sent,

    /// <summary>The contact answered.</summary>
    Answered,

    /// <summary>It failed: its channel is not used again in the case.</summary>
    Failed,

    /// <summary>It will not be sent.</summary>
    Cancelled,
}

/// <summary>A touch as it stands. Immutable.</summary>
public sealed record Touch
{
    /// <summary>The key.</summary>
    public required TouchKey Key { get; init; }

    /// <summary>Where it stands.</summary>
    public required TouchState State { get; init; }

    /// <summary>When it is due, UTC; null where it was never reserved.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The channel; null where the owner chooses, or it was never reserved.</summary>
    public string? Channel { get; init; }

    /// <summary>Whether people do it.</summary>
    public bool IsByPeople { get; init; }

    /// <summary>Who owned the customer when it was reserved; null where nobody did or that is not known.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Minutes of effort.</summary>
    public double Minutes { get; init; }

    /// <summary>How many attempts began.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was sent or done, UTC; null where it was not.</summary>
    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>Not before when it is tried or asked again, UTC; null where nothing tells.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Why it is held back; null where it is not.</summary>
    public SuppressionReason? Reason { get; init; }

    /// <summary>Why it stands as it does, in words.</summary>
    public string? Because { get; init; }

    /// <summary>When it was answered or failed, UTC; null where neither.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether units of budgets are reserved or spent for it.</summary>
    public bool HoldsBudget => State is TouchState.Reserved or TouchState.Started or TouchState.Retrying || AttemptedAt is not null;

    /// <inheritdoc />
    public override string ToString() => $"{Key}: {State}";
}
