using CustomerSuccess.Contacts;
using CustomerSuccess.Tests.Health.Plans;
using static CustomerSuccess.Tests.Contacts.Scene;

namespace CustomerSuccess.Tests.Contacts;

public sealed class ContactProperties
{
    private static readonly string[] People = ["ann", "bob", "cid", "dee@acme.example"];

    private static readonly ContactNetworkReader Reader = new(new() { Window = TimeSpan.FromDays(6), HalfLife = TimeSpan.FromDays(3) });

    [Law(MaxTest = 2000)]
    public void Neither_the_order_of_records_nor_what_is_not_known_yet_changes_anything(Seed seed)
    {
        var dice = seed.Dice();
        object[] all = [.. Enumerable.Range(0, dice.Below(25)).Select(i => Any(dice, i))];
        var (asOf, knownAt) = (Day.AddDays(dice.Below(9)), Day.AddDays(dice.Below(9)));
        var expected = Said(Of(all), asOf, knownAt);

        Assert.Equal(expected, Said(Of([.. dice.Shuffled(all), .. dice.Shuffled(all)]), asOf, knownAt));
        Assert.Equal(expected, Said(Of([.. all.Where(r => ((IDated)r).RecordedAt <= knownAt)]), asOf, knownAt));
    }

    [Law(MaxTest = 2000)]
    public void Erasing_changes_no_count_and_no_exposure(Seed seed)
    {
        var dice = seed.Dice();
        var log = Of([.. Enumerable.Range(0, dice.Between(4, 25)).Select(i => Any(dice, i)), new Contact("acme", "dee@acme.example", Day.AddDays(dice.Below(9)))]);
        var instants = Enumerable.Range(0, 3).Select(_ => (AsOf: Day.AddDays(dice.Below(12)), KnownAt: Day.AddDays(dice.Below(12)))).ToArray();
        var before = instants.Select(i => Counted(log, i.AsOf, i.KnownAt)).ToArray();

        log.Erase("dee@acme.example", Day.AddDays(dice.Below(9)), "dpo", "asked");

        Assert.Equal(before, instants.Select(i => Counted(log, i.AsOf, i.KnownAt)));
    }

    [Law(MaxTest = 2000)]
    public void An_exposure_is_a_share_within_its_bounds_and_the_shares_add_up(Seed seed)
    {
        var dice = seed.Dice();
        var network = Reader.Read(Facts(Of([.. Enumerable.Range(0, dice.Below(25)).Select(i => Any(dice, i))]), Day.AddDays(dice.Below(9)), Day.AddDays(20)));
        if (!network.Exposure.IsKnown)
        {
            Assert.Null(network.ExposureLower);
            return;
        }

        Assert.InRange(network.Exposure.Value, 0, 1);
        Assert.InRange(network.Exposure.Value, network.ExposureLower!.Value, network.ExposureUpper!.Value);
        Assert.Equal(1, network.Lines.Sum(l => l.Share)!.Value, 1e-9);
        Assert.InRange(network.Breadth.Value, 0, network.Active.Value);
        Assert.Equal(network.Breadth.Value, Enum.GetValues<ContactLevel>().Sum(l => network.Depth(l).Value) + network.Depth(null).Value);
    }

    [Law(MaxTest = 2000)]
    public void After_an_opt_out_of_everything_nobody_is_touched_whatever_was_recorded_before(Seed seed)
    {
        var dice = seed.Dice();
        var asOf = Day.AddDays(9).AddDays(dice.Below(3));
        var log = Of(Enumerable.Range(0, dice.Below(25)).Select(i => Any(dice, i)));
        var person = dice.Of(People);
        log.Add(new ContactConsent("acme", person, ContactBasis.OptOut, asOf));

        Assert.All(Enum.GetValues<CommunicationPurpose>(), p => Assert.NotEqual(PermissionState.Allowed, Facts(log, asOf, asOf.AddDays(9)).Contacts.MayBeTouched(person, "email", p).State));
    }

    internal static ContactLog Of(IEnumerable<object> records)
    {
        var log = new ContactLog(Key);
        foreach (var record in records)
        {
            _ = record switch
            {
                Contact c => log.Add(c),
                ContactConsent c => log.Add(c),
                Interaction i => log.Add(i),
                Issue i => log.Add(i),
                AdvocateConsent c => log.Add(c),
                AdvocacyAsk a => log.Add(a),
                var lead => log.Add((ExpansionLead)lead),
            };
        }

        return log;
    }

