namespace CustomerSuccess.Contacts;

/// <summary>Finds who moved on.</summary>
internal static class ContactMoves
{
    /// <summary>The contacts who moved on in a window (as of − length, as of] and have not come back, by when, then by id.</summary>
    public static IReadOnlyList<ContactMover> Within(ContactFacts contacts, DateTimeOffset asOf, TimeSpan window) => Array.AsReadOnly<ContactMover>(
    [
        .. (contacts.All ?? []).Where(c => c.Status == ContactStatus.MovedOn)
            .Select(c => (Contact: c, At: Since(contacts.History(c.Id))))
            .Where(m => asOf - m.At < window)
            .OrderBy(m => m.At).ThenBy(m => m.Contact.Id, StringComparer.Ordinal)
            .Select(m => new ContactMover
            {
                ContactId = m.Contact.Id,
                MovedAt = m.At,
                SuccessorId = m.Contact.SuccessorId,
                SuccessorIsActive = m.Contact.SuccessorId is { } next && contacts.Contact(next) is { IsKnown: true, Value.Status: ContactStatus.Active },
            }),
    ]);

    // Of several versions at one instant the last one holds; the move is the first of those that say so without a break.
    private static DateTimeOffset Since(IReadOnlyList<Contact> history)
    {
        Contact[] held = [.. history.GroupBy(c => c.EffectiveAt).Select(g => g.Last())];
        var first = held.Length - 1;
        while (first > 0 && held[first - 1].Status == ContactStatus.MovedOn)
        {
            first--;
        }

        return held[first].EffectiveAt;
    }
}
