namespace CustomerSuccess.Contacts;

/// <summary>Whether a contact agrees to speak for the vendor, from an instant on, until a later entry of the same kind. Immutable.</summary>
public sealed record AdvocateConsent : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly string? _kind;

    /// <summary>Creates an entry.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="contactId">The contact. Not empty.</param>
    /// <param name="agrees">Whether the contact agrees; false withdraws.</param>
    /// <param name="effectiveAt">From when.</param>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    public AdvocateConsent(string customerId, string contactId, bool agrees, DateTimeOffset effectiveAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        (CustomerId, ContactId, Agrees, EffectiveAt) = (customerId, contactId, agrees, effectiveAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The contact.</summary>
    public string ContactId { get; internal init; }

    /// <summary>Whether the contact agrees.</summary>
    public bool Agrees { get; }

    /// <summary>To what: <c>reference call</c>, <c>case study</c>, in the host's words, compared ordinally; null for anything.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Kind { get => _kind; init => _kind = ContactText.NotEmpty(value, "kind of ask"); }

    /// <inheritdoc />
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>When it became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value == EffectiveAt ? null : value.ToUniversalTime(); }

    string IToldApart.Content => ContentText.Of(CustomerId, ContactId, Agrees, Kind);

    /// <inheritdoc />
    public override string ToString() => $"{ContactId} {(Agrees ? "agrees to" : "declines")} {Kind ?? "any ask"} from {NumberText.Instant(EffectiveAt)}";
}
