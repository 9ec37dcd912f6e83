namespace CustomerSuccess;

/// <summary>
/// Which instant the clocks of a zone mean. Asks the zone only for the offset at instants, which is always one: its answers
/// about local times leave gaps out that come of a change of the zone's own offset.
/// </summary>
internal static class LocalTime
{
    // No zone is further from UTC than 14 hours.
    private const long Reach = 16 * TimeSpan.TicksPerHour;

    /// <summary>The first instant at which the clocks show a local time or a later one: after a gap its end, of two the earlier.</summary>
    public static DateTimeOffset First(DateTime local, TimeZoneInfo zone) => At(Find(local.Ticks, zone).First);

    /// <summary>The instant at which the clocks show a local time: within a gap later by as much as it lasts, of two the earlier. Null before the year 1.</summary>
    public static DateTimeOffset? Moved(DateTime local, TimeZoneInfo zone) => Find(local.Ticks, zone).Moved is >= 0 and var ticks ? At(ticks) : null;

    private static (long First, long Moved) Find(long local, TimeZoneInfo zone)
    {
        var (start, last) = (local - Reach, local + Reach);
        var offset = OffsetAt(start, zone);
        if (offset == OffsetAt(last, zone))
        {
            return (local - offset, local - offset);
        }

        while (true)
        {
            var end = ChangeAfter(start, last, offset, zone);
            if (local - offset < end)
            {
                return (local - offset, local - offset);
            }

            var after = OffsetAt(end, zone);
            if (end + after > local)
            {
                return (end, local - offset);
            }

            (start, offset) = (end, after);
        }
    }

    // The first instant at which the offset is another; beyond the last where there is none.
    private static long ChangeAfter(long start, long last, long offset, TimeZoneInfo zone)
    {
        for (var low = start; low < last; low += TimeSpan.TicksPerHour)
        {
            var high = low + TimeSpan.TicksPerHour;
            if (OffsetAt(high, zone) != offset)
            {
                while (high - low > 1)
                {
                    var middle = low + ((high - low) / 2);
                    (low, high) = OffsetAt(middle, zone) == offset ? (middle, high) : (low, middle);
                }

                return high;
            }
        }

        return long.MaxValue;
    }

    private static long OffsetAt(long ticks, TimeZoneInfo zone) =>
        zone.GetUtcOffset(new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc)).Ticks;

    private static DateTimeOffset At(long ticks) => new(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
}
