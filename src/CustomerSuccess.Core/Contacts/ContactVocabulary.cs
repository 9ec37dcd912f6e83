namespace CustomerSuccess.Contacts;

/// <summary>Names what is known of contacts and issues for what reads facts by name.</summary>
public static class ContactVocabulary
{
    private const string Version = "1";

    /// <summary>How many contacts are active.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    public static TSelf ActiveContacts<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name)
        where TSelf : VocabularyPart<CustomerFacts, TSelf> =>
        Number(part, name, $"active contacts {Version}", f => ContactReaders.Count(f.Contacts), ContactReaders.Active());

    /// <summary>How many active contacts were engaged in a window.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="window">The length, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window is not above 0.</exception>
    public static TSelf EngagedContacts<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, TimeSpan window)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        CheckWindow(window);
        return Number(part, name, $"engaged contacts {Version} {window.Ticks}", f => ContactReaders.Counted(ContactNetworkReader.Engaged(f, window)), ContactReaders.Engaged(window));
    }

    /// <summary>What hangs on the primary contact, 0 to 1.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="network">How it is judged; the usual where null.</param>
    public static TSelf ContactExposure<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, ContactNetworkReader? network = null)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        network ??= new();
        return Number(part, name, $"contact exposure {network.Version}", f => network.Read(f).Exposure, ContactReaders.Exposure(network));
    }

    /// <summary>Days since a contact of a persona was last engaged. Its age is the same.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="persona">The persona; the executive sponsor unless stated.</param>
    public static TSelf DaysSinceEngaged<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, string persona = Personas.ExecutiveSponsor)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(persona);
        // It grows all the time: when it is another cannot be told.
        return part.Add(new ReadingFact<CustomerFacts>(name, $"days since engaged {Version} {Fact.Quoted(persona)}", ContactReaders.DaysSince(persona).Source!, f => ContactReaders.DaysSince(f, persona))
        {
            Aged = (facts, _) => ContactNetworkReader.LastEngaged(facts, persona) is { IsKnown: true, Value: var at } ? facts.AsOf - at : null,
        });
    }

    /// <summary>How many of the required personas nobody has.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="network">Which are required; the usual where null.</param>
    public static TSelf MissingPersonas<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, ContactNetworkReader? network = null)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        network ??= new();
        return Number(
            part,
            name,
            $"missing personas {network.Version}",
            f => network.Read(f).Missing is var missing && missing.IsKnown ? Reading.Known((double)missing.Value.Count) : Reading.Unknown<double>(missing.Causes),
            ContactReaders.Missing(network));
    }

    /// <summary>Whether somebody who signs is known and active.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    public static TSelf SignerKnown<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var network = new ContactNetworkReader();
        var reader = ContactReaders.SignerKnown(network);
        return part.Add(new FlagReadingFact<CustomerFacts>(name, $"signer known {Version}", reader.Source!, f => network.Read(f).SignerKnown) { Until = reader.Until });
    }

    /// <summary>How many issues are open that are as grave as a severity, or graver.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="atLeast">The severity; null for any.</param>
    public static TSelf OpenIssues<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, IssueSeverity? atLeast = null)
        where TSelf : VocabularyPart<CustomerFacts, TSelf> =>
        Number(part, name, $"open issues {Version} {atLeast?.Level}", f => ContactReaders.Counted(f.Contacts.OpenIssues(atLeast)), ContactReaders.Open(atLeast));

    /// <summary>How many issues were opened in a window that are as grave as a severity, or graver.</summary>
    /// <param name="part">The vocabulary.</param>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="window">The length, above 0.</param>
    /// <param name="atLeast">The severity; null for any.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window is not above 0.</exception>
    public static TSelf OpenedIssues<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part, string name, TimeSpan window, IssueSeverity? atLeast = null)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        CheckWindow(window);
        return Number(part, name, $"opened issues {Version} {atLeast?.Level} {window.Ticks}", f => ContactReaders.Counted(f.Contacts.OpenedIssues(window, atLeast)), ContactReaders.Opened(window, atLeast));
    }

    private static TSelf Number<TSelf>(VocabularyPart<CustomerFacts, TSelf> part, string name, FormattableString version, Func<CustomerFacts, Reading<double>> read, FactsReader reader)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return part.Add(new ReadingFact<CustomerFacts>(name, FormattableString.Invariant(version), reader.Source!, read) { Until = reader.Until });
    }

    private static void CheckWindow(TimeSpan window)
    {
        if (window <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(window), window, "A window has a length above 0.");
        }
    }
}
