using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>Says triggers in words.</summary>
internal static class TriggerWords
{
    public static string Of(RuleTrigger trigger) => trigger switch
    {
        ConditionTrigger t => $"{t.When}",
        AnchorTrigger t => $"{DocumentSpan.Write(t.Offset.Duration())} {(t.Offset < TimeSpan.Zero ? "before" : "after")} {t.Anchor}",
        AbsenceTrigger t => $"{Fewer(t.FewerThan, t.Signal)} in the {DocumentSpan.Write(t.Within)} after {t.After}",
        CalendarTrigger { Signal: { } signal } t => $"{Fewer(t.FewerThan, signal)} in a {Word(t.Every)} ({t.Zone.Id})",
        CalendarTrigger t => $"every {Word(t.Every)} ({t.Zone.Id})",
        CronTrigger t => $"'{t.Expression}' ({t.Zone.Id})",
        SignalTrigger t => $"a signal '{t.Signal}'{(t.Where is null ? "" : $" where {t.Where}")}",
        SegmentTrigger t => $"'{t.Scheme}' {(t.Left is null ? $"becomes {t.Entered ?? "another segment"}" : $"is no longer {t.Left}")}",
        BandTrigger t => $"the band becomes {t.To ?? "another"}{(t.From is null ? "" : $" from {t.From}")}",
        MilestoneTrigger t => $"{(t.Milestone is null ? "a milestone" : $"the milestone '{t.Milestone}'")} {(t.Moment switch { MilestoneMoment.Reached => "is reached", MilestoneMoment.Behind => "falls behind", _ => "gets stuck" })}",
        ContactTrigger t => $"{(t.Persona is null ? "a contact" : $"a contact who is {t.Persona}")} moves on",
        _ => trigger.GetType().Name,
    };

    private static string Fewer(int than, string signal) => string.Create(CultureInfo.InvariantCulture, $"fewer than {than} '{signal}'");

    private static string Word(CalendarPeriod period) => DocumentWords.Of(period);
}
