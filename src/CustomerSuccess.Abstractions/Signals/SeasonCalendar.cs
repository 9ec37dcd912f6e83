using System.Globalization;

namespace CustomerSuccess.Signals;

/// <summary>
/// Which instant one cycle earlier an instant is compared with: a calendar year earlier in a stated zone, or the same place
/// in the cycle before of a declared calendar (terms, fiscal years). Immutable.
/// </summary>
public sealed class SeasonCalendar
{
    private readonly TimeZoneInfo? _zone;
    private readonly DateTimeOffset[] _starts = [];

    private SeasonCalendar(string name, TimeZoneInfo? zone, DateTimeOffset[] starts) => (Name, _zone, _starts) = (name, zone, starts);

    /// <summary>The name: the zone's id, or the declared name.</summary>
    public string Name { get; }

    /// <summary>What distinguishes it, for hashes. Zones are told apart by their ids.</summary>
    public string Canonical => _zone is not null
        ? $"year {Name}"
        : $"cycles {_starts.Length} {string.Join(' ', _starts.Select(s => s.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture)))} {Name}";

    /// <summary>
    /// The calendar year of a zone: 29 February is compared with 28 February; a local time that did not exist moves forward
    /// by the gap; one that existed twice is the earlier of the two.
    /// </summary>
    public static SeasonCalendar Year(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(zone.Id, zone, []);
    }

    /// <summary>A declared calendar: an instant lies as far into the cycle before as it lies into its own. Within the first cycle, and before it, there is nothing to compare with; the last goes on until a later start is declared.</summary>
    /// <param name="name">The name. Not empty.</param>
    /// <param name="starts">When the cycles start, rising; at least two.</param>
    /// <exception cref="ArgumentException">The starts are fewer than two or do not rise.</exception>
    public static SeasonCalendar Declared(string name, params IReadOnlyList<DateTimeOffset> starts)
    {
        ValidText.Check(name);
        ArgumentNullException.ThrowIfNull(starts);
        if (starts.Count < 2 || starts.Skip(1).Where((s, i) => s <= starts[i]).Any())
        {
            throw new ArgumentException($"The calendar '{name}' needs at least two starts of cycles, each later than the one before.", nameof(starts));
        }

        return new(name, null, [.. starts.Select(s => s.ToUniversalTime())]);
    }

    /// <summary>The instant one cycle earlier; null where there is no cycle before.</summary>
    public DateTimeOffset? OneCycleEarlier(DateTimeOffset instant)
    {
        if (_zone is not null)
        {
            return YearEarlier(instant, _zone);
        }

        var found = Array.BinarySearch(_starts, instant);
        var place = found < 0 ? ~found - 1 : found;
        return place < 1 ? null : Earlier(_starts[place - 1] + (instant - _starts[place]), _starts[place]);
    }

    /// <summary>
    /// An instant after this one up to which the earlier instant moves along by the same time, or, at the end of a longer cycle,
    /// stands still: the next local midnight, change of clocks, or start of a cycle. Null where that goes on for ever.
    /// </summary>
    public DateTimeOffset? SteadyUntil(DateTimeOffset instant)
    {
        if (_zone is not null)
        {
            return YearSteadyUntil(instant.ToUniversalTime(), _zone);
        }

        var found = Array.BinarySearch(_starts, instant);
        var place = found < 0 ? ~found - 1 : found;
        var next = place + 1 < _starts.Length ? _starts[place + 1] : (DateTimeOffset?)null;
        if (place < 1)
        {
            return next;
        }

        // The last instant of the cycle before, in this one: from there the earlier instant stands still.
        var length = _starts[place] - _starts[place - 1];
        var capped = DateTimeOffset.MaxValue - _starts[place] > length ? _starts[place] + length - TimeSpan.FromTicks(1) : DateTimeOffset.MaxValue;
        return capped > instant && !(capped >= next) ? capped : next;
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    // A longer cycle may reach further than the one before it lasted.
    private static DateTimeOffset Earlier(DateTimeOffset instant, DateTimeOffset end) => (instant < end ? instant : end - TimeSpan.FromTicks(1)).ToUniversalTime();

    // Within a local day the distance changes only where the clocks do, now or then.
    private static DateTimeOffset? YearSteadyUntil(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        if (local.Date >= DateTime.MaxValue.Date)
        {
            return null;
        }

        var end = LocalTime.First(local.Date.AddDays(1), zone);
        end = end > instant ? end : instant + TimeSpan.FromHours(1);
        var distance = Distance(instant, zone);
        var last = end - TimeSpan.FromTicks(1);
        if (zone.GetUtcOffset(last) == zone.GetUtcOffset(instant) && Distance(last, zone) == distance)
        {
            return end;
        }

        for (var low = instant; low < end;)
        {
            var high = low + TimeSpan.FromMinutes(30) < end ? low + TimeSpan.FromMinutes(30) : last;
            if (high <= low || Distance(high, zone) == distance)
            {
                low = high <= low ? end : high;
                continue;
            }

            while (high - low > TimeSpan.FromTicks(1))
            {
                var middle = low + ((high - low) / 2);
                (low, high) = Distance(middle, zone) == distance ? (middle, high) : (low, middle);
            }

            return high;
        }

        return end;
    }

    private static TimeSpan? Distance(DateTimeOffset instant, TimeZoneInfo zone) => instant - YearEarlier(instant, zone);

    private static DateTimeOffset? YearEarlier(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        if (local.Year == 1)
        {
            return null;
        }

        return LocalTime.Moved(local.AddYears(-1), zone);
    }
}
