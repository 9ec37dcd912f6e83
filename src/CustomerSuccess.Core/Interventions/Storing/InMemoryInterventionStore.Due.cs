namespace CustomerSuccess.Interventions;

/// <content>When who is due.</content>
public sealed partial class InMemoryInterventionStore
{
    // After every id in the order of ids.
    private const string BeyondIds = "\uffff\uffff\uffff\uffff";

    /// <summary>The first instant after one at which a customer is due; null for never.</summary>
    internal DateTimeOffset? NextDueAfter(DateTimeOffset instant)
    {
        lock (_lock)
        {
            return _due.GetViewBetween((instant, BeyondIds), (DateTimeOffset.MaxValue, BeyondIds)).Min is { Customer: not null } first ? first.At : null;
        }
    }

    /// <summary>Whether a customer is due at an instant or before.</summary>
    internal bool IsDue(DateTimeOffset instant)
    {
        lock (_lock)
        {
            return _due.Count > 0 && _due.Min.At <= instant;
        }
    }
}
