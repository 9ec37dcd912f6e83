namespace CustomerSuccess.SuccessPlans;

/// <summary>What blocks one plan, or may do so as long as its cause is there.</summary>
internal static class BlockerWatch
{
    /// <summary>
    /// The patterns that are open; those that were cleared for now, the last time; and those that the plan expects, whose item is not done. A pattern that was
    /// last cleared for ever is none of them.
    /// </summary>
    public static IEnumerable<((string Dimension, string Pattern) Key, bool IsOpen)> Of(PlanState state)
    {
        var raised = PlanBlockers.Of(state).GroupBy(b => (b.Raised.Dimension, b.Raised.Pattern)).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var (key, blockers) in raised)
        {
            var isOpen = Array.Exists(blockers, b => b.IsOpen);
            if (isOpen || !blockers.OrderBy(b => b.ClearedAt).ThenBy(b => b.IsGoneForEver).Last().IsGoneForEver)
            {
                yield return (key, isOpen);
            }
        }

        foreach (var possible in state.Plan.Content.Blockers)
        {
            if (!raised.ContainsKey((possible.Dimension, possible.Pattern)) && !HasPassed(state, possible.Item))
            {
                yield return ((possible.Dimension, possible.Pattern), false);
            }
        }
    }

    private static bool HasPassed(PlanState state, string? item) => item is null
        ? state.Milestones.All(m => m.ReachedAt is not null)
        : !state.Parts.Evidence[state.Plan.Graph.PlaceOf(item)].IsOpen;
}
