namespace CustomerSuccess.Contacts;

/// <summary>How far a lead is.</summary>
public enum LeadStatus
{
    /// <summary>Noted.</summary>
    New,

    /// <summary>Looked at, and worth to be followed.</summary>
    Qualified,

    /// <summary>An offer was made of it.</summary>
    Offered,

    /// <summary>Bought.</summary>
    Won,

    /// <summary>Not bought.</summary>
    Lost,

    /// <summary>Looked at, and nothing.</summary>
    Dismissed,
}

/// <summary>
/// A remark that hints at growth, with where it was made and by whom it was noted, as it stands from an instant on, until a later
/// version of the same id. Immutable.
/// </summary>
public sealed record ExpansionLead : IDated, IToldApart
{
    private readonly DateTimeOffset? _recordedAt;
    private readonly LeadStatus _status;
    private readonly string? _author;

    /// <summary>Creates a version of a lead.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="id">The id, compared ordinally, of one customer's leads. Not empty.</param>
    /// <param name="remark">What was said. Not empty.</param>
    /// <param name="source">Where.</param>
    /// <param name="effectiveAt">From when this version holds; of the first, when it was said.</param>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    public ExpansionLead(string customerId, string id, string remark, LeadSource source, DateTimeOffset effectiveAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(remark);
        ArgumentNullException.ThrowIfNull(source);
        (CustomerId, Id, Remark, Source, EffectiveAt) = (customerId, id, remark, source, effectiveAt.ToUniversalTime());
    }

    /// <inheritdoc />
    public string CustomerId { get; }

    /// <summary>The id.</summary>
    public string Id { get; internal init; }

    /// <summary>What was said. Free text: it goes when the contact who said it is erased, and never reaches logs or metrics.</summary>
    public string Remark { get; internal init; }

    /// <summary>Where it was said.</summary>
    public LeadSource Source { get; internal init; }

    /// <summary>Who noted it; null where that is not known.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string? Author { get => _author; init => _author = ContactText.NotEmpty(value, "author"); }

    /// <summary>How far it is; new unless stated.</summary>
    /// <exception cref="ArgumentException">There is no such status.</exception>
    public LeadStatus Status { get => _status; init => _status = ContactText.Defined(value, "status"); }

    /// <inheritdoc />
    public DateTimeOffset EffectiveAt { get; }

    /// <summary>When this version became known; <see cref="EffectiveAt"/> unless stated.</summary>
    public DateTimeOffset RecordedAt { get => _recordedAt ?? EffectiveAt; init => _recordedAt = value == EffectiveAt ? null : value.ToUniversalTime(); }

    string IToldApart.Content => ContentText.Of(CustomerId, Id, Remark, Source.Kind, Source.Reference, Author, (int)Status);

    /// <summary>The id, the status and where it came from; no free text.</summary>
    public override string ToString() => $"{Id}: {Status} lead at {CustomerId}, from {Source}";
}
