using CustomerSuccess.Contacts;
using static CustomerSuccess.Tests.Contacts.Scene;

namespace CustomerSuccess.Tests.Contacts;

/// <summary>Who may be touched, on which channel, for what.</summary>
public sealed class TouchVerdictTests
{
    [Theory]
    [InlineData("email", CommunicationPurpose.Review, "unknown: no lawful basis is recorded for email, Review")]
    [InlineData("sms", CommunicationPurpose.Review, "no: sms is not permitted: email, call")]
    public void Without_a_basis_it_is_not_known_and_a_channel_that_is_not_permitted_is_barred(string channel, CommunicationPurpose purpose, string expected) =>
        Assert.Equal(expected, Facts(Log()).Contacts.MayBeTouched("ann", channel, purpose).ToString());

    [Fact]
    public void A_basis_covers_its_channel_and_purpose_or_any()
    {
        var log = Log()
            .Add(new ContactConsent("acme", "ann", ContactBasis.Contract, Day.AddDays(-9)) { Purpose = CommunicationPurpose.Status })
            .Add(new ContactConsent("acme", "ann", ContactBasis.Consent, Day.AddDays(-8)) { Channel = "email", Purpose = CommunicationPurpose.MarketingToCustomer });

        Assert.Equal("yes: contract since 2026-02-21", May(log, "email", CommunicationPurpose.Status));
        Assert.Equal("yes: contract since 2026-02-21", May(log, "call", CommunicationPurpose.Status));
        Assert.Equal("yes: consent since 2026-02-22", May(log, "email", CommunicationPurpose.MarketingToCustomer));
        Assert.Equal("unknown: no lawful basis is recorded for call, MarketingToCustomer", May(log, "call", CommunicationPurpose.MarketingToCustomer));
    }

    [Fact]
    public void The_person_s_last_word_counts_and_only_the_law_outranks_an_opt_out()
    {
        var log = Log().Add(new ContactConsent("acme", "ann", ContactBasis.Consent, Day.AddDays(-30)));
        Assert.Equal("yes: consent since 2026-01-31", May(log, "email", CommunicationPurpose.Review));

        log.Add(new ContactConsent("acme", "ann", ContactBasis.OptOut, Day.AddDays(-20)) { Channel = "email" });
        Assert.Equal("no: opted out of email on 2026-02-10", May(log, "email", CommunicationPurpose.Review));
        Assert.Equal("yes: consent since 2026-01-31", May(log, "call", CommunicationPurpose.Review));

        // A basis that is not the person's word does not undo an opt-out; a later consent does, where it covers.
        log.Add(new ContactConsent("acme", "ann", ContactBasis.LegitimateInterest, Day.AddDays(-10)));
        log.Add(new ContactConsent("acme", "ann", ContactBasis.Contract, Day.AddDays(-9)) { Channel = "email" });
        Assert.False(Facts(log).Contacts.MayBeTouched("ann", "email", CommunicationPurpose.Review).IsAllowed);
        log.Add(new ContactConsent("acme", "ann", ContactBasis.LegalObligation, Day.AddDays(-10)) { Purpose = CommunicationPurpose.Status });
        Assert.Equal("yes: legal obligation since 2026-02-20", May(log, "email", CommunicationPurpose.Status));
        log.Add(new ContactConsent("acme", "ann", ContactBasis.Consent, Day.AddDays(-5)) { Channel = "email", Purpose = CommunicationPurpose.Review });
        Assert.Equal(PermissionState.Allowed, Facts(log).Contacts.MayBeTouched("ann", "email", CommunicationPurpose.Review).State);
        Assert.Equal("no: opted out of email on 2026-02-10", May(log, "email", CommunicationPurpose.NextStep));
    }

    [Fact]
    public void Of_an_opt_out_and_a_consent_at_one_instant_the_opt_out_counts()
    {
        var log = Log()
            .Add(new ContactConsent("acme", "ann", ContactBasis.OptOut, Day) { Channel = "email" })
            .Add(new ContactConsent("acme", "ann", ContactBasis.Consent, Day));

        Assert.Equal("no: opted out of email on 2026-03-02", May(log, "email", CommunicationPurpose.Review));
        log.Add(new ContactConsent("acme", "ann", ContactBasis.Consent, Day) { Channel = "email" });
        Assert.Equal("no: opted out of email on 2026-03-02", May(log, "email", CommunicationPurpose.Review));
        // One that was recorded later is a later word.
        log.Add(new ContactConsent("acme", "ann", ContactBasis.Consent, Day) { Channel = "email", RecordedAt = Day.AddDays(1) });
        Assert.True(Facts(log, Day.AddDays(1)).Contacts.MayBeTouched("ann", "email", CommunicationPurpose.Review).IsAllowed);
    }

