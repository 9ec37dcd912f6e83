namespace CustomerSuccess.Tests.Signals.Plans;

/// <summary>What clocks show, and when: by trying every offset that the zone has around.</summary>
internal static class NaiveCalendar
{
    public static DateTime Local(DateTimeOffset instant, TimeZoneInfo zone) => instant.UtcDateTime + zone.GetUtcOffset(instant.UtcDateTime);

    /// <summary>The instants at which the clocks show a local time, the earlier first; none within a gap.</summary>
    public static DateTimeOffset[] At(DateTime local, TimeZoneInfo zone) =>
        [.. Offsets(local, zone).Select(o => new DateTimeOffset(DateTime.SpecifyKind(local - o, DateTimeKind.Utc))).Where(i => Local(i, zone) == local).Order()];

    /// <summary>The same local time a year before, 29 February as 28; within a gap later by as much as the gap lasts.</summary>
    public static DateTimeOffset YearEarlier(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var now = Local(instant, zone);
        var day = now is { Month: 2, Day: 29 } ? 28 : now.Day;
        var local = new DateTime(now.Year - 1, now.Month, day, 0, 0, 0, DateTimeKind.Unspecified) + now.TimeOfDay;
        return At(local, zone) is [var first, ..]
            ? first
            : new DateTimeOffset(DateTime.SpecifyKind(local - Offsets(local, zone)[0], DateTimeKind.Utc));
    }

    // In the order in which they were in force.
    private static TimeSpan[] Offsets(DateTime local, TimeZoneInfo zone) =>
        [.. Enumerable.Range(-30, 61).Select(h => zone.GetUtcOffset(DateTime.SpecifyKind(local.AddHours(h), DateTimeKind.Utc))).Distinct()];
}
