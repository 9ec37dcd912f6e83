using CustomerSuccess.Expressions;

namespace CustomerSuccess.Contacts;

/// <summary>What expressions and vocabularies read of contacts and issues, each with when it may next be another.</summary>
internal static class ContactReaders
{
    public const string Interactions = "interactions";

    private const string Version = "1";

    public static FactsReader Active() => Number("contacts.active", Version, f => Count(f.Contacts), f => f.Contacts.ContactsUntil(), ContactLanguage.Contacts);

    public static FactsReader Exposure(ContactNetworkReader network) =>
        Number("contacts.exposure", network.Version, f => network.Read(f).Exposure, NetworkUntil(network), ContactLanguage.Contacts, Interactions);

    public static FactsReader Missing(ContactNetworkReader network) => new(
        "contacts.missing",
        network.Version,
        f => Values.Of(network.Read(f).Missing, all => CelValue.Of(CelList.Of([.. all.Select(CelValue.Of)]))),
        f => f.Contacts.ContactsUntil())
    { Source = Sources("contacts.missing", ContactLanguage.Contacts) };

    public static FactsReader SignerKnown(ContactNetworkReader network) =>
        new("contacts.signerKnown", Version, f => Values.Of(network.Read(f).SignerKnown, CelValue.Of), f => f.Contacts.ContactsUntil()) { Source = Sources("contacts.signerKnown", ContactLanguage.Contacts) };

    public static FactsReader Engaged(TimeSpan window) => Number(
        "contacts.engaged",
        $"{Version} {Ticks(window)}",
        f => Counted(ContactNetworkReader.Engaged(f, window)),
        f => Earlier(f.Contacts.ContactsUntil(), f.Contacts.InteractionsUntil(window)),
        ContactLanguage.Contacts,
        Interactions);

    public static FactsReader Covers(string persona) => new(
        "contacts.covers",
        $"{Version} {Fact.Quoted(persona)}",
        f => f.Contacts.Active is { } active ? CelValue.Of(active.Any(c => c.Persona == persona)) : Unknowns.Of(ContactNetworkReader.NoContacts),
        f => f.Contacts.ContactsUntil())
    { Source = Sources($"contacts.covers({Fact.Quoted(persona)})", ContactLanguage.Contacts) };

    public static FactsReader DaysSince(string persona) => new(
        "contacts.daysSince",
        $"{Version} {Fact.Quoted(persona)}",
        f => Values.Of(DaysSince(f, persona), CelValue.Of),
        DaysSinceUntil)
    {
        Grows = true,
        Source = Sources($"contacts.daysSince({Fact.Quoted(persona)})", ContactLanguage.Contacts, Interactions),
    };

    public static FactsReader Open(IssueSeverity? atLeast) => Number(
        "issues.open",
        $"{Version} {atLeast?.Level}",
        f => Counted(f.Contacts.OpenIssues(atLeast)),
        f => f.Contacts.OpenIssuesUntil(atLeast),
        ContactLanguage.Issues);

    public static FactsReader Opened(TimeSpan window, IssueSeverity? atLeast) => Number(
        "issues.opened",
        $"{Version} {atLeast?.Level} {Ticks(window)}",
        f => Counted(f.Contacts.OpenedIssues(window, atLeast)),
        f => f.Contacts.OpenedIssuesUntil(window, atLeast),
        ContactLanguage.Issues);

    public static Func<CustomerFacts, DateTimeOffset?> NetworkUntil(ContactNetworkReader network) =>
        f => Earlier(f.Contacts.ContactsUntil(), f.Contacts.InteractionsUntil(network.Options.Window));

    public static Reading<double> DaysSince(CustomerFacts facts, string persona) => ContactNetworkReader.LastEngaged(facts, persona) is var last && last.IsKnown
        ? Reading.Known((facts.AsOf - last.Value).Ticks / (double)TimeSpan.TicksPerDay)
        : Reading.Unknown<double>(last.Causes);

    public static DateTimeOffset? DaysSinceUntil(CustomerFacts facts) => Earlier(facts.Contacts.ContactsUntil(), facts.Contacts.InteractionsUntil());

    public static Reading<double> Counted(Reading<int> count) => count.IsKnown ? Reading.Known((double)count.Value) : Reading.Unknown<double>(count.Causes);

    public static Reading<double> Count(ContactFacts contacts) =>
        contacts.Active is { } active ? Reading.Known((double)active.Count) : Reading.Unknown<double>(ContactNetworkReader.NoContacts);

    public static ExpressionSources Sources(string name, params object[] sources) => new(name, [name, .. sources]);

    private static FactsReader Number(string name, string signed, Func<CustomerFacts, Reading<double>> read, Func<CustomerFacts, DateTimeOffset?> until, params object[] sources) =>
        new(name, signed, f => Values.Of(read(f), CelValue.Of), until) { Source = Sources(name, sources) };

    private static string Ticks(TimeSpan window) => window.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
