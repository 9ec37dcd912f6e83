namespace CustomerSuccess.Contacts;

/// <summary>
/// The contacts of a customer as of an instant, as known at an instant, with what passed between them and the vendor: interactions,
/// issues, consents, asks, leads. It holds ids and no personal data beside free text of interactions and remarks. Immutable and
/// safe to share between threads.
/// </summary>
public sealed class ContactFacts : FactsPart
{
    private readonly ContactRecords _records;
    private readonly DateTimeOffset _asOf;
    private readonly DateTimeOffset _knownAt;
    private readonly Lazy<Contact[]?> _contacts;
    private readonly LastRecords _last;

    internal ContactFacts(ContactRecords records, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        (_records, _asOf, _knownAt) = (records, asOf, knownAt);
        _contacts = new(InForce);
        _last = records.LastKnown(knownAt);
    }

    // Which records hold does not depend on the instant.
    private ContactFacts(ContactFacts other, DateTimeOffset asOf)
    {
        (_records, _asOf, _knownAt) = (other._records, asOf, other._knownAt);
        _last = other._last;
        _contacts = other._contacts.IsValueCreated && !other.HasOthersAt(asOf) ? other._contacts : new(InForce);
    }

    /// <inheritdoc />
    public override string Name => "contacts";

    /// <summary>The version in force of each contact, whatever its status, by id; null where the host gives none.</summary>
    public IReadOnlyList<Contact>? All => _contacts.Value is { } all ? Array.AsReadOnly(all) : null;

    /// <summary>The contacts that are there and to be spoken with; null where the host gives none.</summary>
    public IReadOnlyList<Contact>? Active => _contacts.Value is { } all ? [.. all.Where(c => c.Status == ContactStatus.Active)] : null;

    /// <summary>The interactions, by when they happened, then by id; null where the host gives none.</summary>
    public IReadOnlyList<Interaction>? Interactions => _last.Interactions is { } all
        ? [.. all.TakeWhile(i => i.OccurredAt <= _asOf)]
        : null;

    /// <summary>The issues there are or were, by when they were opened, then by id; null where the host gives none.</summary>
    public IReadOnlyList<Issue>? Issues => _last.Issues is { } all ? [.. all.Where(i => i.OpenedAt <= _asOf).OrderBy(i => i.OpenedAt).ThenBy(i => i.Id, StringComparer.Ordinal)] : null;

    /// <summary>The asks that were made, with what came of each as far as it is known, by when, then by id; null where the host gives none.</summary>
    public IReadOnlyList<AdvocacyAsk>? Asks => _last.Asks is { } all ? [.. all.Where(a => a.AskedAt <= _asOf).OrderBy(a => a.AskedAt).ThenBy(a => a.Id, StringComparer.Ordinal)] : null;

    /// <summary>The version in force of each lead, by id; null where the host gives none.</summary>
    public IReadOnlyList<ExpansionLead>? Leads => _records.Leads is { } all ? Recorded.InForce(all, l => l.Id, _asOf, _knownAt) : null;

    /// <summary>The versions of one lead that are visible, by when they took effect: how its status went.</summary>
    public IReadOnlyList<ExpansionLead> LeadHistory(string leadId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(leadId);
        return Visible((_records.Leads ?? []).Where(l => l.Id == leadId));
    }

    /// <summary>The versions of one contact that are visible, by when they took effect.</summary>
    public IReadOnlyList<Contact> History(string contactId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        return Visible((_records.Contacts ?? []).Where(c => c.Id == contactId));
    }

    /// <summary>The lawful bases and opt-outs that are visible, those that were replaced or have ended included.</summary>
    public IReadOnlyList<ContactConsent> Consents => Visible(_records.Consents);

    /// <summary>The erasures that are visible.</summary>
    public IReadOnlyList<ContactErasure> Erasures => Visible(_records.Erasures);

    /// <summary>The version in force of a contact. Unknown where the host gives no contacts, or not this one.</summary>
    public Reading<Contact> Contact(string contactId) => Find(contactId) is { } contact
        ? Reading.Known(contact)
        : Reading.Unknown<Contact>(_records.Contacts is null ? NoContacts : new UnknownCause("contact", UnknownKind.NotGiven, "no such contact is known"));

    /// <summary>
    /// Whether a contact may be touched on a channel for a purpose. No: erased, moved on, on leave, inactive, the channel is not
    /// permitted, or the person's last word of consent and opt-out that covers channel and purpose is an opt-out, which only a
    /// legal obligation outranks. Yes: a basis in force covers them. Otherwise unknown, which is to be treated as no.
    /// </summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="channel">The channel, compared ordinally.</param>
    /// <param name="purpose">What for.</param>
    /// <exception cref="ArgumentException">A text is empty, or there is no such purpose.</exception>
    public TouchVerdict MayBeTouched(string contactId, string channel, CommunicationPurpose purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        ArgumentException.ThrowIfNullOrWhiteSpace(channel);
        return new TouchRules(this).Of(contactId, channel, ContactText.Defined(purpose, "purpose"));
    }

    /// <summary>What the contacts agree to, in entries that are visible, those that were replaced included.</summary>
    public IReadOnlyList<AdvocateConsent> AdvocateConsents => Visible(_records.AdvocateConsents);

    /// <summary>Whether a contact agrees to an ask of a kind: the last entry for that kind or for any. Null where nothing says.</summary>
    public AdvocateConsent? AgreesTo(string contactId, string kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        return _records.AdvocateConsents.Where(c => c.ContactId == contactId && (c.Kind is null || c.Kind == kind)).InForce(_asOf, _knownAt);
    }

