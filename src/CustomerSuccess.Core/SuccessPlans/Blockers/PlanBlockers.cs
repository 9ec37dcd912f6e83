namespace CustomerSuccess.SuccessPlans;

/// <summary>What stands, or stood, in a plan's way, and how the plan comes along by dimension. Pure functions of a plan's state.</summary>
public static class PlanBlockers
{
    /// <summary>What was raised and stands as recorded, open or cleared, by when it was raised.</summary>
    public static IReadOnlyList<BlockerState> Of(PlanState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var cleared = state.Events.OfType<BlockerCleared>().ToLookup(c => c.BlockerId, StringComparer.Ordinal);
        return Array.AsReadOnly(
        [
            .. state.Events.OfType<BlockerRaised>().Select(b => new BlockerState
            {
                Raised = b,
                ClearedAt = cleared[b.Id].Select(c => (DateTimeOffset?)c.OccurredAt).Min(),
                IsGoneForEver = cleared[b.Id].Any(c => c.ForEver),
            }),
        ]);
    }

    /// <summary>Of each dimension its blockers and the steps that share it, over one plan or several, by name, what has none last.</summary>
    public static IReadOnlyList<PlanDimension> ByDimension(params IEnumerable<PlanState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        PlanState[] all = [.. states];
        var items = all.SelectMany(s => Enumerable.Range(0, s.Plan.Graph.Items.Length).Select(p => Item(s, p))).ToLookup(i => i.Dimension, StringComparer.Ordinal);
        var blockers = all.SelectMany(Of).ToLookup(b => b.Raised.Dimension, StringComparer.Ordinal);
        return Array.AsReadOnly(
        [
            .. items.Select(i => i.Key).Concat(blockers.Select(b => b.Key)).Distinct(StringComparer.Ordinal)
                .OrderBy(name => name is null).ThenBy(name => name, StringComparer.Ordinal)
                .Select(name => new PlanDimension
                {
                    Name = name,
                    Items = items[name].Count(),
                    OpenItems = items[name].Count(i => i.IsOpen),
                    LateItems = items[name].Count(i => i.IsLate),
                    OpenBlockers = name is null ? 0 : blockers[name].Count(b => b.IsOpen),
                    ClearedBlockers = name is null ? 0 : blockers[name].Count(b => !b.IsOpen),
                }),
        ]);
    }

    private static (string? Dimension, bool IsOpen, bool IsLate) Item(PlanState state, int place)
    {
        var evidence = state.Parts.Evidence[place];
        return (state.Plan.Graph.Items[place].Dimension, evidence.IsOpen, !evidence.IsUnknown && (evidence.IsOpen ? state.Day : evidence.Day) > state.Plan.Graph.Due[place]);
    }
}
