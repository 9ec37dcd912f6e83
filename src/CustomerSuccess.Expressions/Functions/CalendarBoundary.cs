namespace CustomerSuccess.Expressions;

/// <summary>When the clocks of a zone next show another day, hour, month and so on.</summary>
internal static class CalendarBoundary
{
    // Clocks are set back by at most a day: after that a unit that began is not left again.
    private const long Unsure = 2 * TimeSpan.TicksPerDay;

    /// <summary>The first instant after one at which a unit of the local calendar is another one, UTC ticks; null where there is no such zone, or none before the calendar ends.</summary>
    public static long? After(string zone, long utc, CalendarUnit unit)
    {
        if (Offset(zone, utc) is not { } offset)
        {
            return null;
        }

        var local = utc + offset;
        var (start, end) = Bounds(local, unit);
        var plain = end - offset;
        if (plain > DateTime.MaxValue.Ticks)
        {
            return null;
        }

        // What is set back soon after the unit began leads into the one before.
        var soon = Math.Min(plain, start - offset + Unsure);
        if (soon > utc && ChangeIn(zone, utc, soon, offset) is { } change && change + Offset(zone, change) is var shown && (shown < start || shown >= end))
        {
            return change;
        }

        return Offset(zone, plain) == offset ? plain : Moved(zone, utc, plain, offset, end);
    }

    // The offset changes on the way: forward past the boundary, or so that it comes earlier or later.
    private static long? Moved(string zone, long utc, long plain, long offset, long end)
    {
        var (from, before) = (utc, offset);
        while (ChangeIn(zone, from, Math.Max(plain, end - before), before) is { } change)
        {
            var after = Offset(zone, change)!.Value;
            if (change + after >= end)
            {
                return change;
            }

            (from, before) = (change, after);
        }

        return end - before is var at && at <= DateTime.MaxValue.Ticks ? at : null;
    }

    // The first instant in (from, to] at which the offset is another, as far as that shows at days' distance.
    private static long? ChangeIn(string zone, long from, long to, long offset)
    {
        for (var low = from; low < to;)
        {
            var high = Math.Min(to, low + TimeSpan.TicksPerDay);
            if (Offset(zone, high) == offset)
            {
                low = high;
                continue;
            }

            while (high - low > 1)
            {
                var middle = low + ((high - low) / 2);
                (low, high) = Offset(zone, middle) == offset ? (middle, high) : (low, middle);
            }

            return high;
        }

        return null;
    }

    private static (long Start, long End) Bounds(long local, CalendarUnit unit)
    {
        var (day, _) = Civil.Split(local);
        var (year, month, _) = Civil.Of(day);
        return unit switch
        {
            CalendarUnit.Year => (Civil.DayOf(year, 1, 1) * TimeSpan.TicksPerDay, Civil.DayOf(year + 1, 1, 1) * TimeSpan.TicksPerDay),
            CalendarUnit.Month => (Civil.DayOf(year, month, 1) * TimeSpan.TicksPerDay, (month == 12 ? Civil.DayOf(year + 1, 1, 1) : Civil.DayOf(year, month + 1, 1)) * TimeSpan.TicksPerDay),
            CalendarUnit.Day => Around(local, TimeSpan.TicksPerDay),
            CalendarUnit.Hour => Around(local, TimeSpan.TicksPerHour),
            CalendarUnit.Minute => Around(local, TimeSpan.TicksPerMinute),
            CalendarUnit.Second => Around(local, TimeSpan.TicksPerSecond),
            _ => Around(local, TimeSpan.TicksPerMillisecond),
        };
    }

    private static (long Start, long End) Around(long local, long length)
    {
        var start = local - (((local % length) + length) % length);
        return (start, start + length);
    }

    private static long? Offset(string zone, long utc) => TimeZones.OffsetAt(zone, Math.Clamp(utc, 0, DateTime.MaxValue.Ticks));
}
