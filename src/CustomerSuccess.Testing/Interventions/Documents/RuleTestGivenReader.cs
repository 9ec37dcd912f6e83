using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Interventions;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Testing;

/// <summary>Reads what a test gives. Where it has one customer, records need not name it.</summary>
internal static class RuleTestGivenReader
{
    private const int RepeatedAtMost = 100_000;

    public static RuleTestGiven Read(TestReader given)
    {
        var made = new RuleTestGiven();
        given.Required("customers", "Write at least one customer: \"customers\": [ { \"id\": \"acme\", \"since\": \"2026-03-02\" } ].");
        made.Customers.AddRange(given.Each("customers", c => Customer(c, made)));
        string[] ids = [.. made.Customers.Select(c => c.Id).Distinct(StringComparer.Ordinal)];
        string Of(TestReader reader) => reader.Text("customer") ?? (ids.Length == 1 ? ids[0] : reader.RequiredText("customer", "There are several customers: say whose it is.") ?? ids.FirstOrDefault() ?? "?");
        DateTimeOffset? From(TestReader reader, string customer) => reader.Instant("from") ?? made.Customers.FirstOrDefault(c => c.Id == customer)?.EffectiveAt ?? reader.RequiredInstant("from");

        made.Traits = given.Each("traits", t => Trait(t, Of(t), From));
        made.Subscriptions = given.Each("subscriptions", s => Subscription(s, Of(s)));
        foreach (var many in given.Each("signals", s => Signals(s, Of(s))))
        {
            made.Signals.AddRange(many);
        }

        foreach (var coverage in given.Each("coverage", c => c.RequiredText("signal", "Name the signal.") is { } name ? new Covered(name, new() { From = c.Instant("from"), Through = c.Instant("through") }) : null))
        {
            made.Coverages.Add((coverage.Signal, coverage.Coverage));
        }

        made.Contacts = given.Each("contacts", c => Contact(c, Of(c), From, made));
        made.Consents.AddRange(given.Each("consents", c => Consent(c, Of(c), From)));
        made.Interactions = given.Each("interactions", i => Interaction(i, Of(i)));
        made.Silences = given.Each("silences", Silence);
        return made;
    }

    private static Customer? Customer(TestReader one, RuleTestGiven made)
    {
        var (id, since, until, owner) = (one.RequiredText("id", "Give the customer an id: \"id\": \"acme\"."), one.RequiredInstant("since"), one.Instant("until"), one.Text("owner"));
        var (parent, stage, recorded) = (one.Text("parent"), one.Text("lifecycleStage"), one.Instant("recorded"));
        if (id is null || since is not { } from)
        {
            return null;
        }

        if (owner is not null)
        {
            made.Ownerships.Add(new(id, owner, from));
        }

        if (until is { } end)
        {
            made.Customers.Add(new(id, end) { ParentId = parent, LifecycleStage = stage, IsActive = false });
        }

        return new(id, from) { ParentId = parent, LifecycleStage = stage, RecordedAt = recorded ?? from };
    }

    private static Trait? Trait(TestReader one, string customer, Func<TestReader, string, DateTimeOffset?> fromOf)
    {
        var (name, node, instant) = (one.RequiredText("name", "Name the trait."), one.Find("value"), one.Instant("instant"));
        var (from, recorded, currency) = (fromOf(one, customer), one.Instant("recorded"), one.Text("currency"));
        if (node is null && instant is null)
        {
            one.Required("value", "Write the value: a number, a text, true or false; or an instant: \"instant\": \"2026-03-02\".");
        }

        if (name is null || from is not { } start || (node is null && instant is null))
        {
            return null;
        }

        var value = instant is { } at ? TraitValue.Of(at) : node!.Kind switch
        {
            TestNodeKind.Number when currency is not null => TraitValue.Of(new Money((decimal)node.Number, currency)),
            TestNodeKind.Number => TraitValue.Of(node.Number),
            TestNodeKind.Flag => TraitValue.Of(node.Flag),
            _ => one.TextOf(node) is { } text ? TraitValue.Of(text) : TraitValue.Null,
        };
        return new(customer, name, value, start) { RecordedAt = recorded ?? start };
    }

    private static Subscription? Subscription(TestReader one, string customer)
    {
        var (id, product, start) = (one.Text("id") ?? "subscription", one.Text("product") ?? "product", one.RequiredInstant("start"));
        var (end, renews, seats) = (one.Instant("end"), one.Instant("renews"), one.Number("seats"));
        var (amount, currency, recorded) = (one.Number("annualRevenue"), one.Text("currency"), one.Instant("recorded"));
        if (amount is not null && currency is null)
        {
            one.Required("currency", "Say in which currency: \"currency\": \"EUR\".");
        }

        return start is not { } from ? null : new(id, customer, product, from)
        {
            End = end,
            RenewsAt = renews,
            Seats = seats,
            AnnualRevenue = amount is { } revenue && currency is not null ? new Money((decimal)revenue, currency) : null,
            RecordedAt = recorded ?? from,
        };
    }

