using System.Collections.Concurrent;

namespace CustomerSuccess.Signals;

/// <summary>
/// The offsets of a time zone as a table of spans, for counting calendar days fast: the same days as asking the zone for each
/// instant. Immutable.
/// </summary>
internal sealed class ZoneOffsets
{
    private const int FirstYear = 1970;
    private const int LastYear = 2100;

    private static readonly ConcurrentDictionary<TimeZoneInfo, ZoneOffsets> Known = new(SameZone.Instance);

    private readonly TimeZoneInfo _zone;
    private readonly long[] _from;
    private readonly long[] _offset;

    private ZoneOffsets(TimeZoneInfo zone)
    {
        _zone = zone;
        var (from, offset) = (new List<long>(), new List<long>());
        var start = new DateTime(FirstYear, 1, 1).Ticks;
        var end = new DateTime(LastYear, 1, 1).Ticks;
        for (var at = start; at < end; at += TimeSpan.TicksPerDay)
        {
            var here = OffsetAt(at);
            if (from.Count == 0)
            {
                from.Add(at);
                offset.Add(here);
            }
            else if (offset[^1] != here)
            {
                from.Add(ChangeWithin(at - TimeSpan.TicksPerDay, at, offset[^1]));
                offset.Add(here);
            }
        }

        from.Add(end);
        offset.Add(0);
        (_from, _offset) = ([.. from], [.. offset]);
    }

    public static ZoneOffsets Of(TimeZoneInfo zone) => Known.GetOrAdd(zone, z => new(z));

    /// <summary>On how many calendar days of the zone the instants fall. They rise.</summary>
    public int DaysOf(ReadOnlySpan<long> utc)
    {
        if (utc.IsEmpty)
        {
            return 0;
        }

        var span = Math.Max(0, Array.BinarySearch(_from, utc[0]) is var found && found < 0 ? ~found - 1 : found);
        var (days, last, backward) = (0, long.MinValue, false);
        foreach (var instant in utc)
        {
            while (span < _from.Length - 1 && instant >= _from[span + 1])
            {
                span++;
            }

            var offset = instant >= _from[span] && span < _from.Length - 1 ? _offset[span] : OffsetAt(instant);
            var day = DayOf(instant, offset);
            backward |= day < last;
            days += day != last ? 1 : 0;
            last = day;
        }

        // A clock that is set back past midnight shows a day twice.
        return backward ? Distinct(utc) : days;
    }

    // Comparing two zones goes through their rules: not where they are one object.
    private sealed class SameZone : IEqualityComparer<TimeZoneInfo>
    {
        public static SameZone Instance { get; } = new();

        public bool Equals(TimeZoneInfo? x, TimeZoneInfo? y) => ReferenceEquals(x, y) || (x?.Equals(y) ?? false);

        public int GetHashCode(TimeZoneInfo zone) => zone.GetHashCode();
    }

    private int Distinct(ReadOnlySpan<long> utc)
    {
        var days = new HashSet<long>();
        foreach (var instant in utc)
        {
            days.Add(DayOf(instant, OffsetAt(instant)));
        }

        return days.Count;
    }

    // A day more, so that the last day before the year 1 is not the first one of it.
    private static long DayOf(long utc, long offset) => (utc + offset + TimeSpan.TicksPerDay) / TimeSpan.TicksPerDay;

    private long OffsetAt(long utc) => _zone.GetUtcOffset(new DateTime(utc, DateTimeKind.Utc)).Ticks;

    private long ChangeWithin(long low, long high, long before)
    {
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (OffsetAt(middle) == before)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }
}
