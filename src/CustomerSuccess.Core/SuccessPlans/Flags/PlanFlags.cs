namespace CustomerSuccess.SuccessPlans;

/// <summary>What somebody should look at in a plan, in words. A pure function of the plan's state.</summary>
public static class PlanFlags
{
    /// <summary>The flags, by kind, then in the order of what they are about. Empty where all is well.</summary>
    /// <param name="state">The plan's state.</param>
    /// <param name="options">What decides some of them; everything as usual where null.</param>
    public static IReadOnlyList<PlanFlag> Of(PlanState state, PlanFlagOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        var told = options ?? new();
        return Array.AsReadOnly([.. Outlived(state, told).Concat(Milestones(state)).Concat(Definition(state, told)).Concat(Recorded(state)).OrderBy(f => f.Kind)]);
    }

    private static IEnumerable<PlanFlag> Outlived(PlanState state, PlanFlagOptions options)
    {
        if (state.NothingFollows)
        {
            yield return Flag(PlanFlagKind.NothingFollows, null, "every desired outcome is reached, and none follows: ask what the customer wants next");
        }

        var lifecycle = PlanLifecycle.Of(state, options.Lifecycle);
        foreach (var reason in lifecycle.Reasons)
        {
            yield return Flag(PlanFlagKind.Stale, null, reason);
        }

        if (lifecycle.IsHorizonShort)
        {
            yield return Flag(PlanFlagKind.HorizonShort, null, $"the plan reaches to {PlanDates.Iso(lifecycle.ReachesTo)}, and would reach to {PlanDates.Iso(lifecycle.ToReachTo)} if it were refreshed");
        }
    }

    private static IEnumerable<PlanFlag> Milestones(PlanState state)
    {
        foreach (var milestone in state.Milestones)
        {
            if (milestone.IsPlanInsufficient)
            {
                yield return Flag(PlanFlagKind.PlanInsufficient, milestone.Id, $"everything owed for '{milestone.Id}' was kept, and it has not come: the plan is not enough");
            }

            if (milestone is { ReachedAt: not null, IsVendorsWordOnly: true } and not { Verification: Verification.Acknowledged })
            {
                yield return Flag(PlanFlagKind.VendorsWordOnly, milestone.Id, $"'{milestone.Id}' is reached by what the vendor itself has caused: let the customer say so");
            }

            if (IsUsageOnly(state, milestone))
            {
                yield return Flag(PlanFlagKind.UsageIsNoEvidence, milestone.Id, $"'{milestone.Id}' is reached by usage of a customer that cannot leave, which is not evidence of value");
            }
        }
    }

    private static IEnumerable<PlanFlag> Definition(PlanState state, PlanFlagOptions options)
    {
        if (state.Definition is not { } definition)
        {
            yield break;
        }

        var divergence = SuccessDivergence.Of(definition, options.Divergence);
        foreach (var line in divergence.Lines)
        {
            yield return Flag(PlanFlagKind.Divergence, line.Stakeholder, line.Text);
        }

        var wanted = state.Plan.Content.Objectives.Select(o => (o.Id, What: "objective", o.Stakeholder)).Concat(state.Plan.Content.Outcomes.Select(o => (o.Id, What: "outcome", o.Stakeholder)));
        foreach (var (id, what, stakeholder) in wanted.Where(w => divergence.LockedIn.Any(s => s.Id == w.Stakeholder)))
        {
            yield return Flag(PlanFlagKind.LockedIn, id, $"the {what} '{id}' is of {stakeholder}, who cannot leave: usage is not evidence of value");
        }
    }

    private static IEnumerable<PlanFlag> Recorded(PlanState state)
    {
        foreach (var ask in TeeUps.Of(state).SelectMany(t => t.OutOfTurn, (t, a) => (t.Milestone, Ask: a)))
        {
            yield return Flag(PlanFlagKind.AskOutOfTurn, ask.Ask.TeeUp, $"'{ask.Ask.TeeUp}' was asked on {On(state, ask.Ask)}, out of turn: before '{ask.Milestone}'");
        }

        foreach (var ask in TeeUps.NotAnnounced(state))
        {
            yield return Flag(PlanFlagKind.AskOutOfTurn, ask.TeeUp, $"'{ask.TeeUp}' was asked on {On(state, ask)}, and the plan announces no such ask");
        }

        foreach (var promise in state.Events.OfType<PromiseMade>().Select(p => PromiseMaker.Make(state, p)).Where(p => p.Standing == PromiseStanding.Broken))
        {
            yield return Flag(PlanFlagKind.PromiseNotInPlan, promise.Made.Id, $"promised and not in the plan: {promise.Made.Promise} ({promise.Reason})");
        }

        foreach (var refused in state.Refused)
        {
            yield return Flag(PlanFlagKind.EventRefused, refused.Event.Id, $"the event '{refused.Event.Id}' is of no use: {refused.Reason}");
        }
    }

    private static bool IsUsageOnly(PlanState state, MilestoneState milestone) =>
        milestone is { ReachedAt: not null, Verification: Verification.Claimed }
        && state.Plan.Graph.PlaceOf(milestone.Id) is var place
        && state.Plan.Graph.Items[place] is Milestone { Kind: MilestoneKind.Outcome }
        && state.Parts.Evidence[place].IsSeenOnly
        && state.Definition?.Stakeholders.Any(s => s.IsLockedIn) == true;

    private static string On(PlanState state, PlanEvent given) => PlanDates.Iso(state.Plan.DateOf(state.Plan.DayOf(given.OccurredAt)));

    private static PlanFlag Flag(PlanFlagKind kind, string? item, string text) => new() { Kind = kind, Item = item, Text = text };
}