    private static List<Signal>? Signals(TestReader one, string customer)
    {
        var (name, at, recorded) = (one.RequiredText("name", "Name the signal."), one.RequiredInstant("at"), one.Instant("recorded"));
        var (value, actor, product) = (one.Number("value"), one.Text("actor"), one.Text("product"));
        var (until, days) = (one.Instant("until"), one.Number("everyDays") ?? 1);
        if (name is null || at is not { } first)
        {
            return null;
        }

        if (!(days >= TestReader.ShortestStep) || until < first || (until - first)?.TotalDays / days > RepeatedAtMost)
        {
            one.Wrong(null, "A signal is repeated until an instant after its first, every so many days, a second or more.", $"Write \"at\": …, \"until\": …, \"everyDays\": 1, for at most {RepeatedAtMost} signals.");
            return null;
        }

        var all = new List<Signal>();
        for (var next = first; next <= (until ?? first); next += TimeSpan.FromDays(days))
        {
            all.Add(new(customer, name, next) { Value = value, Actor = actor, Product = product, RecordedAt = recorded is { } known ? known + (next - first) : next });
        }

        return all;
    }

    // Whoever may be contacted without further words may be so by contract.
    private static Contact? Contact(TestReader one, string customer, Func<TestReader, string, DateTimeOffset?> fromOf, RuleTestGiven made)
    {
        var (id, from, channels) = (one.RequiredText("id", "Give the contact an id."), fromOf(one, customer), one.Texts("channels"));
        var (persona, primary, influence) = (one.Text("persona"), one.Flag("primary") ?? false, one.Number("influence"));
        var (zone, status, mayBeTouched, recorded) = (one.Text("timeZone"), one.Word<ContactStatus>("status"), one.Flag("mayBeTouched") ?? true, one.Instant("recorded"));
        if (id is null || from is not { } start)
        {
            return null;
        }

        if (mayBeTouched)
        {
            made.Consents.Add(new(customer, id, ContactBasis.Contract, start));
        }

        return new(customer, id, start) { Channels = channels, Persona = persona, IsPrimary = primary, Influence = influence, TimeZone = zone, Status = status ?? ContactStatus.Active, RecordedAt = recorded ?? start };
    }

    private static ContactConsent? Consent(TestReader one, string customer, Func<TestReader, string, DateTimeOffset?> fromOf)
    {
        var (contact, basis, from) = (one.RequiredText("contact", "Name the contact."), one.Word<ContactBasis>("basis"), fromOf(one, customer));
        var (channel, ends, recorded) = (one.Text("channel"), one.Instant("ends"), one.Instant("recorded"));
        one.Required("basis", "State the basis: consent, contract, legitimateInterest, legalObligation or optOut.");
        return contact is null || basis is not { } known || from is not { } start ? null : new(customer, contact, known, start) { Channel = channel, EndsAt = ends, RecordedAt = recorded ?? start };
    }

    private static Interaction? Interaction(TestReader one, string customer)
    {
        var (at, contacts, direction) = (one.RequiredInstant("at"), one.Texts("contacts"), one.Word<InteractionDirection>("direction"));
        var (id, channel, answers, recorded) = (one.Text("id"), one.Text("channel"), one.Text("answers"), one.Instant("recorded"));
        return at is not { } instant ? null : new(customer, id ?? $"interaction at {NumberText.Instant(instant)}", instant)
        {
            ContactIds = contacts ?? [],
            Direction = direction ?? InteractionDirection.Inbound,
            Channel = channel,
            Answers = answers,
            RecordedAt = recorded ?? instant,
        };
    }

    private static Silence? Silence(TestReader one)
    {
        var (from, to, because) = (one.RequiredInstant("from"), one.RequiredInstant("to"), one.Text("because") ?? "a silence");
        var (id, customer, segment, rule, recorded) = (one.Text("id"), one.Text("customer"), one.Text("segment"), one.Text("rule"), one.Instant("recorded"));
        return from is not { } start || to is not { } end ? null
            : new(id ?? $"from {NumberText.Instant(start)}", start, end, because) { CustomerId = customer, Segment = segment, Rule = rule, RecordedAt = recorded ?? start };
    }

    private sealed record Covered(string Signal, SignalCoverage Coverage);
}