    // Each is recorded at a tick of its own: which of two records of one instant holds may hang on what an id is.
    internal static object Any(Dice dice, int tick)
    {
        var (at, recorded) = (Day.AddDays(dice.Below(9)), Day.AddDays(dice.Below(9)).AddTicks(tick));
        return dice.Below(8) switch
        {
            0 or 1 => new Contact("acme", dice.Of(People), at)
            {
                Persona = dice.Of(null, Personas.Champion, Personas.ExecutiveSponsor),
                Authority = dice.Of<ContactAuthority?>(null, ContactAuthority.Signs),
                Influence = dice.Of<double?>(null, 0, 30, 100),
                Status = dice.Of(ContactStatus.Active, ContactStatus.Active, ContactStatus.OnLeave, ContactStatus.MovedOn),
                IsPrimary = dice.OneIn(3),
                Channels = dice.Of<string[]?>(null, ["email"]),
                RecordedAt = recorded,
            },
            2 => new ContactConsent("acme", dice.Of(People), dice.Of(ContactBasis.Consent, ContactBasis.OptOut, ContactBasis.Contract), at) { Channel = dice.Of(null, "email"), RecordedAt = recorded },
            3 or 4 => new Interaction("acme", dice.Of("i1", "i2", "i3", "i4", "i5"), at.AddHours(dice.Below(24)))
            {
                ContactIds = [.. dice.Shuffled(People).Take(dice.Below(4))],
                Outcome = dice.Of(null, InteractionOutcomes.NoAnswer, "met"),
                RecordedAt = recorded,
            },
            5 => new Issue("acme", dice.Of("t1", "t2", "t3"), new(dice.Between(1, 3)), at) { ClosedAt = dice.Of<DateTimeOffset?>(null, at.AddDays(dice.Below(6))), RecordedAt = recorded },
            6 => new AdvocacyAsk("acme", dice.Of("a1", "a2"), dice.Of(People), "reference", at) { Outcome = dice.Of(AskOutcome.Open, AskOutcome.Declined), RecordedAt = recorded },
            _ => dice.OneIn(2)
                ? new AdvocateConsent("acme", dice.Of(People), dice.OneIn(2), at) { RecordedAt = recorded }
                : new ExpansionLead("acme", dice.Of("l1", "l2"), "more", LeadSource.Contact(dice.Of(People)), at) { Status = dice.Of(LeadStatus.New, LeadStatus.Won), RecordedAt = recorded },
        };
    }

    private static string Said(ContactLog log, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        var facts = Facts(log, asOf, knownAt);
        var contacts = facts.Contacts;
        return string.Join('\n',
        [
            .. contacts.All!.Select(c => $"{c} {c.Influence} {c.IsPrimary} {c.Authority}"), .. contacts.Consents.Select(c => $"{c}"), .. contacts.Interactions!.Select(i => $"{i} {string.Join(',', i.ContactIds.Order(StringComparer.Ordinal))} {i.Outcome}"),
            .. contacts.Issues!.Select(i => $"{i} {i.ClosedAt}"), .. contacts.Asks!.Select(a => $"{a}"), .. contacts.Leads!.Select(l => $"{l}"),
            .. People.Select(p => $"{contacts.MayBeTouched(p, "email", CommunicationPurpose.Review)} {contacts.AgreesTo(p, "reference")}"),
            Reader.Read(facts).Explain(), $"{contacts.ContactsUntil()} {contacts.InteractionsUntil(TimeSpan.FromDays(3))} {contacts.OpenIssuesUntil()}",
        ]);
    }

    private static string Counted(ContactLog log, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        var facts = Facts(log, asOf, knownAt);
        var (contacts, network) = (facts.Contacts, Reader.Read(facts));
        return string.Join(' ',
            contacts.All!.Count, contacts.Active!.Count, contacts.Interactions!.Count, contacts.Interactions!.Sum(i => i.ContactIds.Count), contacts.Consents.Count, contacts.Asks!.Count, contacts.Leads!.Count,
            network.Exposure.OrElse(-1).ToString("R", null), network.ExposureLower?.ToString("R", null), network.ExposureUpper?.ToString("R", null), network.Breadth, network.SignerKnown, network.Missing.Value.Count, network.Movers.Count,
            ContactNetworkReader.LastEngaged(facts, Personas.Champion), ContactNetworkReader.Engaged(facts, TimeSpan.FromDays(3)), contacts.OpenIssues());
    }
}
