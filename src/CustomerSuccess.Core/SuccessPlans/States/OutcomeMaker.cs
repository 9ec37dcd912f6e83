namespace CustomerSuccess.SuccessPlans;

/// <summary>Says which desired outcomes are reached.</summary>
internal static class OutcomeMaker
{
    public static IReadOnlyList<OutcomeState> Of(PlanState state)
    {
        var milestones = state.Milestones.ToDictionary(m => m.Id, StringComparer.Ordinal);
        return Array.AsReadOnly([.. state.Plan.Content.Outcomes.Select(o => Of(o, [.. o.Milestones.Select(id => milestones[id])]))]);
    }

    private static OutcomeState Of(DesiredOutcome outcome, MilestoneState[] milestones)
    {
        var reached = milestones.Length > 0 && Array.TrueForAll(milestones, m => m.ReachedAt is not null);
        return new()
        {
            Id = outcome.Id,
            Title = outcome.Title,
            Follows = outcome.Follows,
            Stakeholder = outcome.Stakeholder,
            IsReached = reached,
            ReachedAt = reached ? milestones.Max(m => m.ReachedAt) : null,
            Verification = milestones.Length == 0 ? Verification.None : milestones.Min(m => m.Verification),
        };
    }
}
