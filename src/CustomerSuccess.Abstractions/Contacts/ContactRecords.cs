namespace CustomerSuccess.Contacts;

/// <summary>Everything recorded about the contacts of one customer, whatever its date. Immutable; null is what the host does not give.</summary>
public sealed class ContactRecords
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Its contacts, in versions; null where the host gives none.</summary>
    public IReadOnlyList<Contact>? Contacts { get; init; }

    /// <summary>Lawful bases and opt-outs.</summary>
    public IReadOnlyList<ContactConsent> Consents { get; init; } = [];

    /// <summary>Erasures.</summary>
    public IReadOnlyList<ContactErasure> Erasures { get; init; } = [];

    /// <summary>Its interactions; null where the host gives none.</summary>
    public IReadOnlyList<Interaction>? Interactions { get; init; }

    /// <summary>Its issues, in records; null where the host gives none.</summary>
    public IReadOnlyList<Issue>? Issues { get; init; }

    /// <summary>Who agreed to speak for the vendor.</summary>
    public IReadOnlyList<AdvocateConsent> AdvocateConsents { get; init; } = [];

    /// <summary>Who was asked to, in records; null where the host gives none.</summary>
    public IReadOnlyList<AdvocacyAsk>? Asks { get; init; }

    /// <summary>Remarks that hint at growth, in versions; null where the host gives none.</summary>
    public IReadOnlyList<ExpansionLead>? Leads { get; init; }

    /// <summary>All of them.</summary>
    public IEnumerable<IDated> All => _everything ??=
        [.. Contacts ?? [], .. Consents, .. Erasures, .. Interactions ?? [], .. Issues ?? [], .. AdvocateConsents, .. Asks ?? [], .. Leads ?? []];

    /// <summary>The records of interactions, issues and asks that hold, as known at an instant.</summary>
    internal LastRecords LastKnown(DateTimeOffset knownAt)
    {
        // One instant after another is asked for as known at one: the last is kept.
        var last = _last;
        return last?.KnownAt == knownAt ? last : _last = new(this, knownAt);
    }

    private LastRecords? _last;

    // Made when it is first asked for; two threads that ask at once make the same.
    private IDated[]? _everything;

    /// <summary>The facts as of an instant, as known at an instant.</summary>
    public ContactFacts At(DateTimeOffset asOf, DateTimeOffset knownAt) => new(this, asOf.ToUniversalTime(), knownAt.ToUniversalTime());
}
