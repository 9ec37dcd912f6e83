namespace CustomerSuccess.Interventions;

/// <summary>What watches each trigger.</summary>
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
}
