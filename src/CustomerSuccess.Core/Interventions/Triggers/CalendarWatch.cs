using Cronos;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Interventions;

/// <summary>Instants of the calendar: the starts of its periods, or those of a cron expression.</summary>
internal abstract class ScheduleWatch : TriggerWatch
{
    public override TriggerReading Read(CustomerMoments moments, DateTimeOffset after, DateTimeOffset upTo)
    {
        var reading = new TriggerReading();
        var next = Following(after);
        for (; next is { } at && at <= upTo; next = Following(at))
        {
            if (moments.At(at) is { } moment)
            {
                Add(moment, new(Text(at), at), reading);
            }
        }

        // Where there is no such customer yet, there is nothing to wake up for.
        reading.Next = moments.IsActive(upTo) ? next : moments.NextVersionAfter(upTo);
        return reading;
    }

    /// <summary>The first instant after one; null where the calendar ends.</summary>
    protected abstract DateTimeOffset? Following(DateTimeOffset instant);

    protected virtual void Add(Moment moment, Firing firing, TriggerReading reading) => reading.Firings.Add(firing);
}

/// <summary>At the start of every period; of an absence at its end, where too little happened in it.</summary>
internal sealed class CalendarWatch(CalendarTrigger trigger) : ScheduleWatch
{
    protected override DateTimeOffset? Following(DateTimeOffset instant)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, trigger.Zone).DateTime);
        var start = PeriodOf(date);
        while (true)
        {
            if (StartOf(start) is not { } at)
            {
                return null;
            }

            if (at > instant)
            {
                return at;
            }

            if (Next(start) is not { } following)
            {
                return null;
            }

            start = following;
        }
    }

    protected override void Add(Moment moment, Firing firing, TriggerReading reading)
    {
        if (trigger.Signal is null)
        {
            reading.Firings.Add(firing);
            return;
        }

        if (Before(firing.At) is { } start)
        {
            AbsenceWatch.Count(moment, SignalMeasure.Count(trigger.Signal).InLast(firing.At - start), trigger.FewerThan, firing, reading);
        }
    }

    /// <summary>The start of the period that ends at an instant; null where there is none.</summary>
    public DateTimeOffset? Before(DateTimeOffset instant)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, trigger.Zone).DateTime);
        return PeriodOf(date) > DateOnly.MinValue && StartOf(PeriodOf(PeriodOf(date).AddDays(-1))) is { } start && start < instant ? start : null;
    }

    private DateOnly PeriodOf(DateOnly date) => trigger.Every switch
    {
        CalendarPeriod.Day => date,
        CalendarPeriod.Week => DateOnly.FromDayNumber(Math.Max(0, date.DayNumber - (((int)date.DayOfWeek + 6) % 7))),
        CalendarPeriod.Month => new(date.Year, date.Month, 1),
        CalendarPeriod.Quarter => new(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1),
        _ => new(date.Year, 1, 1),
    };

    private DateOnly? Next(DateOnly start)
    {
        var (days, months) = trigger.Every switch { CalendarPeriod.Day => (1, 0), CalendarPeriod.Week => (7, 0), CalendarPeriod.Month => (0, 1), CalendarPeriod.Quarter => (0, 3), _ => (0, 12) };
        return start.DayNumber + days + (months * 31) > DateOnly.MaxValue.DayNumber ? null : start.AddDays(days).AddMonths(months);
    }

    private DateTimeOffset? StartOf(DateOnly date) => date.DayNumber < 2 ? DateTimeOffset.MinValue : new SuccessPlans.PlanCalendar(date, trigger.Zone).Start;
}

/// <summary>At the instants of a cron expression.</summary>
internal sealed class CronWatch(CronTrigger trigger) : ScheduleWatch
{
    private readonly CronExpression _expression = CronText.Parse(trigger.Expression);

    protected override DateTimeOffset? Following(DateTimeOffset instant) =>
        instant.UtcTicks >= Latest ? null : _expression.GetNextOccurrence(instant, trigger.Zone, inclusive: false)?.ToUniversalTime();

    // The library counts years up to 2499.
    private static readonly long Latest = new DateTime(2498, 12, 31).Ticks;
}
