using CustomerSuccess.Signals;

namespace CustomerSuccess.Interventions;

/// <summary>The reader of each trigger, and what it reads beside conditions.</summary>
internal static class TriggerWatches
{
    public static TriggerWatch Of(RuleTrigger trigger) => trigger switch
    {
        ConditionTrigger t => new ConditionWatch(t),
        AnchorTrigger t => new AnchorWatch(t.Anchor, t.Offset),
        AbsenceTrigger t => new AbsenceWatch(t),
        CalendarTrigger t => new CalendarWatch(t),
        CronTrigger t => new CronWatch(t),
        SignalTrigger t => new SignalWatch(t),
        SegmentTrigger t => new SegmentWatch(t),
        BandTrigger t => new BandWatch(t),
        MilestoneTrigger { Moment: MilestoneMoment.Reached } t => new ReachedWatch(t),
        MilestoneTrigger t => new PaceWatch(t),
        ContactTrigger t => new ContactWatch(t),
        _ => throw new InvalidOperationException($"Nothing reads a {trigger.GetType().Name}."),
    };

    /// <summary>The signals that a trigger reads by name.</summary>
    public static IEnumerable<string> SignalsOf(RuleTrigger trigger) => ((IEnumerable<string?>)(trigger switch
    {
        AnchorTrigger t => [AnchorSignal(t.Anchor)],
        AbsenceTrigger t => [t.Signal, AnchorSignal(t.After)],
        CalendarTrigger t => [t.Signal],
        SignalTrigger t => [t.Signal],
        _ => [],
    })).OfType<string>();

    private static string? AnchorSignal(Anchor anchor) => anchor.Kind == AnchorKind.Signal ? anchor.Name : null;
}
