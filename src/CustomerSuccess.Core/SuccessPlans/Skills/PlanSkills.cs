namespace CustomerSuccess.SuccessPlans;

/// <summary>What the customer's people must be able to do for a plan, and what they can. A pure function of the plan's state.</summary>
public static class PlanSkills
{
    /// <summary>A line for each skill of each milestone that needs it, milestones by their due day then id, skills by name.</summary>
    public static IReadOnlyList<SkillGap> Of(PlanState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var assessed = new Dictionary<string, SkillAssessed>(StringComparer.Ordinal);
        foreach (var given in state.Events.OfType<SkillAssessed>())
        {
            // In the order in which they happened: the last counts.
            assessed[given.Skill] = given;
        }

        return Array.AsReadOnly(
        [
            .. state.Plan.Content.Milestones.OrderBy(m => m.DueDay).ThenBy(m => m.Id, StringComparer.Ordinal)
                .SelectMany(m => m.Skills.OrderBy(s => s.Skill, StringComparer.Ordinal).Select(s => Gap(state.Milestone(m.Id), s, assessed.GetValueOrDefault(s.Skill)))),
        ]);
    }

    private static SkillGap Gap(MilestoneState milestone, SkillNeed need, SkillAssessed? assessed) => new()
    {
        Skill = need.Skill,
        Milestone = milestone.Id,
        IsReached = milestone.ReachedAt is not null,
        Needed = need.Level,
        Assessed = assessed,
    };
}
