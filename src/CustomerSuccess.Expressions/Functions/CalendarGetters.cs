namespace CustomerSuccess.Expressions;

/// <summary>Parts of instants by the calendar of a zone, UTC unless stated, and of durations.</summary>
internal static class CalendarGetters
{
    public static IReadOnlyDictionary<string, CalendarGetter> All { get; } = new SortedDictionary<string, CalendarGetter>(StringComparer.Ordinal)
    {
        ["getFullYear"] = new(CalendarUnit.Year, (d, _) => Civil.Of(d).Year),
        ["getMonth"] = new(CalendarUnit.Month, (d, _) => Civil.Of(d).Month - 1),
        ["getDayOfYear"] = new(CalendarUnit.Day, (d, _) => d - Civil.DayOf(Civil.Of(d).Year, 1, 1)),
        ["getDayOfMonth"] = new(CalendarUnit.Day, (d, _) => Civil.Of(d).Day - 1),
        ["getDate"] = new(CalendarUnit.Day, (d, _) => Civil.Of(d).Day),
        // The first day of the year 1 was a Monday; Sunday is 0.
        ["getDayOfWeek"] = new(CalendarUnit.Day, (d, _) => ((d % 7) + 8) % 7),
        ["getHours"] = new(CalendarUnit.Hour, (_, t) => t / TimeSpan.TicksPerHour, n => n / (3600 * CelTime.NanosecondsPerSecond)),
        ["getMinutes"] = new(CalendarUnit.Minute, (_, t) => t / TimeSpan.TicksPerMinute % 60, n => n / (60 * CelTime.NanosecondsPerSecond)),
        ["getSeconds"] = new(CalendarUnit.Second, (_, t) => t / TimeSpan.TicksPerSecond % 60, n => n / CelTime.NanosecondsPerSecond),
        ["getMilliseconds"] = new(CalendarUnit.Millisecond, (_, t) => t / TimeSpan.TicksPerMillisecond % 1000, n => n / 1_000_000 % 1000),
    };

    public static CelValue Read(string name, CalendarGetter getter, ReadOnlySpan<CelValue> arguments)
    {
        var of = arguments[0];
        if (of.IsDuration && arguments.Length == 1 && getter.OfDuration is { } ofDuration)
        {
            return CelValue.Of(ofDuration(of.Bits));
        }

        if (of.Kind != CelKind.Timestamp || arguments.Length > 2 || (arguments.Length == 2 && arguments[1].Kind != CelKind.String))
        {
            return Errors.NoOverload(name, arguments);
        }

        var zone = arguments.Length == 2 ? arguments[1].AsString() : "UTC";
        if (TimeZones.OffsetAt(zone, of.Bits) is not { } offset)
        {
            return Errors.Invalid($"there is no time zone {CelText.Quoted(zone.Length <= 60 ? zone : zone[..60] + "…")}");
        }

        var (day, time) = Civil.Split(of.Bits + offset);
        return CelValue.Of(getter.OfInstant(day, time));
    }
}

/// <summary>Which boundary of the calendar changes what a getter gives.</summary>
internal enum CalendarUnit
{
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

/// <summary>A getter: of a local day (since 1 January of the year 1) and the time within it, and of nanoseconds of a duration.</summary>
internal sealed record CalendarGetter(CalendarUnit Unit, Func<long, long, long> OfInstant, Func<long, long>? OfDuration = null)
{
    /// <summary>Whether a signature is that of instants; where none is known, it may be.</summary>
    public static bool IsOfInstants(CelOverload? single) => single?.Parameters[0].Kind != CelTypeKind.Duration;
}

/// <summary>The calendar, proleptic Gregorian, also a little beyond the years 1 to 9999, where offsets lead.</summary>
internal static class Civil
{
    /// <summary>The day since 1 January of the year 1, and the ticks within it.</summary>
    public static (long Day, long Ticks) Split(long localTicks)
    {
        var (day, time) = Math.DivRem(localTicks, TimeSpan.TicksPerDay);
        return time < 0 ? (day - 1, time + TimeSpan.TicksPerDay) : (day, time);
    }

    public static (long Year, int Month, int Day) Of(long day)
    {
        // Howard Hinnant, "chrono-compatible low-level date algorithms": eras of 400 years that begin on 1 March.
        var shifted = day + 306;
        var era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097;
        var ofEra = shifted - (era * 146_097);
        var year = (ofEra - (ofEra / 1460) + (ofEra / 36_524) - (ofEra / 146_096)) / 365;
        var ofYear = ofEra - ((365 * year) + (year / 4) - (year / 100));
        var month = ((5 * ofYear) + 2) / 153;
        var ofMonth = ofYear - (((153 * month) + 2) / 5) + 1;
        return (year + (era * 400) + (month >= 10 ? 1 : 0), (int)(month < 10 ? month + 3 : month - 9), (int)ofMonth);
    }

    public static long DayOf(long year, int month, int day)
    {
        year -= month <= 2 ? 1 : 0;
        var era = (year >= 0 ? year : year - 399) / 400;
        var ofEra = year - (era * 400);
        var ofYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (era * 146_097) + (ofEra * 365) + (ofEra / 4) - (ofEra / 100) + ofYear - 306;
    }
}
