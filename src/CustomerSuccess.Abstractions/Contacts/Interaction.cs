namespace CustomerSuccess.Contacts;

/// <summary>Who began an interaction.</summary>
public enum InteractionDirection
{
    /// <summary>The customer.</summary>
    Inbound,

    /// <summary>The vendor.</summary>
    Outbound,
}

/// <summary>Why there was an interaction.</summary>
public enum InteractionCause
{
    /// <summary>The customer came by itself.</summary>
    Inbound,

    /// <summary>An incident.</summary>
    Incident,

    /// <summary>The customer gave notice.</summary>
    Notice,

    /// <summary>An adverse signal: a drop, a low survey, an absence, a departure.</summary>
    Adverse,

    /// <summary>It was planned.</summary>
    Planned,
}

/// <summary>Outcomes with a meaning of their own. Others are the host's words.</summary>
public static class InteractionOutcomes
{
    /// <summary>Nobody answered: it does not count as an engagement.</summary>
    public const string NoAnswer = "no answer";
}

/// <summary>
/// Something that passed between the vendor and contacts of a customer. Of several records of one id the one that was recorded
/// last holds. Immutable.
/// </summary>
public sealed record Interaction : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly IReadOnlyList<string> _contactIds = [];
    private readonly InteractionDirection? _direction;
    private readonly InteractionCause? _cause;
    private readonly CommunicationPurpose? _purpose;
    private readonly string? _channel;
    private readonly string? _outcome;
    private readonly string? _author;
    private readonly string? _answers;

    /// <summary>Creates an interaction.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="id">The id, compared ordinally, of one customer's interactions. Not empty.</param>
    /// <param name="occurredAt">When it happened.</param>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    public Interaction(string customerId, string id, DateTimeOffset occurredAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        (CustomerId, Id, OccurredAt) = (customerId, id, occurredAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The id.</summary>
    public string Id { get; internal init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset OccurredAt { get; }

    DateTimeOffset IDated.EffectiveAt => OccurredAt;

    /// <summary>When it became known; <see cref="OccurredAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? OccurredAt; init => _recordedAt = value == OccurredAt ? null : value.ToUniversalTime(); }

    /// <summary>The contacts who took part, each once; none where they are not known.</summary>
    /// <exception cref="ArgumentException">An id is empty or named twice.</exception>
    public IReadOnlyList<string> ContactIds
    {
        get => _contactIds;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _contactIds = ContactText.Distinct(value, "contact");
        }
    }

    /// <summary>The channel, compared ordinally; null where it is not known.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Channel { get => _channel; init => _channel = ContactText.NotEmpty(value, "channel"); }

    /// <summary>Who began it; null where that is not known.</summary>
    /// <exception cref="ArgumentException">There is no such direction.</exception>
    public InteractionDirection? Direction { get => _direction; init => _direction = value is { } known ? ContactText.Defined(known, "direction") : null; }

    /// <summary>Why there was one; null where that is not known.</summary>
    /// <exception cref="ArgumentException">There is no such cause.</exception>
    public InteractionCause? Cause { get => _cause; init => _cause = value is { } known ? ContactText.Defined(known, "cause") : null; }

    /// <summary>What it was for; null where that is not known.</summary>
    /// <exception cref="ArgumentException">There is no such purpose.</exception>
    public CommunicationPurpose? Purpose { get => _purpose; init => _purpose = value is { } known ? ContactText.Defined(known, "purpose") : null; }

    /// <summary>What came of it: <see cref="InteractionOutcomes"/>, or a short word of the host's; null where that is not known.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Outcome { get => _outcome; init => _outcome = ContactText.NotEmpty(value, "outcome"); }

    /// <summary>Who at the vendor took part; null where that is not known.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Author { get => _author; init => _author = ContactText.NotEmpty(value, "author"); }

    /// <summary>The key of the touch that it answers; null where it answers none.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Answers { get => _answers; init => _answers = ContactText.NotEmpty(value, "touch that is answered"); }

    /// <summary>Free text about it; null for none. Personal: it goes when a contact who took part is erased, and never reaches logs or metrics.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the contacts were engaged: somebody answered, and it was no internal matter.</summary>
    public bool IsEngagement => Purpose != CommunicationPurpose.Internal && !string.Equals(Outcome, InteractionOutcomes.NoAnswer, StringComparison.Ordinal);

    string IToldApart.Content => ContentText.Of(
        CustomerId, Id, OccurredAt.Ticks, Channel, Direction, Cause, Purpose, Outcome, Author, Answers, _contactIds.Count, Note, ContentText.Of([.. _contactIds.Order(StringComparer.Ordinal)]));

    /// <summary>Whether all that is said is the same, in whatever order contacts are named.</summary>
    public bool Equals(Interaction? other) => SameRecord.As(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(CustomerId, Id, OccurredAt, RecordedAt);

    /// <summary>The id, the channel and the instant; no free text.</summary>
    public override string ToString() => $"{Id}: {Channel ?? "interaction"} with {CustomerId} at {NumberText.Instant(OccurredAt)}";
}
