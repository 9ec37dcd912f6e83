namespace CustomerSuccess.Signals;

/// <summary>
/// One customer's signals of one name as they arrive. What arrives in order is written behind the last, where no view looks;
/// what arrives late waits and is merged into new arrays when someone looks: a view never changes. Callers hold the customer's lock.
/// </summary>
internal sealed class SignalBuffer
{
    private long[] _occurred = [];
    private double[]? _values;
    private long[]? _recorded;
    private int[]? _origins;
    private int _count;
    private List<SignalEntry>? _late;
    private long _lastRecorded = long.MinValue;

    public int Count => _count + (_late?.Count ?? 0);

    public void Add(in SignalEntry entry)
    {
        if (_count > 0 && entry.CompareTo(Last()) < 0)
        {
            _late ??= [];
            _late.Add(entry);
            if (_late.Count > 64 + _count)
            {
                Merge();
            }
        }
        else
        {
            Append(entry, slack: true);
        }

        _lastRecorded = Math.Max(_lastRecorded, entry.Recorded);
    }

    public SignalSeries View(OriginView people)
    {
        Merge();
        return new(_occurred, _values, _recorded, _origins, _count, _lastRecorded, people);
    }

    /// <summary>Gives back the room that was kept for signals to come.</summary>
    public void Trim()
    {
        Merge();
        Resize(_count);
    }

    private SignalEntry Last() => new(
        _occurred[_count - 1],
        _recorded is null ? _occurred[_count - 1] : _recorded[_count - 1],
        _values is null ? double.NaN : _values[_count - 1],
        0);

    private void Append(in SignalEntry entry, bool slack)
    {
        if (_count == _occurred.Length)
        {
            Resize(slack ? _count + Math.Max(4, _count / 8) : _count + 1);
        }

        _occurred[_count] = entry.Occurred;
        Write(ref _values, double.NaN, entry.Value, double.IsNaN(entry.Value));
        Write(ref _origins, 0, entry.Origin, entry.Origin == 0);
        if (_recorded is null && entry.Recorded != entry.Occurred)
        {
            _recorded = new long[_occurred.Length];
            Array.Copy(_occurred, _recorded, _count);
        }

        if (_recorded is not null)
        {
            _recorded[_count] = entry.Recorded;
        }

        _count++;
    }

    // A column comes to be with the first entry that is unlike the usual.
    private void Write<T>(ref T[]? column, T usual, T value, bool isUsual)
    {
        if (column is null && !isUsual)
        {
            column = new T[_occurred.Length];
            Array.Fill(column, usual, 0, _count);
        }

        if (column is not null)
        {
            column[_count] = value;
        }
    }

    private void Resize(int capacity)
    {
        Array.Resize(ref _occurred, capacity);
        Resize(ref _values, capacity);
        Resize(ref _recorded, capacity);
        Resize(ref _origins, capacity);
    }

    private static void Resize<T>(ref T[]? column, int capacity)
    {
        if (column is not null)
        {
            Array.Resize(ref column, capacity);
        }
    }

    private void Merge()
    {
        if (_late is not { Count: > 0 } late)
        {
            return;
        }

        late.Sort();
        var before = new SignalSeries(_occurred, _values, _recorded, _origins, _count, _lastRecorded, OriginTable.Nobody);
        (_occurred, _values, _recorded, _origins, _count, _late) = (new long[before.Count + late.Count], null, null, null, 0, null);
        var next = 0;
        for (var i = 0; i < before.Count; i++)
        {
            var entry = before[i];
            while (next < late.Count && late[next].CompareTo(entry) < 0)
            {
                Append(late[next++], slack: false);
            }

            Append(entry, slack: false);
        }

        while (next < late.Count)
        {
            Append(late[next++], slack: false);
        }
    }
}
