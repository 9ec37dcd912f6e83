using CustomerSuccess.Contacts;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Contacts.Scene;

namespace CustomerSuccess.Tests.Contacts;

/// <summary>Contacts and interactions as they stood, as known then.</summary>
public sealed class ContactFactsTests
{
    [Fact]
    [Requirement("INS-7")]
    public void Contacts_have_persona_authority_influence_and_a_status_over_time()
    {
        var log = Log().Add(new Contact("acme", "ann", Day.AddDays(10)) { Persona = "board", Status = ContactStatus.MovedOn, SuccessorId = "dee", RecordedAt = Day.AddDays(12) });

        var before = Facts(log).Contacts.Contact("ann").Value;
        Assert.Equal((Personas.ExecutiveSponsor, ContactAuthority.Signs, 80d, ContactStatus.Active, true), (before.Persona, before.Authority, before.Influence, before.Status, before.IsPrimary));
        Assert.Equal(("Europe/Berlin", "de"), (before.TimeZone, before.Language));
        Assert.Equal(["email", "call"], before.Channels!);
        Assert.Equal(ContactStatus.Active, Facts(log, Day.AddDays(11), Day.AddDays(11)).Contacts.Contact("ann").Value.Status);
        var after = Facts(log, Day.AddDays(11), Day.AddDays(12)).Contacts.Contact("ann").Value;
        Assert.Equal(("board", ContactStatus.MovedOn, "dee"), (after.Persona, after.Status, after.SuccessorId));
        Assert.Equal([ContactStatus.Active, ContactStatus.MovedOn], Facts(log, Day.AddDays(12)).Contacts.History("ann").Select(c => c.Status));
    }

    [Fact]
    [Requirement("INS-7")]
    public void Interactions_are_logged_with_channel_direction_cause_purpose_and_outcome()
    {
        var met = Facts(Log()).Contacts.Interactions!.Single(i => i.Id == "i2");

        Assert.Equal(("call", InteractionDirection.Outbound, InteractionCause.Planned, CommunicationPurpose.Review, "goals agreed"), (met.Channel, met.Direction, met.Cause, met.Purpose, met.Outcome));
        Assert.Equal(["ann", "bob"], met.ContactIds);
        Assert.Equal(["i1", "i2", "i3"], Facts(Log()).Contacts.Interactions!.Select(i => i.Id));
        Assert.Equal(["i1", "i2"], Facts(Log(), Day.AddTicks(-1)).Contacts.Interactions!.Select(i => i.Id));
    }

    [Fact]
    public void Of_several_records_of_an_interaction_the_one_recorded_last_holds_even_where_it_happened_earlier()
    {
        var log = Log().Add(new Interaction("acme", "i3", Day.AddDays(-8)) { ContactIds = ["ann"], RecordedAt = Day.AddDays(1) });

        Assert.Equal("bob", Assert.Single(Facts(log).Contacts.Interactions![^1].ContactIds));
        var corrected = Facts(log, Day.AddDays(1)).Contacts.Interactions![^1];
        Assert.Equal(("i3", Day.AddDays(-8), "ann"), (corrected.Id, corrected.OccurredAt, Assert.Single(corrected.ContactIds)));
    }

    [Fact]
    public void What_no_source_gives_is_not_known_and_what_one_gives_nothing_of_is_empty()
    {
        var none = new CustomerFacts("acme", Day).Contacts;
        Assert.Null(none.All);
        Assert.Null(none.Interactions);
        Assert.Null(none.Issues);
        Assert.Null(none.Asks);
        Assert.Null(none.Leads);
        Assert.Equal("unknown (contacts: not given: no contacts are given)", none.Contact("ann").ToString());
        Assert.Equal("unknown (issues: not given: no issues are given)", none.OpenIssues().ToString());

        var empty = Facts(new ContactLog(), customer: "beta").Contacts;
        Assert.Empty(empty.All!);
        Assert.Empty(empty.Interactions!);
        Assert.Equal(0, empty.OpenIssues().Value);
        Assert.Equal("unknown (contact: not given: no such contact is known)", empty.Contact("ann").ToString());
    }

    [Fact]
    public void Facts_move_on_and_go_back_with_what_was_recorded()
    {
        var log = Log()
            .Add(new Contact("acme", "bob", Day.AddDays(3)) { Status = ContactStatus.OnLeave, RecordedAt = Day.AddDays(-1) })
            .Add(new Contact("acme", "cid", Day.AddDays(3)) { Status = ContactStatus.OnLeave });
        var facts = Facts(log, Day, Day);

        Assert.Equal(["contacts", "customer"], facts.Parts.Order(StringComparer.Ordinal));
        Assert.Equal(3, facts.Contacts.Active!.Count);
        // Bob's leave was recorded ahead; cid's is not known yet.
        Assert.Equal(["ann", "cid"], facts.MovedTo(Day.AddDays(3))!.Contacts.Active!.Select(c => c.Id));
        Assert.Equal(["ann", "bob", "cid"], facts.MovedTo(Day.AddDays(3))!.RewoundTo(Day).Contacts.Active!.Select(c => c.Id));
        Assert.Equal(Day.AddDays(3), facts.Contacts.ContactsUntil());
        Assert.Empty(facts.RewoundTo(Day.AddDays(-400)).Contacts.All!);
    }

