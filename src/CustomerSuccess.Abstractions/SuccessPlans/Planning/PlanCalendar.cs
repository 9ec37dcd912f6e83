namespace CustomerSuccess.SuccessPlans;

/// <summary>Counts a plan's days: the local date less the start date, in the plan's zone. Immutable.</summary>
public sealed class PlanCalendar
{
    private readonly TimeZoneInfo _zone;

    /// <summary>Counts days from a date.</summary>
    /// <param name="startsOn">Day 0.</param>
    /// <param name="zone">The zone whose clocks tell the date.</param>
    public PlanCalendar(DateOnly startsOn, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        (StartsOn, _zone, Start) = (startsOn, zone, LocalTime.First(startsOn.ToDateTime(TimeOnly.MinValue), zone));
    }

    /// <summary>Day 0.</summary>
    public DateOnly StartsOn { get; }

    /// <summary>The first instant of day 0.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The day on which an instant falls; negative before day 0.</summary>
    public int DayOf(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        var local = utc.Ticks + _zone.GetUtcOffset(utc).Ticks;
        return (int)(Math.Clamp(local, 0, DateTime.MaxValue.Ticks) / TimeSpan.TicksPerDay) - StartsOn.DayNumber;
    }

    /// <summary>The date of a day, within the calendar.</summary>
    public DateOnly DateOf(int day) => DateOnly.FromDayNumber(Math.Clamp((int)Math.Clamp((long)StartsOn.DayNumber + day, 0, int.MaxValue), 0, DateOnly.MaxValue.DayNumber));

    /// <summary>The first instant of a day.</summary>
    public DateTimeOffset StartOf(int day) => LocalTime.First(DateOf(day).ToDateTime(TimeOnly.MinValue), _zone);

    /// <summary>The first midnight after an instant.</summary>
    public DateTimeOffset NextMidnight(DateTimeOffset instant)
    {
        var day = DayOf(instant) + 1;
        var next = StartOf(day);

        // Clocks set back over midnight show the day before once more.
        return next > instant ? next : StartOf(day + 1);
    }
}
