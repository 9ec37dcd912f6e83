using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>
/// Who is touched: an active contact of the first persona that has one; without personas any active contact. Of several the primary one, then the most
/// influential, an influence that is not known counting least, then the first by id.
/// </summary>
internal static class AudienceChoice
{
    /// <summary>The contact; null where there is none, or the host gives no contacts.</summary>
    public static Contact? Of(CustomerFacts facts, Audience audience)
    {
        var active = facts.Contacts.Active ?? [];
        return audience.Personas.Count == 0
            ? First(active)
            : audience.Personas.Select(p => First(active.Where(c => c.Persona == p))).FirstOrDefault(c => c is not null);
    }

    private static Contact? First(IEnumerable<Contact> contacts) => contacts
        .OrderByDescending(c => c.IsPrimary)
        .ThenByDescending(c => c.Influence ?? double.NegativeInfinity)
        .ThenBy(c => c.Id, StringComparer.Ordinal)
        .FirstOrDefault();
}