    [Fact]
    public void A_zone_is_one_of_the_database_or_not_known()
    {
        var log = Log().Add(new Contact("acme", "bob", Day) { TimeZone = "Mars/Olympus" });

        Assert.Equal("Europe/Berlin", Facts(log).Contacts.ZoneOf("ann").Value.Id);
        Assert.Equal("unknown (time zone: not declared: there is no time zone 'Mars/Olympus')", Facts(log).Contacts.ZoneOf("bob").ToString());
        Assert.Equal("unknown (time zone: not given)", Facts(log).Contacts.ZoneOf("cid").ToString());
        Assert.False(Facts(log).Contacts.ZoneOf("zoe").IsKnown);
    }

    [Fact]
    public async Task A_source_of_the_host_may_give_more_than_was_asked_for_and_the_rest_is_not_read()
    {
        var host = new HostContacts([new("beta", "x", Day), new("acme", "y", Day)]);
        var sources = new CustomerSources { Contacts = host };

        Assert.Equal(["y"], Facts(sources).Contacts.All!.Select(c => c.Id));
        Assert.Null(Facts(sources).Contacts.Interactions);
        var read = await new CustomerObserver(sources, [], false).ReadAsync(new() { CustomerIds = ["acme"], AsOf = Day }, CancellationToken.None);
        Assert.Equal(Day, read[0].FirstFact(Day, Day, asLived: false));
        var broken = new CustomerSources { Contacts = new HostContacts([null!]) };
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new CustomerObserver(broken, [], false).ReadAsync(new() { CustomerIds = ["acme"], AsOf = Day }, CancellationToken.None));
    }

    [Fact]
    public void The_same_record_twice_is_one()
    {
        var log = Log();
        log.Add(new Interaction("acme", "i2", Day.AddDays(-45)) { ContactIds = ["bob", "ann"], Channel = "call", Direction = InteractionDirection.Outbound, Cause = InteractionCause.Planned, Purpose = CommunicationPurpose.Review, Outcome = "goals agreed", Author = "csm-1", Note = "ann wants more seats" });

        Assert.Equal(new Contact("a", "b", Day) { Channels = ["x"] }, new Contact("a", "b", Day) { Channels = ["x"], RecordedAt = Day });
        Assert.NotEqual(new Contact("a", "b", Day) { Channels = ["x"] }, new Contact("a", "b", Day) { Channels = [] });
        Assert.NotEqual(new Contact("a", "b", Day) { Channels = [] }, new Contact("a", "b", Day));
        Assert.Equal(3, ((IInteractionSource)log).ReadAsync(new() { CustomerIds = ["acme"], AsOf = Day }, default).ToBlockingEnumerable().Count());
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Contact("", "ann", Day));
        Assert.Throws<ArgumentException>(() => new Contact("acme", " ", Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Contact("acme", "ann", Day) { Influence = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Contact("acme", "ann", Day) { Influence = 101 });
        Assert.Throws<ArgumentException>(() => new Contact("acme", "ann", Day) { SuccessorId = "ann" });
        Assert.Throws<ArgumentException>(() => new Contact("acme", "ann", Day) { Channels = ["email", "email"] });
        Assert.Throws<ArgumentException>(() => new Contact("acme", "ann", Day) { Persona = "" });
        Assert.Throws<ArgumentException>(() => new Contact("acme", "ann", Day) { Status = (ContactStatus)9 });
        Assert.Contains("de", Assert.Throws<ArgumentException>(() => new Contact("acme", "ann", Day) { Language = "de_DE" }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Interaction("acme", "i", Day) { ContactIds = ["a", "a"] });
        Assert.Throws<ArgumentException>(() => new Interaction("acme", "i", Day) { Outcome = " " });
        Assert.Throws<ArgumentException>(() => new ContactDetails("ann") { Addresses = new Dictionary<string, string> { ["email"] = "" } });
        Assert.Throws<ArgumentException>(() => new ContactLog(new byte[4]));
    }

    private sealed class HostContacts(IReadOnlyList<Contact> contacts) : IContactSource
    {
        public IAsyncEnumerable<Contact> ReadAsync(FactQuery query, CancellationToken cancellationToken) => Given(contacts);

        public IAsyncEnumerable<ContactConsent> ReadConsentsAsync(FactQuery query, CancellationToken cancellationToken) => Given<ContactConsent>([]);

        public IAsyncEnumerable<ContactErasure> ReadErasuresAsync(FactQuery query, CancellationToken cancellationToken) => Given<ContactErasure>([]);

        private static async IAsyncEnumerable<T> Given<T>(IReadOnlyList<T> all)
        {
            foreach (var one in all)
            {
                yield return one;
            }

            await Task.CompletedTask;
        }
    }
}
