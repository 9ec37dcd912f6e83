namespace CustomerSuccess.Contacts;

/// <summary>On what a touch is based, or that the person has opted out.</summary>
public enum ContactBasis
{
    /// <summary>The person has consented.</summary>
    Consent,

    /// <summary>A contract with the customer needs it.</summary>
    Contract,

    /// <summary>A legitimate interest of the vendor.</summary>
    LegitimateInterest,

    /// <summary>The law demands it.</summary>
    LegalObligation,

    /// <summary>No basis: the person has opted out, or withdrawn a consent.</summary>
    OptOut,
}

/// <summary>
/// A lawful basis or an opt-out of one contact from an instant on, for one channel or any and one purpose or any, until a later
/// entry of the same basis, channel and purpose, or until it ends. A consent and an opt-out replace each other; other bases stand
/// beside them. Immutable.
/// </summary>
public sealed record ContactConsent : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly DateTimeOffset? _endsAt;
    private readonly string? _channel;
    private readonly CommunicationPurpose? _purpose;

    /// <summary>Creates an entry.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="contactId">The contact. Not empty.</param>
    /// <param name="basis">The basis, or the opt-out.</param>
    /// <param name="effectiveAt">From when.</param>
    /// <exception cref="ArgumentException">An id is empty, or there is no such basis.</exception>
    public ContactConsent(string customerId, string contactId, ContactBasis basis, DateTimeOffset effectiveAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        (CustomerId, ContactId, Basis, EffectiveAt) = (customerId, contactId, ContactText.Defined(basis, "basis"), effectiveAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The contact.</summary>
    public string ContactId { get; internal init; }

    /// <summary>The basis, or the opt-out.</summary>
    public ContactBasis Basis { get; }

    /// <summary>The channel, compared ordinally; null for any.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Channel { get => _channel; init => _channel = ContactText.NotEmpty(value, "channel"); }

    /// <summary>The purpose; null for any.</summary>
    /// <exception cref="ArgumentException">There is no such purpose.</exception>
    public CommunicationPurpose? Purpose { get => _purpose; init => _purpose = value is { } known ? ContactText.Defined(known, "purpose") : null; }

    /// <inheritdoc />
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>From when it no longer holds, UTC; null for never. What was in force before it does not come back.</summary>
    /// <exception cref="ArgumentException">It is not later than <see cref="EffectiveAt"/>.</exception>
    public DateTimeOffset? EndsAt
    {
        get => _endsAt;
        init => _endsAt = value is null || value > EffectiveAt ? value?.ToUniversalTime() : throw new ArgumentException("A consent ends when it begins or earlier. Check the two dates.", nameof(value));
    }

    /// <summary>When it became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value == EffectiveAt ? null : value.ToUniversalTime(); }

    /// <summary>Whether it speaks of a channel and a purpose.</summary>
    public bool Covers(string channel, CommunicationPurpose purpose) =>
        (Channel is null || string.Equals(Channel, channel, StringComparison.Ordinal)) && (Purpose is null || Purpose == purpose);

    string IToldApart.Content => ContentText.Of(CustomerId, ContactId, Basis, Channel, Purpose, EndsAt?.Ticks);

    /// <inheritdoc />
    public override string ToString() => $"{ContactId}: {Basis} for {Channel ?? "any channel"}, {Purpose?.ToString() ?? "any purpose"}, from {NumberText.Instant(EffectiveAt)}";
}
