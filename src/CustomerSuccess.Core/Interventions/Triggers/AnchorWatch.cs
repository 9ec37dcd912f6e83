using CustomerSuccess.Signals;

namespace CustomerSuccess.Interventions;

/// <summary>So long before or after an anchor: where, as of that very instant, the anchor stands there; and, of an absence, where too little happened until then.</summary>
internal class AnchorWatch(Anchor anchor, TimeSpan offset) : TriggerWatch
{
    public override TriggerReading Read(CustomerMoments moments, DateTimeOffset after, DateTimeOffset upTo)
    {
        var reading = new TriggerReading();
        if (anchor.Kind == AnchorKind.Signal)
        {
            Signals(moments, after, upTo, reading);
        }
        else
        {
            Facts(moments, after, upTo, reading);
        }

        reading.Firings.Sort((a, b) => a.At.CompareTo(b.At) is not 0 and var order ? order : string.CompareOrdinal(a.Occurrence, b.Occurrence));
        return reading;
    }

    /// <summary>Adds what happens at a scheduled instant.</summary>
    protected virtual void Add(Moment moment, Firing firing, TriggerReading reading) => reading.Firings.Add(firing);

    private void Facts(CustomerMoments moments, DateTimeOffset after, DateTimeOffset upTo, TriggerReading reading)
    {
        var seen = new HashSet<(string, DateTimeOffset)>();
        DateTimeOffset? ahead = null;
        DateTimeOffset? next = after;
        while (next is { } at && at <= upTo)
        {
            (ahead, next) = (null, moments.NextVersionAfter(at));
            if (moments.At(at) is not { } moment)
            {
                continue;
            }

            next = ConditionWalk.Earlier(AnchorPoints.Until(moments, moment, anchor), next);
            foreach (var (point, scheduled) in Scheduled(moment))
            {
                if (scheduled > upTo)
                {
                    ahead = ConditionWalk.Earlier(ahead, scheduled);
                }
                else if (scheduled > after && scheduled >= at && !(scheduled > next))
                {
                    See(moments, point, scheduled, seen, reading);
                }
            }
        }

        reading.Next = ConditionWalk.Earlier(ahead, next);
    }

    private IEnumerable<(AnchorPoint Point, DateTimeOffset At)> Scheduled(Moment moment)
    {
        foreach (var point in AnchorPoints.At(moment, anchor))
        {
            if (Later(point.At) is { } at)
            {
                yield return (point, at);
            }
        }
    }

    private void See(CustomerMoments moments, AnchorPoint point, DateTimeOffset scheduled, HashSet<(string, DateTimeOffset)> seen, TriggerReading reading)
    {
        if (seen.Add((point.Id, scheduled)) && moments.At(scheduled) is { } moment && Scheduled(moment).Any(s => s.Point.Id == point.Id && s.At == scheduled))
        {
            Add(moment, new($"{point.Id}@{Text(scheduled)}", scheduled) { PlannedAt = point.RecordedAt }, reading);
        }
    }

    // A signal is what happened: it stands for ever.
    private void Signals(CustomerMoments moments, DateTimeOffset after, DateTimeOffset upTo, TriggerReading reading)
    {
        var from = Earlier(after);
        foreach (var (signal, occurrence) in SignalWatch.Named(moments.History.SignalsBetween(anchor.Name!, from, DateTimeOffset.MaxValue, moments.KnownAt)))
        {
            if (Later(signal.OccurredAt) is not { } scheduled)
            {
                continue;
            }

            if (scheduled > upTo)
            {
                reading.Next = scheduled;
                return;
            }

            if (scheduled > after && moments.At(scheduled) is { } moment)
            {
                Add(moment, new($"{occurrence}@{Text(scheduled)}", scheduled) { PlannedAt = signal.RecordedAt }, reading);
            }
        }
    }

    private DateTimeOffset? Later(DateTimeOffset at) =>
        offset >= TimeSpan.Zero
            ? DateTimeOffset.MaxValue - at > offset ? at + offset : null
            : at - DateTimeOffset.MinValue > offset.Negate() ? at + offset : null;

    private DateTimeOffset Earlier(DateTimeOffset at) => offset <= TimeSpan.Zero
        ? DateTimeOffset.MaxValue - at > offset.Negate() ? at - offset : DateTimeOffset.MaxValue
        : at - DateTimeOffset.MinValue > offset ? at - offset : DateTimeOffset.MinValue;
}

/// <summary>Too little of a signal within a time after an anchor: at its very end.</summary>
internal sealed class AbsenceWatch(AbsenceTrigger trigger) : AnchorWatch(trigger.After, trigger.Within)
{
    protected override void Add(Moment moment, Firing firing, TriggerReading reading) =>
        Count(moment, trigger.Measure, trigger.FewerThan, firing, reading);

    /// <summary>Adds a firing where too little was counted as of it.</summary>
    public static void Count(Moment moment, SignalMeasure measure, int fewerThan, Firing firing, TriggerReading reading)
    {
        var count = (moment.Facts.Find<SignalFacts>() as SignalFacts)?.Read(measure) ?? Reading.Unknown<double>(new UnknownCause(measure.Signal, UnknownKind.NotGiven, "no signals are given"));
        if (!count.IsKnown)
        {
            reading.Undetermined.Add(new(firing.Occurrence, firing.At, count.Causes));
        }
        else if (count.Value < fewerThan)
        {
            reading.Firings.Add(firing);
        }
    }
}
