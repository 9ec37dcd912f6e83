using CustomerSuccess.Contacts;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Contacts.Scene;

namespace CustomerSuccess.Tests.Contacts;

/// <summary>Breadth, depth and exposure of the network.</summary>
[Requirement("COM-3")]
public sealed class ContactNetworkTests
{
    private static readonly ContactNetworkReader Reader = new();

    [Fact]
    public void Exposure_is_the_share_of_weighted_interactions_that_hang_on_the_primary_contact()
    {
        // Ann: 0.8 · 0.5 (45 days before the newest). Bob: 0.4 · (1 + 0.5). So 0.4 ÷ (0.4 + 0.6).
        var network = Reader.Read(Facts(Log()));

        Assert.Equal(0.4, network.Exposure.Value, 1e-12);
        Assert.Equal("ann", network.ExposedTo);
        Assert.Equal((network.Exposure.Value, network.Exposure.Value), (network.ExposureLower!.Value, network.ExposureUpper!.Value));
        Assert.Equal(1, network.Lines.Sum(l => l.Share)!.Value, 1e-12);
        Assert.Equal("exposure 0.4 to ann", network.ToString());
    }

    [Fact]
    public void Where_the_others_are_gone_all_hangs_on_the_one_who_is_left()
    {
        var log = Log().Add(new Contact("acme", "bob", Day) { Status = ContactStatus.MovedOn });

        Assert.Equal(1, Reader.Read(Facts(log)).Exposure.Value);
        // Nobody is primary: then it is whoever holds most.
        log.Add(new Contact("acme", "ann", Day) { Status = ContactStatus.MovedOn });
        log.Add(new Contact("acme", "bob", Day.AddTicks(1)) { Influence = 40 });
        Assert.Equal("bob", Reader.Read(Facts(log, Day.AddTicks(1))).ExposedTo);
    }

    [Fact]
    public void Influence_that_is_not_known_is_assumed_and_widens_the_bounds()
    {
        var log = Log().Add(new Contact("acme", "bob", Day) { Persona = Personas.Champion });
        var network = Reader.Read(Facts(log));

        // Bob at 50: 0.4 ÷ (0.4 + 0.75); at 100: 0.4 ÷ 1.9; at 0: all hangs on ann.
        Assert.Equal(0.4 / 1.15, network.Exposure.Value, 1e-12);
        Assert.Equal(0.4 / 1.9, network.ExposureLower!.Value, 1e-12);
        Assert.Equal(1, network.ExposureUpper!.Value, 1e-12);
        Assert.True(network.Lines.Single(l => l.ContactId == "bob").InfluenceIsAssumed);
    }

    [Fact]
    public void Without_contacts_interactions_or_influence_it_is_not_known_and_says_why()
    {
        Assert.Equal("unknown (contacts: not given: no contacts are given; interactions: not given: no interactions are given)", Reader.Read(new("acme", Day)).Exposure.ToString());
        Assert.Equal("unknown (interactions: not given: no interactions are given)", Reader.Read(Facts(new CustomerSuccess.Health.CustomerSources { Contacts = Log() })).Exposure.ToString());
        Assert.Equal("unknown (contacts: not given: no contact is part of the network)", Reader.Read(Facts(new ContactLog())).Exposure.ToString());
        Assert.Equal("unknown (interactions: no observations: no contact was engaged within the window)", Reader.Read(Facts(Log(), Day.AddDays(200))).Exposure.ToString());
        var powerless = Log().Add(new Contact("acme", "ann", Day) { Influence = 0 }).Add(new Contact("acme", "bob", Day) { Influence = 0 });
        Assert.Equal("unknown (influence: no observations: nobody who was engaged has any influence)", Reader.Read(Facts(powerless)).Exposure.ToString());
    }

    [Fact]
    public void Breadth_and_depth_count_active_contacts_who_were_engaged_within_the_window()
    {
        var network = Reader.Read(Facts(Log()));

        Assert.Equal((3, 2), (network.Active.Value, network.Breadth.Value));
        Assert.Equal((1, 1, 0, 0), (network.Depth(ContactLevel.Executive).Value, network.Depth(ContactLevel.Manager).Value, network.Depth(ContactLevel.User).Value, network.Depth(null).Value));
        Assert.Equal(3, new ContactNetworkReader(new() { Window = TimeSpan.FromDays(101) }).Read(Facts(Log())).Breadth.Value);
        Assert.Equal(2, new ContactNetworkReader(new() { Window = TimeSpan.FromDays(100) }).Read(Facts(Log())).Breadth.Value);
        Assert.Equal(1, ContactNetworkReader.Engaged(Facts(Log()), TimeSpan.FromDays(45)).Value);
        // Nobody answered, or nobody at the customer took part: no engagement.
        var silent = Log().Add(new Interaction("acme", "i4", Day) { ContactIds = ["cid"], Outcome = InteractionOutcomes.NoAnswer }).Add(new Interaction("acme", "i5", Day) { ContactIds = ["cid"], Purpose = CommunicationPurpose.Internal });
        Assert.Equal(2, Reader.Read(Facts(silent)).Breadth.Value);
        Assert.False(Reader.Read(new("acme", Day)).Breadth.IsKnown);
    }

