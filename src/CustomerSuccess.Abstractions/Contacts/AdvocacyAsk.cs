namespace CustomerSuccess.Contacts;

/// <summary>What came of an ask.</summary>
public enum AskOutcome
{
    /// <summary>Not answered yet.</summary>
    Open,

    /// <summary>Agreed to, and not done yet.</summary>
    Accepted,

    /// <summary>Done.</summary>
    Delivered,

    /// <summary>Declined.</summary>
    Declined,

    /// <summary>Never answered.</summary>
    NoAnswer,
}

/// <summary>
/// A contact was asked to speak for the vendor. What came of it is a further record of the same id; of several the one that was
/// recorded last holds. Immutable.
/// </summary>
public sealed record AdvocacyAsk : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly DateTimeOffset? _outcomeAt;
    private readonly AskOutcome _outcome;
    private readonly string? _author;

    /// <summary>Creates a record of an ask.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="id">The id, compared ordinally, of one customer's asks. Not empty.</param>
    /// <param name="contactId">Who was asked. Not empty.</param>
    /// <param name="kind">For what: <c>reference call</c>, <c>case study</c>, in the host's words. Not empty.</param>
    /// <param name="askedAt">When.</param>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    public AdvocacyAsk(string customerId, string id, string contactId, string kind, DateTimeOffset askedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        (CustomerId, Id, ContactId, Kind, AskedAt) = (customerId, id, contactId, kind, askedAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The id.</summary>
    public string Id { get; internal init; }

    /// <summary>Who was asked.</summary>
    public string ContactId { get; internal init; }

    /// <summary>For what.</summary>
    public string Kind { get; internal init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset AskedAt { get; }

    DateTimeOffset IDated.EffectiveAt => AskedAt;

    /// <summary>What came of it; open unless stated.</summary>
    /// <exception cref="ArgumentException">There is no such outcome.</exception>
    public AskOutcome Outcome { get => _outcome; init => _outcome = ContactText.Defined(value, "outcome"); }

    /// <summary>When that was clear, UTC; null where it is open, or that is not known.</summary>
    /// <exception cref="ArgumentException">It lies before the ask.</exception>
    public DateTimeOffset? OutcomeAt
    {
        get => _outcomeAt;
        init => _outcomeAt = value is null || value >= AskedAt ? value?.ToUniversalTime() : throw new ArgumentException("An ask was answered before it was made. Check the two dates.", nameof(value));
    }

    /// <summary>When this record became known; when the outcome was clear, otherwise <see cref="AskedAt"/>, unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? OutcomeAt ?? AskedAt; init => _recordedAt = value.ToUniversalTime(); }

    /// <summary>Who asked; null where that is not known.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Author { get => _author; init => _author = ContactText.NotEmpty(value, "author"); }

    string IToldApart.Content => ContentText.Of(CustomerId, Id, ContactId, Kind, AskedAt.Ticks, (int)Outcome, OutcomeAt?.Ticks, Author);

    /// <inheritdoc />
    public override string ToString() => $"{Id}: {ContactId} asked for {Kind} at {NumberText.Instant(AskedAt)}, {Outcome}";
}
