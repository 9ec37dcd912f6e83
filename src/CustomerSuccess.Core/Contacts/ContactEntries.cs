using CustomerSuccess.Customers;

namespace CustomerSuccess.Contacts;

/// <summary>What a log has of one customer.</summary>
internal sealed class ContactEntries(Lock gate)
{
    public RecordList<Contact> Contacts { get; } = new(gate);

    public RecordList<ContactConsent> Consents { get; } = new(gate);

    public RecordList<ContactErasure> Erasures { get; } = new(gate);

    public RecordList<Interaction> Interactions { get; } = new(gate);

    public RecordList<Issue> Issues { get; } = new(gate);

    public RecordList<AdvocateConsent> AdvocateConsents { get; } = new(gate);

    public RecordList<AdvocacyAsk> Asks { get; } = new(gate);

    public RecordList<ExpansionLead> Leads { get; } = new(gate);

    /// <summary>Whether any record names a contact.</summary>
    public bool Names(string contactId) =>
        Contacts.All.Any(c => c.Id == contactId || c.SuccessorId == contactId)
        || Consents.All.Any(c => c.ContactId == contactId)
        || Interactions.All.Any(i => i.ContactIds.Contains(contactId))
        || AdvocateConsents.All.Any(c => c.ContactId == contactId)
        || Asks.All.Any(a => a.ContactId == contactId)
        || Leads.All.Any(l => l.Source.Kind == LeadSourceKind.Contact && l.Source.Reference == contactId);

    /// <summary>The contacts who took part in an interaction, in whatever record of it.</summary>
    public IEnumerable<string> TookPart(string interactionId) => Interactions.All.Where(i => i.Id == interactionId).SelectMany(i => i.ContactIds);

    /// <summary>Takes a person out of every record.</summary>
    public void Rewrite(ContactRedaction redaction, string contactId)
    {
        Leads.Rewrite(l => redaction.Of(l, id => TookPart(id).Contains(contactId)));
        Contacts.Rewrite(redaction.Of);
        Consents.Rewrite(redaction.Of);
        Erasures.Rewrite(redaction.Of);
        Interactions.Rewrite(redaction.Of);
        Issues.Rewrite(redaction.Of);
        AdvocateConsents.Rewrite(redaction.Of);
        Asks.Rewrite(redaction.Of);
    }
}
