namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>When on a day something happens, and when it becomes known: of 25 signals one arrives days later, with a nightly delivery.</summary>
internal static class Clock
{
    private const int Hour = 60 * 60;

    /// <summary>A second between 07:00 and 18:00 UTC.</summary>
    public static int Working(Xoshiro256 dice) => (7 * Hour) + dice.Below(11 * Hour);

    /// <summary>0, or the number of days by which a signal is late: 1 to 5.</summary>
    public static int Late(Xoshiro256 dice) => dice.Chance(0.04) ? 1 + dice.Below(5) : 0;

    /// <summary>When a signal becomes known: at once, or with the delivery of 02:00.</summary>
    public static DateTimeOffset Recorded(int day, int seconds, int late) => late == 0 ? Calendar.At(day, seconds) : Calendar.At(day + late, 2 * Hour);
}
