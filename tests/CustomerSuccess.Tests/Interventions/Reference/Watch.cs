namespace CustomerSuccess.Tests.Interventions.Reference;

/// <summary>A customer along time, as known at one instant: every instant at which anything could be otherwise is looked at.</summary>
internal sealed class Watch
{
    private static readonly TimeSpan[] Lengths = [TimeSpan.FromDays(3), TimeSpan.FromDays(7)];

    private readonly Story _story;
    private readonly DateTimeOffset[] _candidates;

    public Watch(Story story, StoryCustomer customer, DateTimeOffset knownAt)
    {
        (_story, Customer, KnownAt) = (story, customer, knownAt);
        var through = knownAt - story.Coverage.Delay;
        DateTimeOffset[] edges = [through, story.Coverage.Through ?? through, story.Coverage.From ?? through];
        _candidates =
        [
            .. customer.Instants.Where(i => i.Recorded <= knownAt).Select(i => i.At).Concat(edges)
                .SelectMany(i => (DateTimeOffset[])[i, .. Lengths.Select(l => i + l)])
                .SelectMany(i => (DateTimeOffset[])[i.AddTicks(-1), i, i.AddTicks(1)])
                .Distinct().Order(),
        ];
    }

    public StoryCustomer Customer { get; }

    public DateTimeOffset KnownAt { get; }

    public View At(DateTimeOffset instant) => new(Customer, _story.Coverage, instant, KnownAt);

    public bool IsActive(DateTimeOffset instant) => At(instant).IsActive;

    /// <summary>Where there is no such customer nothing holds.</summary>
    public bool? Holds(StoryCondition condition, DateTimeOffset instant) => At(instant) is var view && view.IsActive ? condition.Holds(view) : false;

    /// <summary>An instant, and all after it up to another at which anything may be otherwise.</summary>
    public IEnumerable<DateTimeOffset> Instants(DateTimeOffset start, DateTimeOffset upTo)
    {
        if (start > upTo)
        {
            yield break;
        }

        yield return start;
        foreach (var candidate in _candidates)
        {
            if (candidate > start && candidate <= upTo)
            {
                yield return candidate;
            }
        }
    }

    /// <summary>The first instant from one on, up to another, at which a condition is known to be as asked for.</summary>
    public DateTimeOffset? First(StoryCondition condition, bool answer, DateTimeOffset start, DateTimeOffset upTo) =>
        Instants(start, upTo).Select(i => (DateTimeOffset?)i).FirstOrDefault(i => Holds(condition, i!.Value) == answer);

    /// <summary>The midnights of a zone after an instant, up to another.</summary>
    public static IEnumerable<DateTimeOffset> Midnights(TimeZoneInfo zone, DateTimeOffset after, DateTimeOffset upTo, TimeSpan time = default)
    {
        for (var day = DateTime.SpecifyKind(after.UtcDateTime.Date.AddDays(-2), DateTimeKind.Unspecified); day < upTo.UtcDateTime.Date.AddDays(3); day = day.AddDays(1))
        {
            var at = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day + time, zone), TimeSpan.Zero);
            if (at > after && at <= upTo)
            {
                yield return at;
            }
        }
    }

    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", System.Globalization.CultureInfo.InvariantCulture);
}
