using CustomerSuccess.Signals;

namespace CustomerSuccess.Interventions;

/// <summary>What makes a rule fire: a condition, a time, or an event. Made by <see cref="Trigger"/>. Immutable.</summary>
public abstract class RuleTrigger
{
    private protected RuleTrigger()
    {
    }
}

/// <summary>
/// A condition begins to hold: without a duration at its exact instant, where that can be foreseen; with one, and where it cannot, on the points of a
/// grid. It fires again when it was known not to hold between.
/// </summary>
public sealed class ConditionTrigger : RuleTrigger
{
    internal ConditionTrigger(FactCondition when, TimeSpan @for, EvaluationGrid? grid) => (When, For, Grid) = (when, @for, grid);

    /// <summary>The condition.</summary>
    public FactCondition When { get; }

    /// <summary>How long it has to hold; 0 for at once.</summary>
    public TimeSpan For { get; }

    /// <summary>The grid; null for that of health.</summary>
    public EvaluationGrid? Grid { get; }
}

/// <summary>So long before or after an anchor.</summary>
public sealed class AnchorTrigger : RuleTrigger
{
    internal AnchorTrigger(Anchor anchor, TimeSpan offset) => (Anchor, Offset) = (anchor, offset);

    /// <summary>The anchor.</summary>
    public Anchor Anchor { get; }

    /// <summary>How long after it; negative for before.</summary>
    public TimeSpan Offset { get; }
}

/// <summary>Something did not happen, or not often enough, within a time after an anchor. Undetermined where the source does not cover that time.</summary>
public sealed class AbsenceTrigger : RuleTrigger
{
    internal AbsenceTrigger(string signal, TimeSpan within, Anchor after, int fewerThan) => (Signal, Within, After, FewerThan) = (signal, within, after, fewerThan);

    /// <summary>The signal.</summary>
    public string Signal { get; }

    /// <summary>Within which time after the anchor.</summary>
    public TimeSpan Within { get; }

    /// <summary>The anchor.</summary>
    public Anchor After { get; }

    /// <summary>It fires where there were fewer than so many, 1 or more.</summary>
    public int FewerThan { get; }

    /// <summary>What is counted.</summary>
    internal SignalMeasure Measure => SignalMeasure.Count(Signal).InLast(Within);
}

/// <summary>At the start of every period of the calendar, or, of an absence, at its end for what did not happen in it.</summary>
public sealed class CalendarTrigger : RuleTrigger
{
    internal CalendarTrigger(CalendarPeriod every, TimeZoneInfo zone, string? signal = null, int fewerThan = 1) =>
        (Every, Zone, Signal, FewerThan) = (every, zone, signal, fewerThan);

    /// <summary>The period.</summary>
    public CalendarPeriod Every { get; }

    /// <summary>The zone of the calendar.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The signal of which there were too few in the period that ends; null where it fires every time.</summary>
    public string? Signal { get; }

    /// <summary>It fires where there were fewer than so many.</summary>
    public int FewerThan { get; }
}

/// <summary>A period of the calendar.</summary>
public enum CalendarPeriod
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week, from Monday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter.</summary>
    Quarter,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>At the instants of a cron expression.</summary>
public sealed class CronTrigger : RuleTrigger
{
    internal CronTrigger(string expression, TimeZoneInfo zone) => (Expression, Zone) = (expression, zone);

    /// <summary>The expression: five fields, or six with seconds first.</summary>
    public string Expression { get; }

    /// <summary>The zone in which it is read.</summary>
    public TimeZoneInfo Zone { get; }
}

/// <summary>A signal.</summary>
public sealed class SignalTrigger : RuleTrigger
{
    internal SignalTrigger(string signal, ConditionExpression<Signal>? where) => (Signal, Where) = (signal, where);

    /// <summary>The signal's name.</summary>
    public string Signal { get; }

    /// <summary>Which of them; null for every one.</summary>
    public ConditionExpression<Signal>? Where { get; }
}

/// <summary>The customer entered a segment of a scheme, or left one, at a point of the grid of health.</summary>
public sealed class SegmentTrigger : RuleTrigger
{
    internal SegmentTrigger(string scheme, string? entered, string? left) => (Scheme, Entered, Left) = (scheme, entered, left);

    /// <summary>The scheme.</summary>
    public string Scheme { get; }

    /// <summary>The segment that was entered; null for any.</summary>
    public string? Entered { get; }

    /// <summary>The segment that was left; null for any.</summary>
    public string? Left { get; }
}

/// <summary>The band of health changed at a point of its grid.</summary>
public sealed class BandTrigger : RuleTrigger
{
    internal BandTrigger(string? to, string? from) => (To, From) = (to, from);

    /// <summary>The band that was entered; null for any.</summary>
    public string? To { get; }

    /// <summary>The band that was left; null for any.</summary>
    public string? From { get; }
}

/// <summary>What of a milestone triggers.</summary>
public enum MilestoneMoment
{
    /// <summary>It was reached.</summary>
    Reached,

    /// <summary>It fell behind: behind, or stuck.</summary>
    Behind,

    /// <summary>It got stuck.</summary>
    Stuck,
}

/// <summary>A milestone was reached, at its instant; or fell behind or got stuck, at a point of the grid of health.</summary>
public sealed class MilestoneTrigger : RuleTrigger
{
    internal MilestoneTrigger(MilestoneMoment moment, string? milestone) => (Moment, Milestone) = (moment, milestone);

    /// <summary>What of it.</summary>
    public MilestoneMoment Moment { get; }

    /// <summary>The milestone's id; null for any.</summary>
    public string? Milestone { get; }
}

/// <summary>A contact moved on.</summary>
public sealed class ContactTrigger : RuleTrigger
{
    internal ContactTrigger(string? persona) => Persona = persona;

    /// <summary>The persona; null for any.</summary>
    public string? Persona { get; }
}
