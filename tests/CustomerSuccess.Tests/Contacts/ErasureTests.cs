using System.Collections;
using System.Reflection;
using CustomerSuccess.Contacts;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Contacts.Scene;

namespace CustomerSuccess.Tests.Contacts;

/// <summary>A person is erased, and what was counted stays counted.</summary>
[Requirement("INS-9")]
public sealed class ErasureTests
{
    private const string Ada = "ada.lovelace@acme.example";

    private static readonly string[] Personal = [Ada, "Lovelace", "Ada", "+49 30 5550123", "likes jazz", "her daughter"];

    [Fact]
    public void Afterwards_nothing_in_the_log_or_in_the_facts_can_be_found_of_the_person()
    {
        var log = WithAda();
        Assert.Equal(Personal.Order(StringComparer.Ordinal), Personal.Where(p => Strings(log).Any(s => s.Contains(p, StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal));

        var pseudonym = log.Erase(Ada, Day, "dpo", "Ada Lovelace asked for it");

        Offenders.None("No text holds what was erased.", Strings(log).Concat(Strings(Facts(log))).Concat(Printed(log)).Where(s => Personal.Any(p => s.Contains(p, StringComparison.OrdinalIgnoreCase))));
        Assert.DoesNotContain("ada", pseudonym, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Facts(log).Contacts.All!, c => c.Id == pseudonym);
    }

    [Fact]
    public void What_was_counted_stays_counted()
    {
        var (log, reader) = (WithAda(), new ContactNetworkReader());
        string Counted() => string.Join('|', new[] { 0, 20, 45 }.Select(d => Facts(log, Day.AddDays(d))).Select(f => string.Join(' ',
            f.Contacts.All!.Count, f.Contacts.Active!.Count, f.Contacts.Interactions!.Count, f.Contacts.Interactions!.Sum(i => i.ContactIds.Count), f.Contacts.Asks!.Count, f.Contacts.Leads!.Count, f.Contacts.Consents.Count,
            reader.Read(f).Exposure.OrElse(-1).ToString("R", null), reader.Read(f).ExposureLower, reader.Read(f).ExposureUpper, reader.Read(f).Breadth, reader.Read(f).SignerKnown, string.Join(',', reader.Read(f).Missing.Value), reader.Read(f).Movers.Count,
            ContactNetworkReader.LastEngaged(f, Personas.Champion), f.Contacts.OpenIssues())));
        var before = Counted();

        log.Erase(Ada, Day, "dpo", "asked for it");

        Assert.Equal(before, Counted());
    }

    [Fact]
    public async Task It_is_itself_recorded_once_and_done_again_changes_nothing()
    {
        var log = WithAda();
        var pseudonym = log.Erase(Ada, Day, "dpo", "asked for it");
        var after = Strings(log).ToArray();

        Assert.Equal(pseudonym, log.Erase(Ada, Day.AddDays(1), "someone", "again"));
        Assert.Equal(pseudonym, log.Erase(pseudonym, Day.AddDays(1), "someone", "again"));
        Assert.Equal(after, Strings(log));
        var recorded = Assert.Single(Facts(log).Contacts.Erasures);
        Assert.Equal((pseudonym, Day, "dpo", "asked for it"), (recorded.Pseudonym, recorded.ErasedAt, recorded.Author, recorded.Reason));
        Assert.Equal("no: the contact was erased on 2026-03-02", Facts(log).Contacts.MayBeTouched(pseudonym, "email", CommunicationPurpose.Review).ToString());
        Assert.Empty(Facts(log, Day.AddTicks(-1)).Contacts.Erasures);
        Assert.Null(await log.FindAsync(Ada, default));
        Assert.Null(await log.FindAsync(pseudonym, default));
        Assert.Throws<InvalidOperationException>(() => log.Keep(new ContactDetails(Ada) { Name = "Ada Lovelace" }));
    }

    [Fact]
    public void What_arrives_later_under_the_erased_id_is_recorded_under_the_pseudonym()
    {
        var log = WithAda();
        var pseudonym = log.Erase(Ada, Day, "dpo", "asked for it");
        log.Add(new Interaction("acme", "late", Day.AddDays(-1)) { ContactIds = [Ada, "bob"], Note = "she likes jazz" })
            .Add(new Contact("beta", Ada, Day.AddDays(-1)))
            .Add(new Contact("acme", "dee", Day.AddDays(-1)) { Status = ContactStatus.MovedOn, SuccessorId = Ada })
            .Add(new ExpansionLead("acme", "l9", "Ada hints", LeadSource.Interaction("late"), Day));

        var late = Facts(log).Contacts.Interactions!.Single(i => i.Id == "late");
        Assert.Equal([pseudonym, "bob"], late.ContactIds);
        Assert.Null(late.Note);
        Assert.Equal(pseudonym, Facts(log).Contacts.Contact("dee").Value.SuccessorId);
        Assert.Equal(ContactRedaction.Erased, Facts(log).Contacts.Leads!.Single(l => l.Id == "l9").Remark);
        Assert.Equal(pseudonym, Assert.Single(Facts(log, customer: "beta").Contacts.All!).Id);
        Assert.Single(Facts(log, customer: "beta").Contacts.Erasures);
        Offenders.None("No text holds what was erased.", Strings(log).Where(s => s.Contains(Ada, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Others_keep_what_is_theirs()
    {
        var log = WithAda()
            .Add(new Interaction("beta", "b1", Day) { ContactIds = ["eva"], Note = "Ada of Beta, not ADA LOVELACE of Acme, called about Adabas" })
            .Add(new Interaction("acme", "a9", Day) { ContactIds = ["bob"], Note = "Ada is out; Adabas is down", Author = "Ada" });
        log.Erase(Ada, Day, "dpo", "asked for it");

        Assert.Equal("Ada of Beta, not [erased] of Acme, called about Adabas", Facts(log, customer: "beta").Contacts.Interactions!.Single().Note);
        var own = Facts(log).Contacts.Interactions!.Single(i => i.Id == "a9");
        Assert.Equal(("[erased] is out; Adabas is down", "Ada"), (own.Note, own.Author));
        Assert.Equal("ann wants more seats", Facts(log).Contacts.Interactions!.Single(i => i.Id == "i2").Note);
    }

    [Fact]
    public void A_pseudonym_is_stable_under_one_key_and_another_under_another()
    {
        var (one, other) = (ContactPseudonym.Of(Ada, Key), ContactPseudonym.Of(Ada, [.. Key.Reverse()]));

        Assert.Equal(one, WithAda().Erase(Ada, Day, "dpo", "asked"));
        Assert.NotEqual(one, other);
        Assert.NotEqual(one, ContactPseudonym.Of("ada.lovelace@beta.example", Key));
        Assert.Matches("^erased-[0-9a-f]{32}$", one);
    }

    [Fact]
    public void Nobody_who_is_not_known_is_erased_and_the_message_does_not_repeat_the_id()
    {
        var message = Assert.Throws<ArgumentException>(() => WithAda().Erase("ADA.lovelace@acme.example", Day, "dpo", "asked")).Message;

        Assert.DoesNotContain("lovelace", message, StringComparison.OrdinalIgnoreCase);
        Assert.Throws<ArgumentException>(() => WithAda().Erase(Ada, Day, "", "asked"));
        Assert.Throws<ArgumentException>(() => WithAda().Erase(Ada, Day, "dpo", " "));
    }

    [Fact]
    public void Details_and_records_never_print_what_is_personal_beside_ids()
    {
        var log = WithAda();

        Offenders.None("Nothing prints free text, names or addresses.", Printed(log).Where(s => Personal.Skip(1).Any(p => s.Replace(Ada, "", StringComparison.Ordinal).Contains(p, StringComparison.OrdinalIgnoreCase))));
    }

    private static ContactLog WithAda() => Log()
        .Add(new Contact("acme", Ada, Day.AddDays(-200)) { Persona = Personas.Champion, Authority = ContactAuthority.Decides, Influence = 70, Channels = ["email"] })
        .Add(new Contact("acme", "old", Day.AddDays(-20)) { Status = ContactStatus.MovedOn, SuccessorId = Ada })
        .Add(new ContactConsent("acme", Ada, ContactBasis.Consent, Day.AddDays(-100)))
        .Add(new Interaction("acme", $"mail from {Ada} 1", Day.AddDays(-15)) { ContactIds = [Ada, "bob"], Note = "she likes jazz", Outcome = "Ada Lovelace agreed", Answers = $"case/3/{Ada}" })
        .Add(new Interaction("acme", "i7", Day.AddDays(-14)) { ContactIds = ["bob"], Note = "bob says Ada is on holiday, call +49 30 5550123" })
        .Add(new Issue("acme", "t9", IssueSeverity.Low, Day.AddDays(-4)) { Plan = new("Lovelace tests it", Day.AddDays(9)), Cause = "ada" })
        .Add(new AdvocateConsent("acme", Ada, true, Day.AddDays(-90)))
        .Add(new AdvocacyAsk("acme", "a1", Ada, "case study", Day.AddDays(-80)))
        .Add(new ExpansionLead("acme", "l1", "her daughter's school wants it", LeadSource.Contact(Ada), Day.AddDays(-10)))
        .Add(new ExpansionLead("acme", "l2", "Ada wants a second plant", LeadSource.Text("a letter of Ada Lovelace"), Day.AddDays(-10)))
        .Keep(new ContactDetails(Ada) { Name = "Ada Lovelace", Addresses = new Dictionary<string, string> { ["email"] = Ada, ["phone"] = "+49 30 5550123" }, Note = "likes jazz, her daughter plays" })
        .Keep(new ContactDetails("bob") { Name = "Bob Babbage", Note = "sits beside Ada" });

    // Whatever prints: every record, every answer.
    private static IEnumerable<string> Printed(ContactLog log)
    {
        var facts = Facts(log);
        var contacts = facts.Contacts;
        var ids = contacts.All!.Select(c => c.Id).ToArray();
        return
        [
            .. contacts.All!.Select(c => $"{c}"), .. contacts.Consents.Select(c => $"{c}"), .. contacts.Interactions!.Select(i => $"{i}"), .. contacts.Issues!.Select(i => $"{i} {i.Plan}"),
            .. contacts.AdvocateConsents.Select(c => $"{c}"), .. contacts.Asks!.Select(a => $"{a}"), .. contacts.Leads!.Select(l => $"{l}"), .. contacts.Erasures.Select(e => $"{e}"),
            new ContactNetworkReader().Read(facts).Explain(),
            .. ids.Select(id => $"{log.FindAsync(id, default).AsTask().GetAwaiter().GetResult()} {contacts.MayBeTouched(id, "email", CommunicationPurpose.Review)} {new AdvocateReader().Read(facts, id, AdvocateInputs.Unknown).Explain()}"),
        ];
    }

    // Every text that is reachable from an object, private parts included.
    private static IEnumerable<string> Strings(object root)
    {
        var (seen, open, found) = (new HashSet<object>(ReferenceEqualityComparer.Instance), new Stack<object>([root]), new List<string>());
        while (open.TryPop(out var next))
        {
            if (next is string text)
            {
                found.Add(text);
            }
            else if (next.GetType() is { IsPrimitive: false, IsEnum: false, IsPointer: false } type && next is not (Type or Delegate or Assembly or byte[]) && (type.IsValueType || seen.Add(next)))
            {
                foreach (var part in next is Array array ? Items(array) : Fields(next, type))
                {
                    open.Push(part);
                }
            }
        }

        return found.Order(StringComparer.Ordinal);
    }

    private static IEnumerable<object> Items(IEnumerable array) => array.Cast<object?>().OfType<object>();

    private static IEnumerable<object> Fields(object of, Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            if (at.Namespace?.StartsWith("System.Threading", StringComparison.Ordinal) == true)
            {
                yield break;
            }

            foreach (var field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (field.GetValue(of) is { } value)
                {
                    yield return value;
                }
            }
        }
    }
}
