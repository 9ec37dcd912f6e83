namespace CustomerSuccess.Tests.Interventions.Reference;

/// <summary>An occurrence of a trigger.</summary>
/// <param name="Occurrence">Which.</param>
/// <param name="At">When.</param>
/// <param name="IsAfterClear">Whether what triggers it was known not to hold right before.</param>
internal sealed record ReferenceFiring(string Occurrence, DateTimeOffset At, bool IsAfterClear = true);

/// <summary>When a trigger fires, looked for at every instant.</summary>
internal abstract class ReferenceTrigger
{
    /// <summary>Every firing after an instant up to another, in their order.</summary>
    public abstract IEnumerable<ReferenceFiring> Firings(Watch watch, DateTimeOffset after, DateTimeOffset upTo);

    /// <summary>The condition, of a trigger that is one.</summary>
    public virtual StoryCondition? Condition => null;

    /// <summary>The midnights that count for a condition; null where every instant does.</summary>
    public virtual TimeZoneInfo? Grid => null;

    /// <summary>Whether it is known not to have fired where it did.</summary>
    public virtual bool IsRefuted(Watch watch, string occurrence, DateTimeOffset at) => !Firings(watch, at.AddTicks(-1), at).Any() && !IsUnknown(watch, at);

    /// <summary>Whether it is not known whether it fires at an instant.</summary>
    protected virtual bool IsUnknown(Watch watch, DateTimeOffset at) => false;

    protected static string Text(DateTimeOffset at) => Watch.Text(at);
}

/// <summary>A condition that begins to hold, at its instant.</summary>
internal sealed class BeginsToHold(StoryCondition condition) : ReferenceTrigger
{
    public override StoryCondition Condition => condition;

    public override IEnumerable<ReferenceFiring> Firings(Watch watch, DateTimeOffset after, DateTimeOffset upTo)
    {
        foreach (var at in watch.Instants(after.AddTicks(1), upTo))
        {
            if (watch.Holds(condition, at) == true && watch.Holds(condition, at.AddTicks(-1)) is var before && before != true)
            {
                yield return new(Text(at), at, before == false);
            }
        }
    }

    public override bool IsRefuted(Watch watch, string occurrence, DateTimeOffset at) => watch.Holds(condition, at) == false;
}

/// <summary>A condition that holds for a time, at midnights.</summary>
internal sealed class HoldsFor(StoryCondition condition, TimeSpan duration, TimeZoneInfo zone) : ReferenceTrigger
{
    public override StoryCondition Condition => condition;

    public override TimeZoneInfo Grid => zone;

    public override IEnumerable<ReferenceFiring> Firings(Watch watch, DateTimeOffset after, DateTimeOffset upTo) => Runs(watch, upTo).Where(r => r.Firing?.At > after).Select(r => r.Firing!);

    public override bool IsRefuted(Watch watch, string occurrence, DateTimeOffset at) => watch.Holds(condition, at) switch
    {
        null => false,
        false => true,
        _ => !occurrence.StartsWith("again", StringComparison.Ordinal) && !Runs(watch, at).Last().HasFired,
    };

    // From a week before the story on, midnight by midnight.
    private IEnumerable<(ReferenceFiring? Firing, bool HasFired)> Runs(Watch watch, DateTimeOffset upTo)
    {
        DateTimeOffset? since = null;
        DateTimeOffset? unknownSince = null;
        var (hasFired, wasClear, isAfterClear) = (false, true, true);
        foreach (var midnight in Watch.Midnights(zone, Story.Start.AddDays(-7), upTo))
        {
            ReferenceFiring? firing = null;
            var holds = watch.Holds(condition, midnight);
            unknownSince = holds is null ? unknownSince ?? midnight : null;
            if (holds == false || midnight - unknownSince > duration)
            {
                (since, hasFired) = (null, false);
            }
            else if (holds == true)
            {
                isAfterClear = since is null ? wasClear : isAfterClear;
                since ??= midnight;
                if (!hasFired && midnight - since >= duration)
                {
                    hasFired = true;
                    firing = new(Text(since.Value), midnight, isAfterClear);
                }
            }

            wasClear = holds == false;
            yield return (firing, hasFired);
        }
    }
}

/// <summary>So long after or before an anchor that stands there; of an absence, with too few logins within that time.</summary>
internal sealed class Anchored(string anchor, TimeSpan offset, int? fewerThan = null) : ReferenceTrigger
{
    public override IEnumerable<ReferenceFiring> Firings(Watch watch, DateTimeOffset after, DateTimeOffset upTo) =>
        Scheduled(watch, after, upTo).Where(f => fewerThan is null || watch.At(f.At).LoginsIn(offset) < fewerThan);

    protected override bool IsUnknown(Watch watch, DateTimeOffset at) => fewerThan is not null && watch.At(at).LoginsIn(offset) is null && Scheduled(watch, at.AddTicks(-1), at).Any();