    [Fact]
    public void An_opt_out_counts_from_when_it_takes_effect_and_is_known_and_a_basis_until_it_ends()
    {
        var log = Log()
            .Add(new ContactConsent("acme", "ann", ContactBasis.Contract, Day.AddDays(-30)) { EndsAt = Day.AddDays(2) })
            .Add(new ContactConsent("acme", "ann", ContactBasis.OptOut, Day) { RecordedAt = Day.AddDays(1) });

        Assert.True(May(Day.AddHours(12)).IsAllowed);
        Assert.Equal(PermissionState.Barred, May(Day.AddDays(1)).State);
        var contract = Log().Add(new ContactConsent("acme", "ann", ContactBasis.Contract, Day.AddDays(-30)) { EndsAt = Day.AddDays(2) });
        Assert.True(Facts(contract, Day.AddDays(2).AddTicks(-1)).Contacts.MayBeTouched("ann", "email", CommunicationPurpose.Review).IsAllowed);
        Assert.Equal(PermissionState.Unknown, Facts(contract, Day.AddDays(2)).Contacts.MayBeTouched("ann", "email", CommunicationPurpose.Review).State);

        TouchVerdict May(DateTimeOffset at) => Facts(log, at).Contacts.MayBeTouched("ann", "email", CommunicationPurpose.Review);
    }

    [Fact]
    public void Who_is_not_there_is_not_touched_whatever_the_basis()
    {
        var log = Log()
            .Add(new ContactConsent("acme", "ann", ContactBasis.Consent, Day.AddDays(-300)))
            .Add(new ContactConsent("acme", "dee", ContactBasis.OptOut, Day.AddDays(-300)))
            .Add(new ContactConsent("acme", "eve", ContactBasis.Consent, Day.AddDays(-300)))
            .Add(new Contact("acme", "eve", Day.AddDays(-300)));

        Assert.Equal("no: no channel is permitted", Facts(log).Contacts.MayBeTouched("cid", "email", CommunicationPurpose.Review).ToString());
        Assert.Equal("unknown: the contact's channels are not known", Facts(log).Contacts.MayBeTouched("eve", "email", CommunicationPurpose.Review).ToString());
        Assert.Equal("unknown: no such contact is known", Facts(log).Contacts.MayBeTouched("zoe", "email", CommunicationPurpose.Review).ToString());
        Assert.Equal("no: opted out of everything on 2025-05-06", Facts(log).Contacts.MayBeTouched("dee", "email", CommunicationPurpose.Review).ToString());
        log.Add(new Contact("acme", "ann", Day) { Status = ContactStatus.MovedOn, SuccessorId = "bob" });
        Assert.Equal("no: moved on, succeeded by bob", May(log, "email", CommunicationPurpose.Review));
        log.Add(new Contact("acme", "ann", Day.AddTicks(1)) { Status = ContactStatus.OnLeave });
        Assert.Equal("no: on leave", Facts(log, Day.AddTicks(1)).Contacts.MayBeTouched("ann", "email", CommunicationPurpose.Review).ToString());
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ContactConsent("acme", "ann", (ContactBasis)9, Day));
        Assert.Throws<ArgumentException>(() => new ContactConsent("acme", "ann", ContactBasis.Consent, Day) { EndsAt = Day });
        Assert.Throws<ArgumentException>(() => Facts(Log()).Contacts.MayBeTouched("ann", "", CommunicationPurpose.Review));
        Assert.Throws<ArgumentException>(() => Facts(Log()).Contacts.MayBeTouched("ann", "email", (CommunicationPurpose)99));
    }

    private static string May(ContactLog log, string channel, CommunicationPurpose purpose) => Facts(log).Contacts.MayBeTouched("ann", channel, purpose).ToString();
}
