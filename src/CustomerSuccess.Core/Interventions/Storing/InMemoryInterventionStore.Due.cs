namespace CustomerSuccess.Interventions;

/// <content>When who is due.</content>
public sealed partial class InMemoryInterventionStore
{
    /// <summary>The first instant after one at which a customer is due; null for never.</summary>
    internal DateTimeOffset? NextDueAfter(DateTimeOffset instant)
    {
        lock (_lock)
        {
            return _due.FirstAfter(instant.UtcTicks) is var first && first != DueQueue.Never ? new DateTimeOffset(first, TimeSpan.Zero) : null;
        }
    }

    /// <summary>Whether a customer is due at an instant or before.</summary>
    internal bool IsDue(DateTimeOffset instant)
    {
        lock (_lock)
        {
            return _due.First() <= instant.UtcTicks;
        }
    }
}
