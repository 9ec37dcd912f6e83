using CustomerSuccess.Customers;

namespace CustomerSuccess.Contacts;

/// <summary>
/// Contacts, their details, consents, interactions, issues, asks and leads in memory: a source good enough for a small host in
/// production. Records are only added, the same twice is one, and rewritten only where a person is erased. Safe to use from several
/// threads; what was read once does not change under the reader, so that facts that were formed before an erasure still hold what
/// was erased: let them go.
/// </summary>
public sealed partial class ContactLog : IContactSource, IContactDetailsSource, IInteractionSource, IIssueSource, IAdvocacySource, IExpansionLeadSource
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ContactEntries> _customers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContactDetails> _details = new(StringComparer.Ordinal);

    /// <summary>The customers of which anything is recorded, in ordinal order.</summary>
    public IReadOnlyList<string> CustomerIds
    {
        get
        {
            lock (_gate)
            {
                return [.. _customers.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Adds a version of a contact.</summary>
    public ContactLog Add(Contact version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Add(version, e => e.Contacts, (r, c) => r.Of(c), (c, _) => [c.Id, .. c.SuccessorId is { } next ? (string[])[next] : []]);
    }

    /// <summary>Adds a lawful basis or an opt-out.</summary>
    public ContactLog Add(ContactConsent consent)
    {
        ArgumentNullException.ThrowIfNull(consent);
        return Add(consent, e => e.Consents, (r, c) => r.Of(c), (c, _) => [c.ContactId]);
    }

    /// <summary>Adds an interaction.</summary>
    public ContactLog Add(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return Add(interaction, e => e.Interactions, (r, i) => r.Of(i), (i, _) => i.ContactIds);
    }

    /// <summary>Adds a record of an issue.</summary>
    public ContactLog Add(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return Add(issue, e => e.Issues, (r, i) => r.Of(i), (_, _) => []);
    }

    /// <summary>Adds an agreement to speak for the vendor, or its withdrawal.</summary>
    public ContactLog Add(AdvocateConsent consent)
    {
        ArgumentNullException.ThrowIfNull(consent);
        return Add(consent, e => e.AdvocateConsents, (r, c) => r.Of(c), (c, _) => [c.ContactId]);
    }

    /// <summary>Adds a record of an ask.</summary>
    public ContactLog Add(AdvocacyAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return Add(ask, e => e.Asks, (r, a) => r.Of(a), (a, _) => [a.ContactId]);
    }

    /// <summary>Adds a version of a lead.</summary>
    public ContactLog Add(ExpansionLead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return Add(lead, e => e.Leads, (r, l) => r.Of(l, _ => true), (l, own) => l.Source.Kind switch
        {
            LeadSourceKind.Contact => [l.Source.Reference],
            LeadSourceKind.Interaction => [.. own.TookPart(l.Source.Reference)],
            _ => [],
        });
    }

    /// <summary>Keeps what is known of a person in place of what was known before.</summary>
    /// <exception cref="InvalidOperationException">The contact was erased.</exception>
    public ContactLog Keep(ContactDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        lock (_gate)
        {
            if (PseudonymOfErased(details.ContactId) is not null)
            {
                throw new InvalidOperationException("This contact was erased, and its details are not kept again. Where the person comes back, give them a new id.");
            }

            _details[details.ContactId] = details;
        }

        return this;
    }

    /// <inheritdoc />
    public ValueTask<ContactDetails?> FindAsync(string contactId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_details.GetValueOrDefault(contactId));
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<ContactConsent> ReadConsentsAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.Consents, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<ContactErasure> ReadErasuresAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.Erasures, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<AdvocateConsent> ReadAdvocateConsentsAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.AdvocateConsents, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<AdvocacyAsk> ReadAsksAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.Asks, cancellationToken);

    IAsyncEnumerable<Contact> IContactSource.ReadAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.Contacts, cancellationToken);

    IAsyncEnumerable<Interaction> IInteractionSource.ReadAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.Interactions, cancellationToken);

    IAsyncEnumerable<Issue> IIssueSource.ReadAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.Issues, cancellationToken);

    IAsyncEnumerable<ExpansionLead> IExpansionLeadSource.ReadAsync(FactQuery query, CancellationToken cancellationToken) => Read(query, e => e.Leads, cancellationToken);

    private ContactLog Add<T>(T record, Func<ContactEntries, RecordList<T>> of, Func<ContactRedaction, T, T> redacted, Func<T, ContactEntries, IReadOnlyList<string>> contacts)
        where T : class, IDated
    {
        lock (_gate)
        {
            if (!_customers.TryGetValue(record.CustomerId, out var own))
            {
                _customers.Add(record.CustomerId, own = new(_gate));
            }

            of(own).Add(_erased.Count == 0 ? record : Unnamed(record, redacted, contacts(record, own)));
        }

        return this;
    }

    private IAsyncEnumerable<T> Read<T>(FactQuery query, Func<ContactEntries, RecordList<T>> of, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_gate)
        {
            return RecordStream.Of<T>([.. query.CustomerIds.SelectMany(id => _customers.TryGetValue(id, out var own) ? of(own).All : [])], cancellationToken);
        }
    }
}
