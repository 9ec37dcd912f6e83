namespace CustomerSuccess.Signals;

/// <summary>
/// One customer's signals of one name as they arrive. What arrives in order is written behind the last, where no view looks;
/// what arrives late waits and is merged into new columns when someone looks: a view never changes. Callers hold the customer's lock.
/// </summary>
internal sealed class SignalBuffer
{
    private const int LateAtOnce = 64;

    private SignalColumns _columns = SignalColumns.Empty;
    private RecordedColumn _recorded = new();
    private int _count;
    private List<SignalEntry>? _late;

    public int Count => _count + (_late?.Count ?? 0);

    public void Add(in SignalEntry entry)
    {
        if (_count == 0 || entry.CompareTo(Last) >= 0)
        {
            Append(entry, _count + Math.Max(4, _count / 8));
            return;
        }

        _late ??= [];
        _late.Add(entry);
        if (_late.Count > LateAtOnce + _count)
        {
            Merge();
        }
    }

    public SignalSeries View(OriginView people)
    {
        Merge();
        return Series(people);
    }

    /// <summary>Gives back the room that was kept for signals to come.</summary>
    public void Trim()
    {
        Merge();
        _columns = _columns.Trimmed(_count);
        _recorded.Trim(_count);
    }

    private SignalEntry Last => Series(OriginTable.Nobody)[_count - 1];

    private SignalSeries Series(OriginView people) => new(_columns, _recorded, _count, people);

    private void Append(in SignalEntry entry, int capacity)
    {
        if (!_columns.Fits(entry, _count))
        {
            _columns = _columns.With(entry, _count, _count < _columns.Capacity ? _columns.Capacity : capacity);
        }

        _columns.Write(_count++, entry);
        _recorded.Add(entry.Recorded, _columns.Occurred[.._count], _columns.Capacity);
    }

    private void Merge()
    {
        if (_late is not { Count: > 0 } late)
        {
            return;
        }

        late.Sort();
        var (before, all, next) = (Series(OriginTable.Nobody), Count, 0);
        (_columns, _recorded, _count, _late) = (SignalColumns.Empty, new(), 0, null);
        for (var i = 0; i < before.Count; i++)
        {
            var entry = before[i];
            while (next < late.Count && late[next].CompareTo(entry) < 0)
            {
                Append(late[next++], all);
            }

            Append(entry, all);
        }

        while (next < late.Count)
        {
            Append(late[next++], all);
        }
    }
}
