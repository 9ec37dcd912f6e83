namespace CustomerSuccess.Interventions;

/// <summary>
/// When each customer is next due. What moved stays in the queue until it comes to the front, or until most of the queue is old: it is passed over.
/// Not safe to use from several threads.
/// </summary>
/// <param name="current">When a customer is due as it stands, UTC ticks.</param>
internal sealed class DueQueue(Func<string, long> current)
{
    /// <summary>Of a customer that is not due.</summary>
    public const long Never = long.MaxValue;

    private const int Spare = 64;

    private readonly PriorityQueue<string, long> _queue = new();
    private int _live;

    /// <summary>A customer is due at another instant, which already is the current one.</summary>
    public void Move(string customer, long from, long to)
    {
        if (from == to)
        {
            return;
        }

        _live += (to == Never ? 0 : 1) - (from == Never ? 0 : 1);
        if (to != Never)
        {
            _queue.Enqueue(customer, to);
        }

        if (_queue.Count > (2 * _live) + Spare)
        {
            var live = _queue.UnorderedItems.Where(e => IsLive(e.Element, e.Priority)).Distinct().ToArray();
            _queue.Clear();
            _queue.EnqueueRange(live);
            _queue.TrimExcess();
        }
    }

    /// <summary>Those that are due up to an instant, each once, in no order.</summary>
    public string[] UpTo(long instant)
    {
        var found = Take(instant);
        Return(found);
        return [.. found];
    }

    /// <summary>When the first is due after an instant; <see cref="Never"/> where none is.</summary>
    public long FirstAfter(long instant)
    {
        var before = Take(instant);
        var first = First();
        Return(before);
        return first;
    }

    /// <summary>When the first is due; <see cref="Never"/> where none is.</summary>
    public long First()
    {
        while (_queue.TryPeek(out var customer, out var at))
        {
            if (IsLive(customer, at))
            {
                return at;
            }

            _queue.Dequeue();
        }

        return Never;
    }

    private HashSet<string> Take(long instant)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (First() is var at && at <= instant && at != Never)
        {
            found.Add(_queue.Dequeue());
        }

        return found;
    }

    private void Return(HashSet<string> customers) => _queue.EnqueueRange(customers.Select(c => (c, current(c))));

    private bool IsLive(string customer, long at) => current(customer) == at;
}
