namespace CustomerSuccess.Contacts;

/// <summary>
/// What it means to erase a person from records: the id becomes a pseudonym wherever it stands, free text of what the person took
/// part in goes, and what else mentions the name, an address or the id no longer does. Hosts with stores of their own apply it to
/// theirs. It holds personal data while it works: do not keep it. Immutable.
/// </summary>
public sealed class ContactRedaction
{
    /// <summary>What stands in place of what was taken out of a text.</summary>
    public const string Erased = "[erased]";

    private readonly string _contactId;
    private readonly RedactedWords _words;

    /// <summary>Begins to erase a person.</summary>
    /// <param name="contactId">The id. Not empty.</param>
    /// <param name="pseudonym">What it becomes. Not empty.</param>
    /// <param name="details">What is known of the person; null where nothing is.</param>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    public ContactRedaction(string contactId, string pseudonym, ContactDetails? details = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactId);
        ArgumentException.ThrowIfNullOrWhiteSpace(pseudonym);
        (_contactId, Pseudonym, _words) = (contactId, pseudonym, new(contactId, details));
    }

    private ContactRedaction(ContactRedaction of) => (_contactId, Pseudonym, _words) = (of._contactId, of.Pseudonym, of._words.Certain);

    /// <summary>What the id becomes.</summary>
    public string Pseudonym { get; }

    /// <summary>The same for records of customers that do not have the contact: only addresses and the whole name are taken out of texts, for a part of a name may be somebody else's.</summary>
    public ContactRedaction Elsewhere => new(this);

    /// <summary>A contact's id: the person's becomes the pseudonym, and so does what of another is the person's address or name.</summary>
    public string Id(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id == _contactId ? Pseudonym : Other(id)!;
    }

    /// <summary>An id of something else: an address or name of the person in it becomes the pseudonym; null stays null.</summary>
    public string? Other(string? id) => id is null ? null : _words.IdWithout(id, Pseudonym);

    /// <summary>A text without what mentions the person; null stays null.</summary>
    public string? Text(string? text) => text is null ? null : _words.Without(text, Erased);

    /// <summary>A contact: what is judged of the person stays, the time zone and the language go.</summary>
    public Contact Of(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var own = contact.Id == _contactId;
        return contact with
        {
            Id = Id(contact.Id),
            SuccessorId = contact.SuccessorId is { } next ? Id(next) : null,
            Persona = Text(contact.Persona),
            TimeZone = own ? null : contact.TimeZone,
            Language = own ? null : contact.Language,
        };
    }

    /// <summary>A lawful basis or an opt-out.</summary>
    public ContactConsent Of(ContactConsent consent)
    {
        ArgumentNullException.ThrowIfNull(consent);
        return consent with { ContactId = Id(consent.ContactId) };
    }

    /// <summary>An interaction: where the person took part its free text goes.</summary>
    public Interaction Of(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return interaction with
        {
            Id = Other(interaction.Id)!,
            ContactIds = [.. interaction.ContactIds.Select(Id).Distinct(StringComparer.Ordinal)],
            Author = Other(interaction.Author),
            Answers = Other(interaction.Answers),
            Outcome = Text(interaction.Outcome),
            Note = interaction.ContactIds.Contains(_contactId) ? null : Text(interaction.Note),
        };
    }

    /// <summary>An issue.</summary>
    public Issue Of(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return issue with { Id = Other(issue.Id)!, Cause = Text(issue.Cause), Product = Text(issue.Product), Plan = issue.Plan is { } plan ? new(Text(plan.Action)!, plan.DueAt) : null };
    }

    /// <summary>An agreement to speak for the vendor.</summary>
    public AdvocateConsent Of(AdvocateConsent consent)
    {
        ArgumentNullException.ThrowIfNull(consent);
        return consent with { ContactId = Id(consent.ContactId), Kind = Text(consent.Kind) };
    }

    /// <summary>An ask.</summary>
    public AdvocacyAsk Of(AdvocacyAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return ask with { Id = Other(ask.Id)!, ContactId = Id(ask.ContactId), Kind = Text(ask.Kind)!, Author = Other(ask.Author) };
    }

    /// <summary>A lead: where the person said it, or took part where it was said, the remark goes.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="tookPart">Whether the person took part in the interaction of an id.</param>
    public ExpansionLead Of(ExpansionLead lead, Func<string, bool> tookPart)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(tookPart);
        var said = lead.Source.Kind switch
        {
            LeadSourceKind.Contact => lead.Source.Reference == _contactId,
            LeadSourceKind.Interaction => tookPart(lead.Source.Reference),
            _ => false,
        };
        return lead with
        {
            Id = Other(lead.Id)!,
            Remark = said ? Erased : Text(lead.Remark)!,
            Author = Other(lead.Author),
            Source = lead.Source with { Reference = Reference(lead.Source) },
        };
    }

    /// <summary>A record of another erasure.</summary>
    public ContactErasure Of(ContactErasure erasure)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        return erasure with { Author = Other(erasure.Author)!, Reason = Text(erasure.Reason)! };
    }

    /// <summary>Details of another person: a note that mentions this one no longer does.</summary>
    public ContactDetails Of(ContactDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return details.Note is null ? details : new(details.ContactId) { Name = details.Name, Addresses = details.Addresses, Note = Text(details.Note) };
    }

    private string Reference(LeadSource source) => source.Kind switch
    {
        LeadSourceKind.Text => Text(source.Reference)!,
        LeadSourceKind.Contact => Id(source.Reference),
        _ => Other(source.Reference)!,
    };
}
