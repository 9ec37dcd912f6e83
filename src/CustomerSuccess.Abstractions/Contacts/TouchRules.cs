namespace CustomerSuccess.Contacts;

/// <summary>Whether a contact may be touched, by what is in force.</summary>
/// <param name="facts">The contacts.</param>
internal sealed class TouchRules(ContactFacts facts)
{
    public TouchVerdict Of(string contactId, string channel, CommunicationPurpose purpose)
    {
        if (facts.Erasures.FirstOrDefault(e => e.Pseudonym == contactId) is { } erased)
        {
            return Barred($"the contact was erased on {NumberText.Instant(erased.ErasedAt)}");
        }

        var known = facts.Find(contactId);
        var mine = facts.ConsentsInForce(contactId).Where(c => c.Covers(channel, purpose)).ToArray();
        return known is { } contact && Closed(contact, channel) is { } closed ? closed
            : OptedOut(mine) is { } optOut ? Barred($"opted out of {Scope(optOut)} on {NumberText.Instant(optOut.EffectiveAt)}", optOut)
            : known is null ? Unknown("no such contact is known")
            : known.Channels is null ? Unknown("the contact's channels are not known")
            : mine.Where(c => c.Basis != ContactBasis.OptOut).OrderBy(c => c.Basis).ThenByDescending(c => c.EffectiveAt).FirstOrDefault() is { } basis
                ? new(PermissionState.Allowed, $"{Words(Law(mine) ?? basis)} since {NumberText.Instant((Law(mine) ?? basis).EffectiveAt)}", Law(mine) ?? basis)
                : Unknown($"no lawful basis is recorded for {channel}, {purpose}");
    }

    private static TouchVerdict? Closed(Contact contact, string channel) => contact.Status switch
    {
        ContactStatus.MovedOn => Barred($"moved on, {(contact.SuccessorId is { } next ? $"succeeded by {next}" : "no successor")}"),
        ContactStatus.OnLeave => Barred("on leave"),
        ContactStatus.Inactive => Barred("no longer a contact"),
        _ => contact.Channels is { } channels && !channels.Contains(channel, StringComparer.Ordinal)
            ? Barred(channels.Count == 0 ? "no channel is permitted" : $"{channel} is not permitted: {string.Join(", ", channels)}")
            : null,
    };

    // The person's own last word counts; at one instant an opt-out does. What the law demands stands beside it.
    private static ContactConsent? OptedOut(ContactConsent[] mine) => Law(mine) is null
        && mine.Where(c => c.Basis is ContactBasis.OptOut or ContactBasis.Consent)
            .OrderBy(c => c.EffectiveAt).ThenBy(c => c.RecordedAt).ThenBy(c => c.Basis).LastOrDefault() is { Basis: ContactBasis.OptOut } last
        ? last
        : null;

    private static ContactConsent? Law(ContactConsent[] mine) => Array.FindLast(mine, c => c.Basis == ContactBasis.LegalObligation);

    private static string Scope(ContactConsent entry) => (entry.Channel, entry.Purpose) switch
    {
        (null, null) => "everything",
        (var channel, null) => channel!,
        (null, var purpose) => $"{purpose}",
        var (channel, purpose) => $"{channel}, {purpose}",
    };

    private static string Words(ContactConsent entry) => entry.Basis switch
    {
        ContactBasis.LegitimateInterest => "legitimate interest",
        ContactBasis.LegalObligation => "legal obligation",
        ContactBasis.Contract => "contract",
        _ => "consent",
    };

    private static TouchVerdict Barred(string reason, ContactConsent? entry = null) => new(PermissionState.Barred, reason, entry);

    private static TouchVerdict Unknown(string reason) => new(PermissionState.Unknown, reason);
}
