using System.Collections.Concurrent;

namespace CustomerSuccess.Expressions;

/// <summary>Time zones by name (IANA) or by offset (<c>+05:30</c>, <c>05:30</c>).</summary>
internal static class TimeZones
{
    private const int MostRemembered = 1000;
    private const int LongestName = 100;

    // What these mean is the machine's to say.
    private static readonly string[] Local = ["localtime", "posixrules", "Factory"];

    private static readonly ConcurrentDictionary<string, TimeZoneInfo?> Known = new(StringComparer.Ordinal);

    /// <summary>How far local time is ahead of UTC at an instant, in ticks; null where there is no such zone.</summary>
    public static long? OffsetAt(string zone, long utcTicks)
    {
        if (zone is "UTC" or "Z")
        {
            return 0;
        }

        if (CelTime.TryOffset(zone.Length == 5 ? "+" + zone : zone, out var minutes))
        {
            return minutes * TimeSpan.TicksPerMinute;
        }

        return Find(zone)?.GetUtcOffset(new DateTime(utcTicks, DateTimeKind.Utc)).Ticks;
    }

    /// <summary>A zone by its name; null where there is none.</summary>
    public static TimeZoneInfo? Find(string zone)
    {
        if (zone.Length is 0 or > LongestName || !zone.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '+' or '-') || !char.IsAsciiLetter(zone[0]) || Array.IndexOf(Local, zone) >= 0)
        {
            return null;
        }

        if (Known.TryGetValue(zone, out var known))
        {
            return known;
        }

        var found = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info) ? info : null;
        return Known.Count < MostRemembered ? Known.GetOrAdd(zone, found) : found;
    }
}
