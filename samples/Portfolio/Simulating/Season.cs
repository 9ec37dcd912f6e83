namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>How much is worked on a day, with 1 for a usual Monday: weekends are quiet, Christmas and August are slow.</summary>
internal static class Season
{
    // From Sunday on, as DayOfWeek counts.
    private static readonly double[] Weekdays = [0.04, 1.0, 1.1, 1.1, 1.0, 0.8, 0.08];

    public static double Of(DateTimeOffset day)
    {
        var (month, date) = (day.Month, day.Day);
        var year = (month == 12 && date >= 21) || (month == 1 && date <= 3) ? 0.35 : month == 8 ? 0.85 : 1;
        return Weekdays[(int)day.DayOfWeek] * year;
    }
}
