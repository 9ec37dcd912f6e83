using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Interventions;

/// <summary>What a rule reads beside its conditions: what triggers it and what tells its cases apart.</summary>
internal static class RuleSources
{
    private const string Subscriptions = "subscriptions";

    /// <summary>The signals that a trigger names, and what of the trigger names each, as documents write it.</summary>
    public static IEnumerable<(string Part, string Signal)> SignalsOf(RuleTrigger trigger) => trigger switch
    {
        AbsenceTrigger absence => [("trigger/absence", absence.Signal), .. SignalsOf(absence.After, "trigger/after")],
        AnchorTrigger anchor => SignalsOf(anchor.Anchor, "trigger/of"),
        CalendarTrigger { Signal: { } signal } => [("trigger/absence", signal)],
        SignalTrigger signal => [("trigger/signal", signal.Signal)],
        _ => [],
    };

    /// <summary>The trait from which time is counted, and what names it; null where none is.</summary>
    public static (string Part, string Trait)? TraitOf(RuleTrigger trigger) => trigger switch
    {
        AbsenceTrigger { After: { Kind: AnchorKind.Trait, Name: { } trait } } => ("trigger/after/trait", trait),
        AnchorTrigger { Anchor: { Kind: AnchorKind.Trait, Name: { } trait } } => ("trigger/of/trait", trait),
        _ => null,
    };

    /// <summary>All of it, as lineage has it: measures over signals, traits, segments, names.</summary>
    public static IEnumerable<object> Of(RuleContent content) =>
    [
        .. SignalsOf(content.Trigger).Select(s => SignalMeasure.Count(s.Signal)),
        .. TraitOf(content.Trigger) is var (_, trait) ? [new TraitSource(trait, nameof(TraitKind.Instant))] : Array.Empty<object>(),
        .. Named(content.Trigger),
        .. content.Correlation?.Compiled.Sources ?? [],
    ];

    private static IEnumerable<(string Part, string Signal)> SignalsOf(Anchor anchor, string part) =>
        anchor is { Kind: AnchorKind.Signal, Name: { } signal } ? [($"{part}/signal", signal)] : [];

    private static IEnumerable<object> Named(RuleTrigger trigger) => trigger switch
    {
        AbsenceTrigger absence => Named(absence.After),
        AnchorTrigger anchor => Named(anchor.Anchor),
        SegmentTrigger segment => [new SegmentSource(segment.Scheme)],
        BandTrigger => [HealthLanguage.Band],
        MilestoneTrigger => [new PlanSource()],
        ContactTrigger => ["contacts"],
        _ => [],
    };

    private static IEnumerable<object> Named(Anchor anchor) => anchor.Kind switch
    {
        AnchorKind.CustomerSince => ["customer.since"],
        AnchorKind.Renewal or AnchorKind.SubscriptionStart or AnchorKind.SubscriptionEnd => [Subscriptions],
        AnchorKind.PlanStart or AnchorKind.MilestoneDue => [new PlanSource()],
        _ => [],
    };
}
