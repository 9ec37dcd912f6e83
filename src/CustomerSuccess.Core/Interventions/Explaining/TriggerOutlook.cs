using CustomerSuccess.Signals;

namespace CustomerSuccess.Interventions;

/// <summary>What a trigger did up to an instant, and when its time comes next.</summary>
internal sealed class TriggerOutlook
{
    private static readonly TimeSpan Reach = TimeSpan.FromDays(366);

    private readonly RuleTrigger _trigger;
    private readonly CustomerMoments _moments;
    private readonly DateTimeOffset _after;
    private readonly DateTimeOffset _asOf;

    /// <param name="plan">The rule.</param>
    /// <param name="moments">The customer.</param>
    /// <param name="since">Since when the rule is active; null where that is not known. At most a year is looked back.</param>
    /// <param name="asOf">The instant.</param>
    public TriggerOutlook(RulePlan plan, CustomerMoments moments, DateTimeOffset? since, DateTimeOffset asOf)
    {
        var earliest = asOf - DateTimeOffset.MinValue > Reach ? asOf - Reach : DateTimeOffset.MinValue;
        (_trigger, _moments, _asOf) = (plan.Content.Trigger, moments, asOf);
        _after = since > earliest ? since.Value : earliest;
        _after = _after > asOf ? asOf : _after;
        Reading = plan.Trigger.Read(moments, _after, asOf);
    }

    public TriggerReading Reading { get; }

    /// <summary>The last time it fired.</summary>
    public Firing? Last => Reading.Firings.Count > 0 ? Reading.Firings[^1] : null;

    /// <summary>Where it could not be told after it last fired.</summary>
    public UndeterminedFiring? Undetermined => Reading.Undetermined.Count > 0 && !(Reading.Undetermined[^1].At <= Last?.At) ? Reading.Undetermined[^1] : null;

    /// <summary>When its time comes next; null where it has no time, or none is known.</summary>
    public DateTimeOffset? NextAt => _trigger switch
    {
        AnchorTrigger t => Scheduled(t.Anchor, t.Offset),
        AbsenceTrigger t => Scheduled(t.After, t.Within),
        CalendarTrigger or CronTrigger => Reading.Next,
        _ => null,
    };

    /// <summary>Of an absence whose time has come: how often it happened all the same; null where none has, or that is not known.</summary>
    public (DateTimeOffset At, double Count, SignalMeasure Measure, int FewerThan)? Happened
    {
        get
        {
            if (Schedule() is var (reader, measureAt, fewer) && reader.Read(_moments, _after, _asOf).Firings is { Count: > 0 } times
                && times[^1].At is var at && _moments.At(at) is { } moment && measureAt(at) is { } measure
                && (moment.Facts.Find<SignalFacts>() as SignalFacts)?.Read(measure) is { IsKnown: true, Value: var count })
            {
                return (at, count, measure, fewer);
            }

            return null;
        }
    }

    private (TriggerWatch Reader, Func<DateTimeOffset, SignalMeasure?> Measure, int FewerThan)? Schedule() => _trigger switch
    {
        AbsenceTrigger t => (new AnchorWatch(t.After, t.Within), _ => t.Measure, t.FewerThan),
        CalendarTrigger { Signal: { } signal } t => (new CalendarWatch(new(t.Every, t.Zone)), at => new CalendarWatch(t).Before(at) is { } start ? SignalMeasure.Count(signal).InLast(at - start) : null, t.FewerThan),
        _ => null,
    };

    private DateTimeOffset? Scheduled(Anchor anchor, TimeSpan offset)
    {
        if (anchor.Kind == AnchorKind.Signal || _moments.At(_asOf) is not { } moment)
        {
            return anchor.Kind == AnchorKind.Signal ? Reading.Next : null;
        }

        DateTimeOffset? next = null;
        foreach (var point in AnchorPoints.At(moment, anchor))
        {
            if (_asOf - point.At < offset && (offset <= TimeSpan.Zero || DateTimeOffset.MaxValue - point.At > offset))
            {
                next = ConditionWalk.Earlier(next, point.At + offset);
            }
        }

        return next;
    }
}
