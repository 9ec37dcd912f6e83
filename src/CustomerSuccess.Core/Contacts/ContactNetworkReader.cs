namespace CustomerSuccess.Contacts;

/// <summary>
/// Reads the network of contacts from a customer's facts. The exposure is Σ r·i over the primary contact's engagements ÷ Σ r·i over
/// all contacts' engagements within the window, with i the contact's influence ÷ 100 and r = 0.5^(age ÷ half-life), the age counted
/// from the newest of them: so that the share does not change until something comes into the window or goes out of it. An engagement
/// counts for each contact who took part and is still part of the network. Immutable and safe to use from several threads.
/// </summary>
public sealed class ContactNetworkReader
{
    private static readonly UnknownCause NoInteractions = new("interactions", UnknownKind.NotGiven, "no interactions are given");

    /// <summary>States how a network is judged.</summary>
    /// <param name="options">The options; the usual ones where null.</param>
    public ContactNetworkReader(ContactNetworkOptions? options = null)
    {
        Options = options ?? new();
        Version = CanonicalJson.Hash(new Dictionary<string, object?>
        {
            ["format"] = 1,
            ["window"] = Options.Window.TotalDays,
            ["halfLife"] = Options.HalfLife.TotalDays,
            ["assumedInfluence"] = Options.AssumedInfluence,
            ["required"] = Options.RequiredPersonas.Cast<object>().ToList(),
            ["levels"] = Options.Levels.ToDictionary(l => l.Key, l => (object?)l.Value.ToString()),
        });
    }

    /// <summary>The options.</summary>
    public ContactNetworkOptions Options { get; }

    /// <summary>A content hash of the options.</summary>
    internal string Version { get; }

    /// <summary>The network of one customer.</summary>
    public ContactNetwork Read(CustomerFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var contacts = facts.Contacts;
        var present = contacts.All?.Where(c => c.IsPresent).ToArray();
        var weights = present is not null && contacts.Interactions is { } all ? new NetworkWeights(present, all, Options, facts.AsOf) : null;
        var exposure = weights?.Exposure();
        return new()
        {
            AsOf = facts.AsOf,
            Window = Options.Window,
            Lines = Array.AsReadOnly([.. (present ?? []).Select(c => Line(c, weights))]),
            Active = Of(contacts, _ => present!.Count(c => c.Status == ContactStatus.Active)),
            Breadth = weights is null ? Reading.Unknown<int>(Missing(contacts)) : Reading.Known(present!.Count(c => c.Status == ContactStatus.Active && weights.CountOf(c.Id) > 0)),
            Exposure = weights is null ? Reading.Unknown<double>(Missing(contacts)) : exposure is { } known ? Reading.Known(known.Share) : Reading.Unknown<double>(weights.Nothing),
            ExposureLower = exposure?.Lower,
            ExposureUpper = exposure?.Upper,
            ExposedTo = exposure?.ContactId,
            Missing = Of<IReadOnlyList<string>>(contacts, _ => Array.AsReadOnly([.. Options.RequiredPersonas.Where(p => !Array.Exists(present!, c => c.Persona == p))])),
            SignerKnown = Of(contacts, _ => Array.Exists(present!, c => c is { Status: ContactStatus.Active, Authority: ContactAuthority.Signs })),
            Movers = ContactMoves.Within(contacts, facts.AsOf, Options.Window),
        };
    }

    /// <summary>How many active contacts were engaged in a window (as of − length, as of]. Unknown where contacts or interactions are not given.</summary>
    /// <param name="facts">The customer.</param>
    /// <param name="window">The length, above 0.</param>
    public static Reading<int> Engaged(CustomerFacts facts, TimeSpan window)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (window <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(window), window, "A window has a length above 0.");
        }

        var contacts = facts.Contacts;
        if (contacts.Active is not { } active || contacts.Interactions is not { } interactions)
        {
            return Reading.Unknown<int>(Missing(contacts));
        }

        var met = interactions.Where(i => i.IsEngagement && facts.AsOf - i.OccurredAt < window).SelectMany(i => i.ContactIds).ToHashSet(StringComparer.Ordinal);
        return Reading.Known(active.Count(c => met.Contains(c.Id)));
    }

    /// <summary>
    /// When a contact of a persona was last engaged, whoever that was then: the persona is that of the day, and before a contact's
    /// first version that of the first. Unknown where contacts or interactions are not given, and (not given) where it never happened.
    /// </summary>
    /// <param name="facts">The customer.</param>
    /// <param name="persona">The persona.</param>
    public static Reading<DateTimeOffset> LastEngaged(CustomerFacts facts, string persona)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentException.ThrowIfNullOrWhiteSpace(persona);
        var contacts = facts.Contacts;
        if (contacts.All is not { } all || contacts.Interactions is not { } interactions)
        {
            return Reading.Unknown<DateTimeOffset>(Missing(contacts));
        }

        var histories = all.ToDictionary(c => c.Id, c => contacts.History(c.Id), StringComparer.Ordinal);
        var last = interactions.LastOrDefault(i => i.IsEngagement && i.ContactIds.Any(id => histories.TryGetValue(id, out var history)
            && (history.InForce(i.OccurredAt, facts.KnownAt) ?? history[0]).Persona == persona));
        return last is { OccurredAt: var at }
            ? Reading.Known(at)
            : Reading.Unknown<DateTimeOffset>(new UnknownCause($"contacts.daysSince('{persona}')", UnknownKind.NotGiven, "no such contact was ever engaged"));
    }

    internal static UnknownCause NoContacts { get; } = new("contacts", UnknownKind.NotGiven, "no contacts are given");

    private static UnknownCause[] Missing(ContactFacts contacts) => contacts.All is not null ? [NoInteractions]
        : contacts.Interactions is not null ? [NoContacts]
        : [NoContacts, NoInteractions];

    private static Reading<T> Of<T>(ContactFacts contacts, Func<ContactFacts, T> read) =>
        contacts.All is null ? Reading.Unknown<T>(NoContacts) : Reading.Known(read(contacts));

    private ContactNetworkLine Line(Contact contact, NetworkWeights? weights) => new()
    {
        ContactId = contact.Id,
        Persona = contact.Persona,
        Level = Options.LevelOf(contact),
        IsActive = contact.Status == ContactStatus.Active,
        Interactions = weights?.CountOf(contact.Id),
        Share = weights?.ShareOf(contact.Id),
        InfluenceIsAssumed = contact.Influence is null,
    };
}
