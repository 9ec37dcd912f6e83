using CustomerSuccess.Contacts;

namespace CustomerSuccess.SuccessPlans;

/// <summary>A piece of evidence for a milestone or an accountability. The first one that counts, and was not taken back, completes it.</summary>
public sealed record EvidenceGiven : PlanEvent
{
    private EvidenceGiven(string id, string planId, string customerId, DateTimeOffset occurredAt, string item, EvidenceKind kind, string? contactId, string? reference)
        : base(id, planId, customerId, occurredAt)
    {
        ValidText.Check(item);
        (Item, Kind, ContactId, Reference) = (item, kind, contactId, reference);
    }

    /// <summary>The milestone or accountability.</summary>
    public string Item { get; }

    /// <summary>What it is made of: an event, an attestation or a document.</summary>
    public EvidenceKind Kind { get; }

    /// <summary>The contact of the customer who attests it; null otherwise.</summary>
    public string? ContactId { get; private init; }

    /// <summary>Where the document, or the record of the event, is found; null where none is named.</summary>
    public string? Reference { get; private init; }

    /// <summary>Who caused what is evidenced; null where that is not known.</summary>
    public Signals.Provenance? CausedBy { get; init; }

    /// <summary>Something happened.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="item">The milestone or accountability.</param>
    /// <param name="reference">Where the record is found, for instance a signal's id; null for nowhere.</param>
    public static EvidenceGiven Happened(string id, string planId, string customerId, DateTimeOffset occurredAt, string item, string? reference = null) =>
        new(id, planId, customerId, occurredAt, item, EvidenceKind.Event, null, reference);

    /// <summary>A contact of the customer says so.</summary>
    /// <inheritdoc cref="Happened" />
    /// <param name="contactId">The contact. Not empty.</param>
    public static EvidenceGiven Attested(string id, string planId, string customerId, DateTimeOffset occurredAt, string item, string contactId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        return new(id, planId, customerId, occurredAt, item, EvidenceKind.Attestation, contactId, null) { CausedBy = Signals.Provenance.Customer };
    }

    /// <summary>A document shows it.</summary>
    /// <inheritdoc cref="Happened" />
    /// <param name="reference">Where it is found. Not empty.</param>
    public static EvidenceGiven Documented(string id, string planId, string customerId, DateTimeOffset occurredAt, string item, string reference)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        return new(id, planId, customerId, occurredAt, item, EvidenceKind.Document, null, reference);
    }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, ContactId = ContactId is { } contact ? person.Id(contact) : null, Reference = person.Other(Reference) };

    private protected override string Told => ContentText.Of(Item, Kind, ContactId, Reference, CausedBy);
}

/// <summary>An earlier event of the plan does not count any more, for instance a piece of evidence, an excuse or a claim. It cannot be taken back itself: record the event anew.</summary>
public sealed record EventTakenBack : PlanEvent
{
    /// <summary>Takes an event back.</summary>
    /// <param name="id">The id of this event.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="occurredAt">From when the other one does not count.</param>
    /// <param name="eventId">The other event.</param>
    /// <param name="author">Who takes it back. Not empty.</param>
    /// <param name="reason">Why. Not empty.</param>
    public EventTakenBack(string id, string planId, string customerId, DateTimeOffset occurredAt, string eventId, string author, string reason)
        : base(id, planId, customerId, occurredAt)
    {
        ValidText.Check(eventId);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (EventId, Author, Reason) = (eventId, author, reason);
    }

    /// <summary>The event that does not count any more.</summary>
    public string EventId { get; private init; }

    /// <summary>Who took it back.</summary>
    public string Author { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; private init; }

    internal override PlanEvent Without(ContactRedaction person) => this with { Id = person.Other(Id)!, EventId = person.Other(EventId)!, Author = person.Id(Author), Reason = person.Text(Reason)! };

    private protected override string Told => ContentText.Of(EventId, Author, Reason);
}
