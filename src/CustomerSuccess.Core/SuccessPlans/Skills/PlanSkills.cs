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
                .SelectMany(m => m.Skills.GroupBy(s => s.Skill, StringComparer.Ordinal).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => Gap(state.Milestone(m.Id), s.Key, s.Max(n => n.Level), assessed.GetValueOrDefault(s.Key)))),
        ]);
    }

    private static SkillGap Gap(MilestoneState milestone, string skill, int needed, SkillAssessed? assessed) => new()
    {
        Skill = skill,
        Milestone = milestone.Id,
        IsReached = milestone.ReachedAt is not null,
        Needed = needed,
        Assessed = assessed,
    };
}
