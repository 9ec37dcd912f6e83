using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

/// <content>What was recorded when.</content>
internal sealed partial class CustomerHistory
{
    /// <summary>The signals of a name that happened after an instant up to another, as known at an instant, by when they happened.</summary>
    public IEnumerable<Signal> SignalsBetween(string name, DateTimeOffset after, DateTimeOffset upTo, DateTimeOffset knownAt)
    {
        if (own is null || Array.FindIndex(own, s => s.Name == name) is not (>= 0 and var place))
        {
            yield break;
        }

        var series = own[place].Series;
        for (var i = series.FirstAfter(after.UtcTicks); i < series.Count && series.Occurred[i] <= upTo.UtcTicks; i++)
        {
            if (series.RecordedAt(i) <= knownAt.UtcTicks)
            {
                yield return SignalLog.SignalOf(CustomerId, name, series[i], series.People);
            }
        }
    }

    /// <summary>Of what became known after one instant up to another, what takes effect first: when, and which record it is. Null where nothing did.</summary>
    public (DateTimeOffset At, string What)? FirstEffectOfRecorded(DateTimeOffset after, DateTimeOffset upTo)
    {
        if (LastRecorded <= after)
        {
            return null;
        }

        (DateTimeOffset At, string What)? first = null;
        foreach (var fact in Everything())
        {
            if (fact.RecordedAt > after && fact.RecordedAt <= upTo && !(fact.EffectiveAt >= first?.At))
            {
                first = (fact.EffectiveAt, $"{WordOf(fact)}, recorded {NumberText.Instant(fact.RecordedAt)}");
            }
        }

        foreach (var (name, series) in own ?? [])
        {
            // What happened longer before than anything was ever late was known before.
            for (var i = FirstUnknownAt(series, after.UtcTicks); i < series.Count && !(series.Occurred[i] >= first?.At.UtcTicks); i++)
            {
                if (series.RecordedAt(i) is var recorded && recorded > after.UtcTicks && recorded <= upTo.UtcTicks)
                {
                    var at = new DateTimeOffset(series.Occurred[i], TimeSpan.Zero);
                    first = (at, $"{name} at {NumberText.Instant(at)}, recorded {NumberText.Instant(new(recorded, TimeSpan.Zero))}");
                    break;
                }
            }
        }

        return first;
    }

    /// <summary>When another version of the customer takes effect, as known at an instant; null for never, and where the host names no customers.</summary>
    public DateTimeOffset? NextVersionAfter(DateTimeOffset instant, DateTimeOffset knownAt)
    {
        if (records.Versions is { } versions)
        {
            DateTimeOffset? first = null;
            foreach (var version in versions)
            {
                first = version.RecordedAt <= knownAt && version.EffectiveAt > instant && !(version.EffectiveAt >= first) ? version.EffectiveAt : first;
            }

            return first;
        }

        return FirstFact(DateTimeOffset.MaxValue, knownAt, asLived: false) is { } start && start > instant ? start : null;
    }

    /// <summary>When, after an instant, another version of a plan, or of who shares one, takes effect, as known at an instant; null for never.</summary>
    public DateTimeOffset? NextPlanAfter(DateTimeOffset instant, DateTimeOffset knownAt)
    {
        DateTimeOffset? first = null;
        foreach (var record in plans?.All ?? [])
        {
            first = record.RecordedAt <= knownAt && record.EffectiveAt > instant && !(record.EffectiveAt >= first) ? record.EffectiveAt : first;
        }

        return first;
    }

    /// <summary>When, after an instant up to another, anything became known; of a signal with its name, those of accounts below included. In no order.</summary>
    public IEnumerable<(DateTimeOffset At, string? Signal)> RecordedBetween(DateTimeOffset after, DateTimeOffset upTo)
    {
        foreach (var fact in Everything())
        {
            if (fact.RecordedAt > after && fact.RecordedAt <= upTo)
            {
                yield return (fact.RecordedAt, null);
            }
        }

        var others = records.Below.Select(c => c.Id).Distinct(StringComparer.Ordinal).SelectMany(id => below?.GetValueOrDefault(id) ?? []);
        foreach (var (name, series) in (own ?? []).Concat(others))
        {
            for (var i = FirstUnknownAt(series, after.UtcTicks); i < series.Count; i++)
            {
                if (series.RecordedAt(i) is var recorded && recorded > after.UtcTicks && recorded <= upTo.UtcTicks)
                {
                    yield return (new(recorded, TimeSpan.Zero), name);
                }
            }
        }
    }

    /// <summary>The channels of its contacts, in any version; one may come twice.</summary>
    public IEnumerable<string> Channels => (contacts?.Contacts ?? []).SelectMany(c => c.Channels ?? []);

    /// <summary>When, after an instant, another version of a contact or another word of consent takes effect, or one ends, as known at an instant; null for never.</summary>
    public DateTimeOffset? NextContactAfter(DateTimeOffset instant, DateTimeOffset knownAt)
    {
        DateTimeOffset? first = null;
        foreach (var record in contacts?.All ?? [])
        {
            foreach (var at in record.RecordedAt > knownAt ? [] : record is Contacts.ContactConsent { EndsAt: { } end } ? (DateTimeOffset[])[record.EffectiveAt, end] : [record.EffectiveAt])
            {
                first = at > instant && !(at >= first) ? at : first;
            }
        }

        return first;
    }

    private static int FirstUnknownAt(in SignalSeries series, long instant) =>
        series.Recorded.Last <= instant ? series.Count : series.FirstAfter(instant - Math.Min(Math.Max(0, series.Recorded.LongestDelay), instant) - 1);

    // When anything was recorded last. Made when it is first asked for; two threads that ask at once find the same.
    private DateTimeOffset LastRecorded
    {
        get
        {
            if (_lastRecorded is null)
            {
                var last = DateTimeOffset.MinValue;
                foreach (var fact in Everything())
                {
                    last = fact.RecordedAt > last ? fact.RecordedAt : last;
                }

                foreach (var (_, series) in own ?? [])
                {
                    last = series.Count > 0 && series.Recorded.Last > last.UtcTicks ? new(series.Recorded.Last, TimeSpan.Zero) : last;
                }

                _lastRecorded = new Instant(last);
            }

            return _lastRecorded.At;
        }
    }

    private Instant? _lastRecorded;

    private sealed record Instant(DateTimeOffset At);

    private IDated[] Everything() => _everything ??=
        [.. records.Versions ?? [], .. records.Traits, .. records.Subscriptions ?? [], .. records.Outcomes, .. records.Ownerships, .. records.Below, .. contacts?.All ?? [], .. plans?.All ?? []];

    private IDated[]? _everything;

    // Free text and values may be personal: the kind of record and its instant say enough.
    private static string WordOf(IDated fact) => fact is Customers.Trait trait
        ? $"trait '{trait.Name}' from {NumberText.Instant(fact.EffectiveAt)}"
        : $"{fact.GetType().Name} of {NumberText.Instant(fact.EffectiveAt)}";
}
