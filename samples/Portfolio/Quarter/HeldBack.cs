using CustomerSuccess.Interventions;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>What was held back in a quarter, by reason: touches, each once however often it was asked again, and firings that opened no case.</summary>
internal sealed class HeldBack
{
    private readonly SortedDictionary<SuppressionReason, (HashSet<TouchKey> Touches, HashSet<CaseKey> Firings, string Example)> _counts = [];

    /// <summary>The reasons, the most frequent first.</summary>
    public IEnumerable<(SuppressionReason Reason, int Touches, int Firings, string Example)> All =>
        _counts.Select(c => (c.Key, c.Value.Touches.Count, c.Value.Firings.Count, c.Value.Example)).OrderByDescending(c => c.Item2 + c.Item3).ThenBy(c => c.Key);

    public void Add(IEnumerable<CaseEvent> events)
    {
        foreach (var given in events)
        {
            if (given is TouchSuppressed touch)
                Of(touch.Reason, touch.Because).Touches.Add(touch.Touch);
            else if (given is OccurrenceSuppressed firing)
                Of(firing.Reason, firing.Because).Firings.Add(firing.Case);
        }
    }

    private (HashSet<TouchKey> Touches, HashSet<CaseKey> Firings, string Example) Of(SuppressionReason reason, string because)
    {
        if (!_counts.TryGetValue(reason, out var counts))
            _counts[reason] = counts = ([], [], because);
        return counts;
    }
}
