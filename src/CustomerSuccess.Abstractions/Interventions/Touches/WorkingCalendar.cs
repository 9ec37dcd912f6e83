namespace CustomerSuccess.Interventions;

/// <summary>When contacts may be touched, in their own zone. Immutable.</summary>
public sealed record WorkingCalendar
{
    private readonly IReadOnlyList<DayOfWeek> _days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private readonly IReadOnlyList<DateOnly> _holidays = [];

    /// <summary>The days of the week; Monday to Friday unless stated.</summary>
    public IReadOnlyList<DayOfWeek> Days
    {
        get => _days;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _days = Array.AsReadOnly([.. value.Distinct().Order()]);
        }
    }

    /// <summary>From which time of day, inclusive; 9:00 unless stated.</summary>
    public TimeOnly From { get; init; } = new(9, 0);

    /// <summary>Until which time of day, exclusive, after <see cref="From"/>; 17:00 unless stated.</summary>
    public TimeOnly To { get; init; } = new(17, 0);

    /// <summary>Days on which nobody is touched.</summary>
    public IReadOnlyList<DateOnly> Holidays
    {
        get => _holidays;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _holidays = Array.AsReadOnly([.. value.Distinct().Order()]);
        }
    }

    /// <summary>Whether touches by people follow it too; false unless stated: people know when to call.</summary>
    public bool ForPeopleToo { get; init; }

    /// <summary>Whether an instant is a time for touches in a zone.</summary>
    public bool IsOpen(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return IsDay(DateOnly.FromDateTime(local.DateTime)) && time >= From && time < To;
    }

    /// <summary>The first instant at or after one that is a time for touches in a zone; null where none comes within two years.</summary>
    public DateTimeOffset? NextOpen(DateTimeOffset instant, TimeZoneInfo zone)
    {
        if (IsOpen(instant, zone))
        {
            return instant;
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        for (var i = 0; i < 731 && day < DateOnly.MaxValue; i++, day = day.AddDays(1))
        {
            if (IsDay(day) && LocalTime.First(day.ToDateTime(From), zone) is var open && open >= instant && IsOpen(open, zone))
            {
                return open;
            }
        }

        return null;
    }

    private bool IsDay(DateOnly day) => Days.Contains(day.DayOfWeek) && !Holidays.Contains(day);
}
