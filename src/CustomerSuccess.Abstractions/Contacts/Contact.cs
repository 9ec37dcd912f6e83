namespace CustomerSuccess.Contacts;

/// <summary>
/// A person at a customer as it stands from an instant on, until a later version of the same id. It carries the id only: name,
/// addresses and free text about the person are <see cref="ContactDetails"/>. Immutable.
/// </summary>
public sealed record Contact : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly string? _persona;
    private readonly ContactAuthority? _authority;
    private readonly ContactStatus _status;
    private readonly double? _influence;
    private readonly string? _successorId;
    private readonly string? _timeZone;
    private readonly string? _language;
    private readonly IReadOnlyList<string>? _channels;

    /// <summary>Creates a version of a contact.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="id">The person's id, compared ordinally, the same at every customer. Not empty.</param>
    /// <param name="effectiveAt">From when this version holds.</param>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    public Contact(string customerId, string id, DateTimeOffset effectiveAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        (CustomerId, Id, EffectiveAt) = (customerId, id, effectiveAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The person's id.</summary>
    public string Id { get; internal init; }

    /// <summary>What the person is to the vendor: one of <see cref="Personas"/> or the host's own; null where it is not known.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Persona { get => _persona; init => _persona = ContactText.NotEmpty(value, "persona"); }

    /// <summary>What the person may do about a contract; null where it is not known.</summary>
    /// <exception cref="ArgumentException">There is no such authority.</exception>
    public ContactAuthority? Authority { get => _authority; init => _authority = value is { } known ? ContactText.Defined(known, "authority") : null; }

    /// <summary>How much the person's word weighs, 0 to 100; null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a number from 0 to 100.</exception>
    public double? Influence
    {
        get => _influence;
        init => _influence = value is null or (>= 0 and <= 100) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An influence is a number from 0 to 100. Leave it out where it is not known.");
    }

    /// <summary>Where the person stands; active unless stated.</summary>
    /// <exception cref="ArgumentException">There is no such status.</exception>
    public ContactStatus Status { get => _status; init => _status = ContactText.Defined(value, "status"); }

    /// <summary>Who takes the person's place; null for nobody. It counts where the status is <see cref="ContactStatus.MovedOn"/>.</summary>
    /// <exception cref="ArgumentException">It is empty, or the person.</exception>
    public string? SuccessorId
    {
        get => _successorId;
        init => _successorId = value is not null && value == Id
            ? throw new ArgumentException("A contact is named as its own successor. Name another, or leave it out where there is none.", nameof(value))
            : ContactText.NotEmpty(value, "successor");
    }

    /// <summary>The IANA name of the person's time zone, <c>Europe/Berlin</c>; null where it is not known.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? TimeZone { get => _timeZone; init => _timeZone = ContactText.NotEmpty(value, "time zone"); }

    /// <summary>The person's language as a BCP 47 tag, <c>pt-BR</c>; null where it is not known.</summary>
    /// <exception cref="ArgumentException">It is no language tag.</exception>
    public string? Language { get => _language; init => _language = value is null ? null : ContactText.LanguageTag(value); }

    /// <summary>The channels on which the person may be reached, the preferred first; none for none; null where that is not known. Addresses are in <see cref="ContactDetails"/>.</summary>
    /// <exception cref="ArgumentException">A channel is empty or named twice.</exception>
    public IReadOnlyList<string>? Channels { get => _channels; init => _channels = value is null ? null : ContactText.Distinct(value, "channel"); }

    /// <summary>Whether this is the customer's primary contact; false unless stated.</summary>
    public bool IsPrimary { get; init; }

    /// <inheritdoc />
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>When this version became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value == EffectiveAt ? null : value.ToUniversalTime(); }

    /// <summary>Whether the person is still part of the network: active, or away for a time.</summary>
    public bool IsPresent => Status is ContactStatus.Active or ContactStatus.OnLeave;

    string IToldApart.Content => ContentText.Of(
        CustomerId, Id, Persona, Authority, Influence, Status, TimeZone, Language, Channels is null ? null : ContentText.Of([.. Channels]), IsPrimary, SuccessorId);

    /// <summary>Whether all that the version says is the same, channels in their order included.</summary>
    public bool Equals(Contact? other) => SameRecord.As(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(CustomerId, Id, EffectiveAt, RecordedAt);

    /// <inheritdoc />
    public override string ToString() => $"{Id}: {Persona ?? "contact"} at {CustomerId}, {Status}";
}
