using CustomerSuccess.Customers;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Interventions;

/// <summary>An anchor as it stands.</summary>
/// <param name="Id">Which one, of several of a kind: a subscription, a milestone; the customer otherwise.</param>
/// <param name="At">Its instant.</param>
/// <param name="RecordedAt">When it was recorded; null where that is not known.</param>
internal readonly record struct AnchorPoint(string Id, DateTimeOffset At, DateTimeOffset? RecordedAt = null);

/// <summary>Reads anchors of facts.</summary>
internal static class AnchorPoints
{
    /// <summary>The anchors as of a moment.</summary>
    public static IEnumerable<AnchorPoint> At(Moment moment, Anchor anchor) => anchor.Kind switch
    {
        AnchorKind.CustomerSince => moment.Facts.Account.Since is { } since ? [new("customer", since)] : [],
        AnchorKind.Trait => moment.Facts.Account.Instant(anchor.Name!) is { IsKnown: true, Value: var at } ? [new(anchor.Name!, at.ToUniversalTime())] : [],
        AnchorKind.Renewal => Subscriptions(moment, s => s.IsRunning(moment.At) ? s.RenewsAt : null),
        AnchorKind.SubscriptionStart => Subscriptions(moment, s => s.Start),
        AnchorKind.SubscriptionEnd => Subscriptions(moment, s => s.End),
        AnchorKind.PlanStart => moment.Facts.Plan?.State is { } state ? [new(state.Plan.Version.PlanId, state.Plan.Calendar.Start, state.Plan.Version.RecordedAt)] : [],
        AnchorKind.MilestoneDue => Milestones(moment, anchor.Name),
        _ => [],
    };

    /// <summary>When the anchors may next be others, as far as it is recorded; null for never.</summary>
    public static DateTimeOffset? Until(CustomerMoments moments, Moment moment, Anchor anchor) => anchor.Kind switch
    {
        AnchorKind.CustomerSince => moment.Facts.Account.VersionUntil(),
        AnchorKind.Trait => moment.Facts.Account.TraitUntil(anchor.Name!),
        AnchorKind.Renewal or AnchorKind.SubscriptionStart or AnchorKind.SubscriptionEnd => moment.Facts.Account.SubscriptionsUntil(),
        AnchorKind.PlanStart or AnchorKind.MilestoneDue => moments.History.NextPlanAfter(moment.At, moments.KnownAt),
        _ => null,
    };

    private static IEnumerable<AnchorPoint> Subscriptions(Moment moment, Func<Subscription, DateTimeOffset?> at) =>
        (moment.Facts.Account.Subscriptions ?? []).Select(s => (s, At: at(s))).Where(s => s.At is not null).Select(s => new AnchorPoint(s.s.Id, s.At!.Value, s.s.RecordedAt));

    private static IEnumerable<AnchorPoint> Milestones(Moment moment, string? milestone) => moment.Facts.Plan?.State is not { } state ? [] : state.Milestones
        .Where(m => m.ReachedAt is null && (milestone is null || m.Id == milestone))
        .Select(m => new AnchorPoint(m.Id, state.Plan.Calendar.StartOf(m.DueDay), state.Plan.Version.RecordedAt));
}