    [Fact]
    public void Missing_personas_and_the_signer_are_those_of_the_instant()
    {
        var network = Reader.Read(Facts(Log()));
        Assert.Equal([Personas.DecisionMaker], network.Missing.Value);
        Assert.True(network.SignerKnown.Value);

        var away = Log().Add(new Contact("acme", "ann", Day) { Persona = Personas.ExecutiveSponsor, Authority = ContactAuthority.Signs, Status = ContactStatus.OnLeave });
        Assert.Equal([Personas.DecisionMaker], Reader.Read(Facts(away)).Missing.Value);
        Assert.False(Reader.Read(Facts(away)).SignerKnown.Value);
        Assert.Equal(["buyer"], new ContactNetworkReader(new() { RequiredPersonas = ["buyer", Personas.User] }).Read(Facts(Log())).Missing.Value);
        Assert.False(Reader.Read(new("acme", Day)).Missing.IsKnown);
        Assert.False(Reader.Read(new("acme", Day)).SignerKnown.IsKnown);
    }

    [Fact]
    public void Who_moved_on_within_the_window_is_listed_with_the_successor_or_that_there_is_none()
    {
        var log = Log()
            .Add(new Contact("acme", "ann", Day.AddDays(-5)) { Status = ContactStatus.MovedOn })
            .Add(new Contact("acme", "ann", Day.AddDays(-2)) { Status = ContactStatus.MovedOn, SuccessorId = "bob" })
            .Add(new Contact("acme", "cid", Day.AddDays(-1)) { Status = ContactStatus.MovedOn });

        Assert.Equal(["ann moved on 2026-02-25, succeeded by bob", "cid moved on 2026-03-01, no successor"], Reader.Read(Facts(log)).Movers.Select(m => $"{m}"));
        Assert.Equal("ann moved on 2026-02-25, no successor", Reader.Read(Facts(log, Day.AddDays(-3))).Movers.Single().ToString());
        Assert.Empty(Reader.Read(Facts(log, Day.AddDays(90))).Movers);
        Assert.Empty(Reader.Read(Facts(Log())).Movers);
    }

    [Fact]
    public void Days_since_a_persona_go_by_what_a_contact_was_then()
    {
        var log = Log().Add(new Contact("acme", "ann", Day.AddDays(-3)) { Persona = "former sponsor", Status = ContactStatus.MovedOn });

        Assert.Equal(Day.AddDays(-45), ContactNetworkReader.LastEngaged(Facts(log), Personas.ExecutiveSponsor).Value);
        Assert.Equal("unknown (contacts.daysSince('decision maker'): not given: no such contact was ever engaged)", ContactNetworkReader.LastEngaged(Facts(log), Personas.DecisionMaker).ToString());
        // Of what was before the first version of a contact, the first says who it was.
        var late = new ContactLog().Add(new Contact("acme", "eve", Day.AddDays(-1)) { Persona = "buyer" }).Add(new Interaction("acme", "i", Day.AddDays(-7)) { ContactIds = ["eve"] });
        Assert.Equal(Day.AddDays(-7), ContactNetworkReader.LastEngaged(Facts(late), "buyer").Value);
    }

    [Fact]
    public void The_host_s_own_personas_have_the_level_that_it_states()
    {
        var options = new ContactNetworkOptions { Levels = new Dictionary<string, ContactLevel> { ["buyer"] = ContactLevel.Executive } };

        Assert.Equal(ContactLevel.Executive, options.LevelOf(new("a", "b", Day) { Persona = "buyer" }));
        Assert.Equal(ContactLevel.User, new ContactNetworkOptions().LevelOf(new("a", "b", Day) { Persona = "buyer" }));
        Assert.Equal(ContactLevel.Manager, options.LevelOf(new("a", "b", Day) { Authority = ContactAuthority.Decides }));
        Assert.Null(options.LevelOf(new("a", "b", Day)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContactNetworkOptions { Window = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContactNetworkOptions { AssumedInfluence = double.NaN });
        Assert.Throws<ArgumentException>(() => new ContactNetworkOptions { RequiredPersonas = ["a", "a"] });
    }
}
