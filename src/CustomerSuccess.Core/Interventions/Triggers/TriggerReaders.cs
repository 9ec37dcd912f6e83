using CustomerSuccess.Signals;

namespace CustomerSuccess.Interventions;

/// <summary>The reader of each trigger, and what it reads beside conditions.</summary>
internal static class TriggerReaders
{
    public static TriggerReader Of(RuleTrigger trigger) => trigger switch
    {
        ConditionTrigger t => new ConditionReader(t),
        AnchorTrigger t => new AnchorReader(t.Anchor, t.Offset),
        AbsenceTrigger t => new AbsenceReader(t),
        CalendarTrigger t => new CalendarReader(t),
        CronTrigger t => new CronReader(t),
        SignalTrigger t => new SignalReader(t),
        SegmentTrigger t => new SegmentReader(t),
        BandTrigger t => new BandReader(t),
        MilestoneTrigger { Moment: MilestoneMoment.Reached } t => new ReachedReader(t),
        MilestoneTrigger t => new PaceReader(t),
        ContactTrigger t => new ContactReader(t),
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
