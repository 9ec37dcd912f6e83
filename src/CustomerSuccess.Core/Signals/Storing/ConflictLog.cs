namespace CustomerSuccess.Signals;

/// <summary>The signals of one customer that were left out, because their id was known with another content. Safe to use from several threads.</summary>
internal sealed class ConflictLog
{
    private readonly List<SignalConflict> _all = [];

    /// <summary>What was left out so far.</summary>
    public SignalConflict[] All
    {
        get
        {
            lock (_all)
            {
                return [.. _all];
            }
        }
    }

    public void Add(Signal signal)
    {
        lock (_all)
        {
            _all.Add(new(signal.Name, signal.OccurredAt.Ticks, signal.RecordedAt.Ticks));
        }
    }
}

/// <summary>A signal that was left out. Instants are UTC ticks.</summary>
internal readonly record struct SignalConflict(string Signal, long Occurred, long Recorded)
{
    /// <summary>Those of a customer that are visible as of an instant, as known at an instant, counted by name.</summary>
    public static IEnumerable<SignalDefect> Counted(string customerId, IEnumerable<SignalConflict> conflicts, long asOf, long knownAt) => conflicts
        .Where(c => c.Occurred <= asOf && c.Recorded <= knownAt)
        .GroupBy(c => c.Signal, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new SignalDefect
        {
            Kind = SignalDefectKind.Conflict,
            CustomerId = customerId,
            Signal = g.Key,
            Count = g.Count(),
            First = new(g.Min(c => c.Occurred), TimeSpan.Zero),
        });
}
