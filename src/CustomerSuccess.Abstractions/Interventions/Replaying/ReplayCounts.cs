namespace CustomerSuccess.Interventions;

/// <summary>Counts touches.</summary>
internal static class ReplayCounts
{
    public static IReadOnlyList<ReplayCount> Per(IEnumerable<ReplayTouch> touches, Func<ReplayTouch, string> of) =>
        [.. touches.GroupBy(of, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ReplayCount(g.Key, g.Count()))];

    public static IReadOnlyList<ReplayCount> PerWeek(DateTimeOffset from, DateTimeOffset to, IEnumerable<ReplayTouch> touches)
    {
        var counts = touches.GroupBy(t => MondayOf(t.At)).ToDictionary(g => g.Key, g => g.Count());
        var weeks = new List<ReplayCount>();
        for (var (monday, last) = (MondayOf(from), MondayOf(to)); monday <= last; monday += 7)
        {
            weeks.Add(new(DateOnly.FromDayNumber(Math.Max(0, monday)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), counts.GetValueOrDefault(monday)));
        }

        return weeks;
    }

    // The first day of the calendar is a Monday.
    private static int MondayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime).DayNumber is var day ? day - (day % 7) : 0;
}
