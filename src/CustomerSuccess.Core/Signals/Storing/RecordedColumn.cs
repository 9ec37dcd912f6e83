namespace CustomerSuccess.Signals;

/// <summary>
/// When the signals of a series were recorded. Most are recorded as they happen, so only the others are kept, each with its
/// place; once they are more than half, all are. Entries are only ever added, so that a copy of this stays what it is.
/// </summary>
internal struct RecordedColumn
{
    private const int FewestForAll = 8;

    // With places these are the others'; without, everyone's.
    private long[]? _instants;
    private int[]? _places;
    private int _others;
    private long _longestDelay;

    public RecordedColumn()
    {
    }

    /// <summary>The last instant at which any was recorded; the smallest number of none.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>The longest time from happening to being recorded, in ticks; 0 where all were recorded as they happened or before.</summary>
    public readonly long LongestDelay => _longestDelay;

    /// <summary>Whether every one was recorded as it happened.</summary>
    public readonly bool AsHappened => _instants is null;

    private readonly bool HasAll => _instants is not null && _places is null;

    /// <summary>When one was recorded.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="occurred">When it happened.</param>
    public readonly long At(int place, long occurred)
    {
        if (HasAll)
        {
            return _instants![place];
        }

        var found = AsHappened ? -1 : Array.BinarySearch(_places!, 0, _others, place);
        return found >= 0 ? _instants![found] : occurred;
    }

    /// <summary>Whether all within some places were recorded up to an instant. It may say no where they are.</summary>
    /// <param name="first">The first place.</param>
    /// <param name="behind">The place behind the last.</param>
    /// <param name="latest">When the last of them happened.</param>
    /// <param name="instant">The instant.</param>
    public readonly bool AllUpTo(int first, int behind, long latest, long instant) =>
        Last <= instant || instant - latest >= _longestDelay || (latest <= instant && !Within(first, behind).ContainsAnyExceptInRange(long.MinValue, instant));

    /// <summary>Asks memory for what tells whether any was not recorded as it happened.</summary>
    public readonly void FetchPlaces(long instant)
    {
        if (Last > instant)
        {
            Fetch.Object(_places);
        }
    }

    /// <summary>The first instant after another at which one of the others within some places was recorded; the largest number where there is none.</summary>
    public readonly long NextAfter(int first, int behind, long instant)
    {
        var next = long.MaxValue;
        foreach (var recorded in Last <= instant ? default : Within(first, behind))
        {
            next = recorded > instant && recorded < next ? recorded : next;
        }

        return next;
    }

    /// <summary>Adds the next one.</summary>
    /// <param name="recorded">When it was recorded.</param>
    /// <param name="occurred">When it and each one before it happened.</param>
    /// <param name="capacity">How many there is room for.</param>
    public void Add(long recorded, ReadOnlySpan<long> occurred, int capacity)
    {
        Last = Math.Max(Last, recorded);
        _longestDelay = Math.Max(_longestDelay, recorded - occurred[^1]);
        if (!HasAll && recorded != occurred[^1])
        {
            AddOther(occurred.Length - 1, recorded, occurred, capacity);
        }
        else if (HasAll)
        {
            if (_instants!.Length < occurred.Length)
            {
                Array.Resize(ref _instants, capacity);
            }

            _instants[occurred.Length - 1] = recorded;
        }
    }

    /// <summary>Gives back the room that is kept for more.</summary>
    /// <param name="count">How many signals there are.</param>
    public void Trim(int count)
    {
        if (!AsHappened)
        {
            Array.Resize(ref _instants, HasAll ? count : _others);
        }

        if (_places is not null)
        {
            Array.Resize(ref _places, _others);
        }
    }

    private void AddOther(int place, long recorded, ReadOnlySpan<long> occurred, int capacity)
    {
        // With a place an instant takes twelve bytes, alone eight.
        if (_others >= FewestForAll && _others > place / 2)
        {
            var all = new long[capacity];
            occurred.CopyTo(all);
            for (var i = 0; i < _others; i++)
            {
                all[_places![i]] = _instants![i];
            }

            all[place] = recorded;
            (_instants, _places) = (all, null);
            return;
        }

        if (_instants is null || _others == _instants.Length)
        {
            var room = _others + Math.Max(2, _others / 4);
            Array.Resize(ref _instants, room);
            Array.Resize(ref _places, room);
        }

        (_places![_others], _instants[_others]) = (place, recorded);
        _others++;
    }

    private readonly ReadOnlySpan<long> Within(int first, int behind)
    {
        if (AsHappened || behind <= first)
        {
            return default;
        }

        var places = _places.AsSpan(0, HasAll ? 0 : _others);
        var (from, to) = HasAll ? (first, behind) : (SortedSearch.FirstAbove<int>(places, first - 1), SortedSearch.FirstAbove<int>(places, behind - 1));
        return _instants.AsSpan(from, to - from);
    }
}
