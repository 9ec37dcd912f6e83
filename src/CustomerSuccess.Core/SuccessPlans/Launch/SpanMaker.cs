namespace CustomerSuccess.SuccessPlans;

/// <summary>Says how long it was, or is so far, from the plan's start to the first of some milestones.</summary>
internal static class SpanMaker
{
    /// <summary>To the first evidenced milestone that is the customer's first value.</summary>
    public static LaunchSpan ToFirstValue(PlanState state) => Of(state, m => m.IsFirstValue, m => m.Verification >= Verification.Evidenced);

    /// <summary>To the first reached milestone that ends the launch.</summary>
    public static LaunchSpan Length(PlanState state) => Of(state, m => m.EndsLaunch, _ => true);

    private static LaunchSpan Of(PlanState state, Func<Milestone, bool> marks, Func<MilestoneState, bool> counts)
    {
        MilestoneState[] marked = [.. state.Plan.Content.Milestones.Where(marks).Select(m => state.Milestone(m.Id)).OrderBy(m => m.DueDay).ThenBy(m => m.Id, StringComparer.Ordinal)];
        var first = marked.Where(m => m.ReachedDay is not null && counts(m)).MinBy(m => (m.ReachedDay!.Value, m.Id), Order);
        var standing = marked.Length == 0 ? LaunchSpanStanding.NotMarked
            : first is not null ? LaunchSpanStanding.Reached
            : state.Day < 0 ? LaunchSpanStanding.NotBegun
            : Array.Exists(marked, m => !m.Reached.IsKnown) ? LaunchSpanStanding.Unknown
            : LaunchSpanStanding.Open;
        return new()
        {
            Standing = standing,
            Milestone = (first ?? marked.FirstOrDefault())?.Id,
            On = first is null ? null : state.Plan.DateOf(first.ReachedDay!.Value),
            Days = standing switch
            {
                LaunchSpanStanding.Reached => Math.Max(0, first!.ReachedDay!.Value),
                LaunchSpanStanding.Open => state.Day,
                _ => null,
            },
        };
    }

    private static readonly Comparer<(int Day, string Id)> Order = Comparer<(int Day, string Id)>.Create((one, other) =>
        one.Day != other.Day ? one.Day.CompareTo(other.Day) : string.CompareOrdinal(one.Id, other.Id));
}