    private IEnumerable<ReferenceFiring> Scheduled(Watch watch, DateTimeOffset after, DateTimeOffset upTo)
    {
        var all = anchor switch
        {
            "since" => [("customer", watch.Customer.Since)],
            "review" => watch.Customer.Reviews.Where(r => r.Recorded <= watch.KnownAt).Select(r => ("review", r.Value)).Distinct(),
            _ => watch.Customer.Logins.Where(l => l.Recorded <= watch.KnownAt).Select(l => ($"login@{Text(l.At)}", l.At)),
        };
        return all.Select(a => (Id: a.Item1, Anchor: a.Item2, At: a.Item2 + offset))
            .Where(a => a.At > after && a.At <= upTo && watch.IsActive(a.At) && (anchor != "review" || watch.At(a.At).Review == a.Anchor))
            .Select(a => new ReferenceFiring($"{a.Id}@{Text(a.At)}", a.At)).OrderBy(f => f.At).ThenBy(f => f.Occurrence, StringComparer.Ordinal);
    }
}

/// <summary>At instants of the calendar; of an absence, with too few logins since the one before.</summary>
internal sealed class Scheduled(TimeZoneInfo zone, Func<DateTime, bool> counts, TimeSpan time, int? fewerThan = null) : ReferenceTrigger
{
    public override IEnumerable<ReferenceFiring> Firings(Watch watch, DateTimeOffset after, DateTimeOffset upTo) =>
        At(watch, after, upTo).Where(at => fewerThan is null || watch.At(at).LoginsIn(Since(at)) < fewerThan).Select(at => new ReferenceFiring(Text(at), at));

    protected override bool IsUnknown(Watch watch, DateTimeOffset at) => fewerThan is not null && watch.At(at).LoginsIn(Since(at)) is null && At(watch, at.AddTicks(-1), at).Any();

    private IEnumerable<DateTimeOffset> At(Watch watch, DateTimeOffset after, DateTimeOffset upTo) =>
        Watch.Midnights(zone, after, upTo, time).Where(m => counts(TimeZoneInfo.ConvertTime(m, zone).Date) && watch.IsActive(m));

    private TimeSpan Since(DateTimeOffset at) => at - Watch.Midnights(zone, at.AddDays(-40), at.AddTicks(-1), time).Last(m => counts(TimeZoneInfo.ConvertTime(m, zone).Date));
}

/// <summary>Logins, or those whose value is large enough.</summary>
internal sealed class LoggedIn(double? above) : ReferenceTrigger
{
    public override IEnumerable<ReferenceFiring> Firings(Watch watch, DateTimeOffset after, DateTimeOffset upTo) => watch.Customer.Logins
        .Where(l => l.Recorded <= watch.KnownAt && l.At > after && l.At <= upTo && watch.IsActive(l.At) && (above is null || l.Value > above))
        .OrderBy(l => l.At).Select(l => new ReferenceFiring($"login@{Text(l.At)}", l.At));
}

/// <summary>A segment that was entered or left, or a band, from one midnight to the next.</summary>
internal sealed class Moved(bool isBand, string? to, string? from) : ReferenceTrigger
{
    public override IEnumerable<ReferenceFiring> Firings(Watch watch, DateTimeOffset after, DateTimeOffset upTo)
    {
        string? before = null;
        foreach (var midnight in Watch.Midnights(TimeZoneInfo.Utc, Story.Start.AddDays(-7), upTo))
        {
            var now = !watch.IsActive(midnight) ? null : isBand ? Band(watch, midnight) : watch.At(midnight).Segment;
            if (midnight > after && now is not null && now != before && (before is not null || !isBand) && (to is null || to == now) && (from is null || from == before))
            {
                yield return new($"{before ?? "none"}>{now}@{Text(midnight)}", midnight);
            }

            before = now;
        }
    }

    // With a hysteresis of 2, from the first midnight after the customer's first fact on.
    private static string Band(Watch watch, DateTimeOffset at)
    {
        (string Name, double Lower)[] bands = [("Red", double.NegativeInfinity), ("Yellow", 50), ("Green", 75)];
        var band = -1;
        var first = watch.Customer.Instants.Where(i => i.Recorded <= watch.KnownAt).Select(i => i.At).Append(watch.Customer.Since).Min();
        foreach (var midnight in Watch.Midnights(TimeZoneInfo.Utc, first, at))
        {
            var seats = Math.Clamp(watch.At(midnight).Seats ?? 0, 0, 100);
            var (up, down, level) = (bands.Count(b => seats >= b.Lower + 2) - 1, bands.Count(b => seats >= b.Lower - 2) - 1, bands.Count(b => seats >= b.Lower) - 1);
            band = band < 0 ? level : up > band ? up : down < band ? down : band;
        }

        return band < 0 ? bands[bands.Count(b => Math.Clamp(watch.At(at).Seats ?? 0, 0, 100) >= b.Lower) - 1].Name : bands[band].Name;
    }
}
