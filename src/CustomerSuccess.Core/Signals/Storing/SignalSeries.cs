namespace CustomerSuccess.Signals;

/// <summary>
/// One customer's signals of one name, as they stood at a moment, in the order of <see cref="SignalEntry.CompareTo"/>. A
/// column that is null says the usual: no values; recorded when it happened; by nobody in particular.
/// </summary>
internal readonly struct SignalSeries
{
    public static SignalSeries Empty { get; } = new([], null, null, null, 0, long.MinValue, OriginTable.Nobody);

    public SignalSeries(long[] occurred, double[]? values, long[]? recorded, int[]? origins, int count, long lastRecorded, OriginView people)
    {
        (Occurred, Values, Recorded, Origins) = (occurred, values, recorded, origins);
        (Count, LastRecorded, People) = (count, lastRecorded, people);
    }

    /// <summary>When each happened, rising. The array may be longer than <see cref="Count"/>.</summary>
    public long[] Occurred { get; }

    public double[]? Values { get; }

    public long[]? Recorded { get; }

    public int[]? Origins { get; }

    public int Count { get; }

    /// <summary>The last instant at which any was recorded: from then on all are known.</summary>
    public long LastRecorded { get; }

    public OriginView People { get; }

    public SignalEntry this[int place] => new(
        Occurred[place],
        Recorded is null ? Occurred[place] : Recorded[place],
        Values is null ? double.NaN : Values[place],
        Origins is null ? 0 : Origins[place]);

    /// <summary>The place of the first that happened after an instant.</summary>
    public int FirstAfter(long instant)
    {
        var (low, high) = (0, Count);
        var occurred = Occurred;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (occurred[middle] <= instant)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
