using CustomerSuccess.Contacts;
using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Contacts;

/// <summary>A customer with contacts, as of days around one.</summary>
internal static class Scene
{
    public static readonly DateTimeOffset Day = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    /// <summary>Ann sponsors and signs, bob champions, cid works with it; ann and bob were met, ann more often.</summary>
    public static ContactLog Log() => new ContactLog(Key)
        .Add(new Contact("acme", "ann", Day.AddDays(-300)) { Persona = Personas.ExecutiveSponsor, Authority = ContactAuthority.Signs, Influence = 80, IsPrimary = true, Channels = ["email", "call"], TimeZone = "Europe/Berlin", Language = "de" })
        .Add(new Contact("acme", "bob", Day.AddDays(-300)) { Persona = Personas.Champion, Authority = ContactAuthority.Influences, Influence = 40, Channels = ["email"] })
        .Add(new Contact("acme", "cid", Day.AddDays(-300)) { Persona = Personas.User, Authority = ContactAuthority.None, Influence = 10, Channels = [] })
        .Add(new Interaction("acme", "i1", Day.AddDays(-100)) { ContactIds = ["cid"], Channel = "call" })
        .Add(new Interaction("acme", "i2", Day.AddDays(-45)) { ContactIds = ["ann", "bob"], Channel = "call", Direction = InteractionDirection.Outbound, Cause = InteractionCause.Planned, Purpose = CommunicationPurpose.Review, Outcome = "goals agreed", Author = "csm-1", Note = "ann wants more seats" })
        .Add(new Interaction("acme", "i3", Day) { ContactIds = ["bob"], Channel = "email", Direction = InteractionDirection.Inbound })
        .Add(new Issue("acme", "t1", IssueSeverity.Critical, Day.AddDays(-10)))
        .Add(new Issue("acme", "t2", IssueSeverity.High, Day.AddDays(-20)) { ClosedAt = Day.AddDays(5) })
        .Add(new Issue("acme", "t3", IssueSeverity.Low, Day.AddDays(-20)) { ClosedAt = Day.AddDays(-3) });

    public static CustomerFacts Facts(ContactLog log, DateTimeOffset? asOf = null, DateTimeOffset? knownAt = null, string customer = "acme") =>
        Facts(CustomerSources.InMemory(null, null, log), asOf, knownAt, customer);

    /// <summary>What is recorded ahead is asked for too.</summary>
    public static CustomerFacts Facts(CustomerSources sources, DateTimeOffset? asOf = null, DateTimeOffset? knownAt = null, string customer = "acme")
    {
        var (at, known) = (asOf ?? Day, knownAt ?? asOf ?? Day);
        var query = new FactQuery { CustomerIds = [customer], AsOf = DateTimeOffset.MaxValue, KnownAt = known };
        return new CustomerObserver(sources, [], acrossTrees: false).ReadAsync(query, CancellationToken.None).AsTask().GetAwaiter().GetResult()[0].At(at, known);
    }
}
