namespace CustomerSuccess.SuccessPlans;

/// <summary>The events of a plan for one customer as they were known to a tracker once. Immutable.</summary>
internal sealed class EventSnapshot(PlanEvent[] all, int count, RefusedEvent[] refused, int refusals)
{
    /// <summary>Those that stand, by when they happened, then when they were recorded, then by id.</summary>
    public IReadOnlyList<PlanEvent> Standing(DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        PlanEvent[] visible = [.. All.Where(e => e.IsVisible(asOf, knownAt))];
        var gone = visible.OfType<EventTakenBack>().Select(b => b.EventId).ToHashSet(StringComparer.Ordinal);
        return Array.AsReadOnly([.. visible
            .Where(e => e is EventTakenBack || !gone.Contains(e.Id))
            .OrderBy(e => e.OccurredAt).ThenBy(e => e.RecordedAt).ThenBy(e => e.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Those that are visible and of no use, by when they were recorded, then by what they say.</summary>
    public IReadOnlyList<RefusedEvent> Refused(DateTimeOffset asOf, DateTimeOffset knownAt) => Array.AsReadOnly([.. refused.Take(refusals)
        .Where(r => r.Event.IsVisible(asOf, knownAt))
        .OrderBy(r => r.Event.RecordedAt).ThenBy(r => r.Event.Content, StringComparer.Ordinal)]);

    public IEnumerable<PlanEvent> All => all.Take(count);
}
