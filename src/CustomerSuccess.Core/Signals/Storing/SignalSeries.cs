namespace CustomerSuccess.Signals;

/// <summary>
/// One customer's signals of one name, as they stood at a moment, in the order of <see cref="SignalEntry.CompareTo"/>, in
/// columns: when each happened, the values where any has one, when each was recorded, and the origins where any has one.
/// </summary>
internal readonly struct SignalSeries
{
    private readonly SignalColumns _columns;
    private readonly RecordedColumn _recorded;

    public SignalSeries(SignalColumns columns, RecordedColumn recorded, int count, OriginView people)
    {
        (_columns, _recorded) = (columns, recorded);
        (Count, People) = (count, people);
    }

    public static SignalSeries Empty { get; } = new(SignalColumns.Empty, new(), 0, OriginTable.Nobody);

    public int Count { get; }

    public OriginView People { get; }

    /// <summary>When each happened, rising.</summary>
    public ReadOnlySpan<long> Occurred => _columns.Occurred[..Count];

    /// <summary>The values; NaN where a signal has none. Empty where none has one.</summary>
    public ReadOnlySpan<double> Values => _columns.HasValues ? _columns.Values[..Count] : default;

    /// <summary>The numbers of the origins.</summary>
    public OriginColumn Origins => _columns.Origins;

    /// <summary>When each was recorded.</summary>
    public RecordedColumn Recorded => _recorded;

    public SignalEntry this[int place] => new(
        Occurred[place],
        RecordedAt(place),
        _columns.HasValues ? Values[place] : double.NaN,
        Origins[place]);

    /// <summary>When one was recorded.</summary>
    public long RecordedAt(int place) => _recorded.At(place, Occurred[place]);

    /// <summary>The signals from one place up to another, and whether all are known at an instant.</summary>
    public SignalRange Known(int first, int behind, long knownAt) => new(
        first,
        behind,
        behind <= first || _recorded.AllUpTo(first, behind, Occurred[behind - 1], knownAt));

    /// <summary>Asks memory for the signals from one place up to another, which will be read soon.</summary>
    /// <param name="first">The first place.</param>
    /// <param name="behind">The place behind the last.</param>
    /// <param name="knownAt">The instant at which they will be looked at.</param>
    public void FetchFrom(int first, int behind, long knownAt)
    {
        _columns.FetchFrom(first, behind);
        _recorded.FetchPlaces(knownAt);
    }

    /// <summary>The place of the first that happened after an instant.</summary>
    public int FirstAfter(long instant) => SortedSearch.FirstAbove(Occurred, instant);

    /// <summary>The same among those up to another place.</summary>
    public int FirstAfter(long instant, int upTo) => SortedSearch.FirstAbove(Occurred[..upTo], instant);
}

/// <summary>Signals of a series, from one place up to another.</summary>
/// <param name="First">The place of the first.</param>
/// <param name="Behind">The place behind the last.</param>
/// <param name="AllKnown">True only where all of them are known; it may be false where they are.</param>
internal readonly record struct SignalRange(int First, int Behind, bool AllKnown);
