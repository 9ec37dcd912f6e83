namespace CustomerSuccess.Tests.Interventions.Reference;

/// <summary>A value from an instant on, and when it became known.</summary>
internal sealed record Dated<T>(DateTimeOffset At, DateTimeOffset Recorded, T Value);

/// <summary>A version of a contact.</summary>
internal sealed record StoryContact(string Id, string[]? Channels, bool IsPrimary, string? Persona, string? Zone, bool IsGone);

/// <summary>A word of consent: a basis, or an opt-out.</summary>
internal sealed record StoryConsent(string Contact, bool IsOptOut, string? Channel, DateTimeOffset? Ends);

/// <summary>Something that a contact said.</summary>
internal sealed record StoryTalk(string Id, string Contact, bool IsInbound, string? Answers);

/// <summary>Everything that is ever recorded of a customer.</summary>
internal sealed class StoryCustomer(string id, DateTimeOffset since)
{
    public string Id => id;

    public DateTimeOffset Since => since;

    /// <summary>Whether there is such a customer, in versions.</summary>
    public List<Dated<bool>> Active { get; } = [new(since, since, true)];

    public List<Dated<double>> Seats { get; } = [];

    public List<Dated<double>> Users { get; } = [];

    public List<Dated<string>> Groups { get; } = [];

    public List<Dated<DateTimeOffset>> Reviews { get; } = [];

    public List<Dated<double?>> Logins { get; } = [];

    public List<Dated<StoryContact>> Contacts { get; } = [];

    public List<Dated<StoryConsent>> Consents { get; } = [];

    public List<Dated<StoryTalk>> Talks { get; } = [];

    /// <summary>When any record takes effect or ends, and when it became known.</summary>
    public IEnumerable<(DateTimeOffset At, DateTimeOffset Recorded)> Instants =>
    [
        .. Active.Select(d => (d.At, d.Recorded)), .. Seats.Select(d => (d.At, d.Recorded)), .. Users.Select(d => (d.At, d.Recorded)), .. Groups.Select(d => (d.At, d.Recorded)),
        .. Reviews.Select(d => (d.At, d.Recorded)), .. Logins.Select(d => (d.At, d.Recorded)), .. Contacts.Select(d => (d.At, d.Recorded)), .. Talks.Select(d => (d.At, d.Recorded)),
        .. Consents.SelectMany(d => d.Value.Ends is { } end ? ((DateTimeOffset, DateTimeOffset)[])[(d.At, d.Recorded), (end, d.Recorded)] : [(d.At, d.Recorded)]),
    ];
}

/// <summary>From when and through when logins are complete, and how late they come.</summary>
internal sealed record StoryCoverage(DateTimeOffset? From, DateTimeOffset? Through, TimeSpan Delay);

/// <summary>What is known of a customer at an instant, as of an instant; read anew each time.</summary>
internal sealed class View(StoryCustomer customer, StoryCoverage coverage, DateTimeOffset asOf, DateTimeOffset knownAt)
{
    public string CustomerId => customer.Id;

    public DateTimeOffset AsOf => asOf;

    public DateTimeOffset KnownAt => knownAt;

    public bool IsActive => Last(customer.Active) is { Value: true };

    public double? Seats => Last(customer.Seats)?.Value;

    public double? Users => Last(customer.Users)?.Value;

    public string? Group => Last(customer.Groups)?.Value;

    public DateTimeOffset? Review => Last(customer.Reviews)?.Value;

    /// <summary>The segment of the scheme for experience.</summary>
    public string Segment => Story.SegmentOf(Seats!.Value);

    /// <summary>How many logins there were in (as of − length, as of]; null where the source does not cover that.</summary>
    public int? LoginsIn(TimeSpan length)
    {
        var through = knownAt - coverage.Delay;
        through = coverage.Through < through ? coverage.Through.Value : through;
        return asOf > through || coverage.From > (asOf - length).AddTicks(1) ? null
            : customer.Logins.Count(l => l.Recorded <= knownAt && l.At <= asOf && l.At > asOf - length);
    }

    /// <summary>The contacts in force, by id.</summary>
    public StoryContact[] Contacts => [.. customer.Contacts.GroupBy(c => c.Value.Id).Select(g => Last(g)?.Value).OfType<StoryContact>().OrderBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>Whether a contact may be touched on a channel: yes, no, or not known.</summary>
    public bool? Permits(string contact, string channel)
    {
        if (Contacts.FirstOrDefault(c => c.Id == contact) is not { } known)
        {
            return null;
        }

        if (known.IsGone || known.Channels?.Contains(channel) == false)
        {
            return false;
        }

        var words = customer.Consents.Where(c => c.Value.Contact == contact && c.Recorded <= knownAt && c.At <= asOf && (c.Value.Channel is null || c.Value.Channel == channel)).ToArray();

        // The last opt-out of a scope, while it lasts; a basis in force otherwise.
        var optedOut = words.Where(c => c.Value.IsOptOut).GroupBy(c => c.Value.Channel).Any(g => g.OrderBy(c => c.At).ThenBy(c => c.Recorded).ThenBy(c => c.Value.Ends).Last() is { } last && !(last.Value.Ends <= asOf));
        return optedOut ? false : known.Channels is null ? null : words.Any(c => !c.Value.IsOptOut) ? true : null;
    }

    /// <summary>What contacts said, the earliest first.</summary>
    public IEnumerable<Dated<StoryTalk>> Talks => customer.Talks.Where(t => t.Recorded <= knownAt && t.At <= asOf).OrderBy(t => t.At).ThenBy(t => t.Value.Id, StringComparer.Ordinal);

    private Dated<T>? Last<T>(IEnumerable<Dated<T>> all) => all.Where(d => d.At <= asOf && d.Recorded <= knownAt).OrderBy(d => d.At).ThenBy(d => d.Recorded).LastOrDefault();
}