    /// <summary>How many issues are open that are as grave as a severity, or graver. Unknown where the host gives no issues.</summary>
    /// <param name="atLeast">The severity; null for any.</param>
    public Reading<int> OpenIssues(IssueSeverity? atLeast = null) => Count(i => i.IsOpen(_asOf), atLeast);

    /// <summary>How many issues were opened in a window (as of − length, as of] that are as grave as a severity, or graver. Unknown where the host gives no issues.</summary>
    /// <param name="window">The length, above 0.</param>
    /// <param name="atLeast">The severity; null for any.</param>
    public Reading<int> OpenedIssues(TimeSpan window, IssueSeverity? atLeast = null) => Count(i => Within(i.OpenedAt, window), atLeast);

    /// <summary>When the number of open issues may next be another, as far as it is recorded; null for never.</summary>
    /// <param name="atLeast">The severity; null for any.</param>
    public DateTimeOffset? OpenIssuesUntil(IssueSeverity? atLeast = null) => Recorded.FirstAfter(_asOf, Of(atLeast).SelectMany(i => (DateTimeOffset?[])[i.OpenedAt, i.ClosedAt]));

    /// <summary>When the number of issues opened in a window may next be another, as far as it is recorded; null for never.</summary>
    /// <param name="window">The length, above 0.</param>
    /// <param name="atLeast">The severity; null for any.</param>
    public DateTimeOffset? OpenedIssuesUntil(TimeSpan window, IssueSeverity? atLeast = null) =>
        Recorded.FirstAfter(_asOf, Of(atLeast).SelectMany(i => (DateTimeOffset?[])[i.OpenedAt, Recorded.Later(i.OpenedAt, window)]));

    /// <summary>When a contact may next have another version, as far as it is recorded; null for never.</summary>
    public DateTimeOffset? ContactsUntil() => Recorded.FirstAfter(_asOf, (_records.Contacts ?? []).Where(c => c.RecordedAt <= _knownAt).Select(c => (DateTimeOffset?)c.EffectiveAt));

    /// <summary>When an interaction next comes into a window that ends at the instant or goes out of it, as far as it is recorded; null for never.</summary>
    /// <param name="window">The length; null for everything up to the instant.</param>
    public DateTimeOffset? InteractionsUntil(TimeSpan? window = null) =>
        Recorded.FirstAfter(_asOf, (_last.Interactions ?? []).SelectMany(i => (DateTimeOffset?[])[i.OccurredAt, window is { } length ? Recorded.Later(i.OccurredAt, length) : null]));

    internal static UnknownCause NoContacts { get; } = new("contacts", UnknownKind.NotGiven, "no contacts are given");

    internal Contact? Find(string contactId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        return Array.Find(_contacts.Value ?? [], c => c.Id == contactId);
    }

    // The person's own word (consent, opt-out) and each other basis stand beside each other; what was in force before an entry that ended does not come back.
    internal IEnumerable<ContactConsent> ConsentsInForce(string contactId) => _records.Consents
        .Where(c => c.ContactId == contactId)
        .GroupBy(c => (c.Channel, c.Purpose, Basis: c.Basis == ContactBasis.OptOut ? ContactBasis.Consent : c.Basis))
        .Select(g => g.Where(c => c.IsVisible(_asOf, _knownAt)).OrderBy(c => c.EffectiveAt).ThenBy(c => c.RecordedAt).ThenBy(c => c.Basis).ThenBy(c => c.EndsAt).LastOrDefault())
        .OfType<ContactConsent>()
        .Where(c => !(c.EndsAt <= _asOf));

    /// <inheritdoc />
    protected internal override FactsPart MovedTo(CustomerFacts later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new ContactFacts(this, later.AsOf);
    }

    /// <inheritdoc />
    protected internal override FactsPart RewoundTo(CustomerFacts earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new ContactFacts(this, earlier.AsOf);
    }

    // Whether any version takes effect between the two instants.
    private bool HasOthersAt(DateTimeOffset asOf)
    {
        var (first, last) = asOf < _asOf ? (asOf, _asOf) : (_asOf, asOf);
        foreach (var version in _records.Contacts ?? [])
        {
            if (version.EffectiveAt > first && version.EffectiveAt <= last)
            {
                return true;
            }
        }

        return false;
    }

    private Contact[]? InForce() => _records.Contacts is { } all ? Recorded.InForce(all, c => c.Id, _asOf, _knownAt) : null;

    private IEnumerable<Issue> Of(IssueSeverity? atLeast) => (_last.Issues ?? []).Where(i => atLeast is not { } severity || i.Severity.IsAtLeast(severity));

    private Reading<int> Count(Func<Issue, bool> counts, IssueSeverity? atLeast) => _last.Issues is null
        ? Reading.Unknown<int>(new UnknownCause("issues", UnknownKind.NotGiven, "no issues are given"))
        : Reading.Known(Of(atLeast).Count(counts));

    private bool Within(DateTimeOffset at, TimeSpan window) => window > TimeSpan.Zero
        ? at <= _asOf && _asOf - at < window
        : throw new ArgumentOutOfRangeException(nameof(window), window, "A window has a length above 0.");

    private T[] Visible<T>(IEnumerable<T> facts)
        where T : class, IDated, IToldApart =>
        [.. facts.Where(f => f.IsVisible(_asOf, _knownAt)).Order<T>(ToldApart.InTime)];
}
