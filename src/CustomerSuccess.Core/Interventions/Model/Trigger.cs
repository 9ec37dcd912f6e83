using CustomerSuccess.Signals;

namespace CustomerSuccess.Interventions;

/// <summary>Makes triggers.</summary>
public static class Trigger
{
    /// <summary>A condition begins to hold.</summary>
    /// <param name="when">The condition.</param>
    /// <param name="holdsFor">How long it has to hold: from the first point of the grid at which it does, at every point between; 0 for at once.</param>
    /// <param name="grid">The grid; that of health unless stated.</param>
    public static RuleTrigger When(FactCondition when, TimeSpan holdsFor = default, EvaluationGrid? grid = null)
    {
        ArgumentNullException.ThrowIfNull(when);
        return new ConditionTrigger(when, holdsFor, grid);
    }

    /// <summary>So long after an anchor.</summary>
    public static RuleTrigger After(Anchor anchor, TimeSpan offset)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return new AnchorTrigger(anchor, offset);
    }

    /// <summary>So long before an anchor.</summary>
    /// <exception cref="OverflowException">The time is <see cref="TimeSpan.MinValue"/>.</exception>
    public static RuleTrigger Before(Anchor anchor, TimeSpan offset)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return new AnchorTrigger(anchor, offset.Negate());
    }

    /// <summary>A signal did not come, or too seldom, within a time after an anchor: <c>Absence("login", TimeSpan.FromDays(7), Anchor.CustomerSince)</c> fires at exactly day 7.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="within">Within which time after the anchor, above 0.</param>
    /// <param name="after">The anchor.</param>
    /// <param name="fewerThan">It fires where there were fewer than so many.</param>
    public static RuleTrigger Absence(string signal, TimeSpan within, Anchor after, int fewerThan = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signal);
        ArgumentNullException.ThrowIfNull(after);
        return new AbsenceTrigger(signal, within, after, fewerThan);
    }

    /// <summary>A signal came too seldom in a period of the calendar: fires at its end.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="every">The period.</param>
    /// <param name="zone">The zone of the calendar.</param>
    /// <param name="fewerThan">It fires where there were fewer than so many.</param>
    public static RuleTrigger AbsenceIn(CalendarPeriod every, string signal, TimeZoneInfo zone, int fewerThan = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signal);
        ArgumentNullException.ThrowIfNull(zone);
        return new CalendarTrigger(every, zone, signal, fewerThan);
    }

    /// <summary>At the start of every period of the calendar.</summary>
    public static RuleTrigger Every(CalendarPeriod period, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new CalendarTrigger(period, zone);
    }

    /// <summary>At the instants of a cron expression: five fields, or six with seconds first, as Cronos reads them.</summary>
    public static RuleTrigger Cron(string expression, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(zone);
        return new CronTrigger(expression, zone);
    }

    /// <summary>Every signal of a name, or those of which an expression holds (<see cref="SignalExpressions"/>).</summary>
    public static RuleTrigger Signal(string signal, ConditionExpression<Signal>? where = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signal);
        return new SignalTrigger(signal, where);
    }

    /// <summary>The customer entered a segment.</summary>
    public static RuleTrigger SegmentEntered(string scheme, string? segment = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        return new SegmentTrigger(scheme, segment, null);
    }

    /// <summary>The customer left a segment.</summary>
    public static RuleTrigger SegmentLeft(string scheme, string segment)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        ArgumentException.ThrowIfNullOrWhiteSpace(segment);
        return new SegmentTrigger(scheme, null, segment);
    }

    /// <summary>The band of health changed.</summary>
    /// <param name="to">To this band; null for any.</param>
    /// <param name="from">From this band; null for any.</param>
    public static RuleTrigger BandChanged(string? to = null, string? from = null) => new BandTrigger(to, from);

    /// <summary>A milestone was reached, fell behind or got stuck.</summary>
    /// <param name="moment">What of it.</param>
    /// <param name="milestone">Its id; null for any.</param>
    public static RuleTrigger Milestone(MilestoneMoment moment, string? milestone = null) => new MilestoneTrigger(moment, milestone);

    /// <summary>A contact moved on.</summary>
    /// <param name="persona">Of this persona; null for any.</param>
    public static RuleTrigger ContactLeft(string? persona = null) => new ContactTrigger(persona);
}
