namespace CustomerSuccess.Customers;

/// <summary>Records that are added, each once, and rewritten only where a person is erased. What was read does not change. Safe to use from several threads.</summary>
/// <param name="gate">The lock; several lists may share one.</param>
internal sealed class RecordList<T>(Lock gate)
    where T : class
{
    private const int Scanned = 16;

    private T[] _records = [];
    private int _count;
    private HashSet<T>? _known;
    private IReadOnlyList<T>? _seen;

    public IReadOnlyList<T> All
    {
        get
        {
            lock (gate)
            {
                return _seen ??= Array.AsReadOnly(_records.AsSpan(0, _count).ToArray());
            }
        }
    }

    public void Add(T record)
    {
        lock (gate)
        {
            if (!IsNew(record))
            {
                return;
            }

            if (_count == _records.Length)
            {
                Array.Resize(ref _records, Math.Max(2, _count * 2));
            }

            (_records[_count++], _seen) = (record, null);
        }
    }

    /// <summary>Puts another record in the place of each. Nothing of those before is kept here.</summary>
    public void Rewrite(Func<T, T> record)
    {
        lock (gate)
        {
            var before = _records.AsSpan(0, _count).ToArray();
            (_records, _count, _known, _seen) = ([], 0, null, null);
            foreach (var one in before)
            {
                Add(record(one));
            }
        }
    }

    private bool IsNew(T record)
    {
        if (_known is null && _count < Scanned)
        {
            return !_records.AsSpan(0, _count).Contains(record, EqualityComparer<T>.Default);
        }

        _known ??= [.. _records.AsSpan(0, _count)];
        return _known.Add(record);
    }
}
