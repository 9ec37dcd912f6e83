namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>Days are counted from the start of the simulation.</summary>
internal static class Calendar
{
    public static DateTimeOffset At(int day, int seconds = 0) => SimulationOptions.Start.AddDays(day).AddSeconds(seconds);

    public static int DayOf(DateTimeOffset instant) => (int)Math.Floor((instant - SimulationOptions.Start).TotalDays);

    /// <summary>The day some months after a day; the last one of the month where the day does not exist.</summary>
    public static int MonthsAfter(int day, int months) => DayOf(At(day).AddMonths(months));

    /// <summary>The last days of the months between two instants, at 00:00 UTC, the second one included.</summary>
    public static IEnumerable<DateTimeOffset> MonthEnds(DateTimeOffset after, DateTimeOffset upTo)
    {
        var first = new DateTimeOffset(after.UtcDateTime.Year, after.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        for (var month = first.AddMonths(1); month.AddDays(-1) <= upTo; month = month.AddMonths(1))
        {
            if (month.AddDays(-1) > after)
                yield return month.AddDays(-1);
        }
    }
}
