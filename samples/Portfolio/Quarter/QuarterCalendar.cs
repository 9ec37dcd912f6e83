namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>The cycles of a quarter: one every morning for 13 weeks.</summary>
public sealed class QuarterCalendar
{
    public const int Weeks = 13;
    public const int Days = Weeks * 7;

    // When it is nine to five in Europe; it is in America six hours later.
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);
    private static readonly TimeSpan Later = TimeSpan.FromHours(6);

    /// <param name="from">The first day, at midnight UTC.</param>
    public QuarterCalendar(DateTimeOffset from) => From = from;

    public DateTimeOffset From { get; }

    public DateTimeOffset To => From.AddDays(Days);

    /// <summary>The last instant at which anything is looked at.</summary>
    public DateTimeOffset Last => Afternoon(Days - 1);

    /// <summary>The cycle of a day, and the first delivery.</summary>
    public DateTimeOffset Cycle(int day) => From.AddDays(day) + Morning;

    /// <summary>The second delivery of a day, and when people work through their queue.</summary>
    public DateTimeOffset Afternoon(int day) => Cycle(day) + Later;

    /// <summary>The first cycle that knows what was recorded at an instant; below 0 for what was known before.</summary>
    public int FirstCycleAfter(DateTimeOffset recorded) => (int)Math.Ceiling((recorded - Cycle(0)).TotalDays);

    /// <summary>The week of an instant, from 0.</summary>
    public int WeekOf(DateTimeOffset at) => Math.Clamp((int)((at - From).TotalDays / 7), 0, Weeks - 1);

    public static bool IsWorkday(DateTimeOffset at) => at.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
