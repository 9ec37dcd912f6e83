using CustomerSuccess.Expressions;

namespace CustomerSuccess.Contacts;

/// <summary>The time zones of contacts.</summary>
public static class ContactZones
{
    /// <summary>The time zone of a contact. Unknown where the contact or its zone is not known, or the zone's name is none of the IANA database.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <param name="contactId">The contact.</param>
    public static Reading<TimeZoneInfo> ZoneOf(this ContactFacts contacts, string contactId)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var contact = contacts.Contact(contactId);
        return !contact.IsKnown ? Reading.Unknown<TimeZoneInfo>(contact.Causes)
            : contact.Value.TimeZone is not { } name ? Reading.Unknown<TimeZoneInfo>(new UnknownCause("time zone", UnknownKind.NotGiven))
            : CelTimeZone.Find(name) is { } zone ? Reading.Known(zone)
            : Reading.Unknown<TimeZoneInfo>(new UnknownCause("time zone", UnknownKind.NotDeclared, $"there is no time zone '{name}'"));
    }
}
