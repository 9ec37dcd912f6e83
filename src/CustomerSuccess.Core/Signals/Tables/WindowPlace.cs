namespace CustomerSuccess.Signals;

/// <summary>Where a window lies in a series as of an instant, and when that changes. Not found yet where it is the default.</summary>
internal struct WindowPlace
{
    private bool _allKnown;

    // When the next signal comes in or one becomes known, and when the oldest goes out.
    private long _in;
    private long _out;

    /// <summary>The place of the first signal in the window.</summary>
    public int First { get; private set; }

    /// <summary>The place behind the last.</summary>
    public int Behind { get; private set; }

    /// <summary>The first instant at which what is read in the window may be something else; 0 where nothing was found yet.</summary>
    public readonly long Until => Math.Min(_in, _out);

    public readonly bool IsFound => _in != 0;

    /// <summary>The signals in the window.</summary>
    public readonly SignalRange Range => new(First, Behind, _allKnown);

    /// <summary>Whether all signals in the window are known up to an instant, because they are and none comes in.</summary>
    public readonly bool StaysKnown(long to) => _allKnown && _in > to;

    /// <summary>Moves on to an instant, known then: the place is searched at first, later advanced.</summary>
    public void MoveTo(in SignalSeries series, CompiledMeasure measure, long to)
    {
        var start = measure.StartOf(to);
        if (!IsFound)
        {
            Behind = series.FirstAfter(to);
            First = measure.Length is null ? 0 : series.FirstAfter(start, Behind);
            _allKnown = false;
        }

        var occurred = series.Occurred;
        if (_in <= to)
        {
            // What was known stays known.
            var unsure = _allKnown ? Behind : First;
            while (Behind < occurred.Length && occurred[Behind] <= to)
            {
                Behind++;
            }

            _allKnown = series.Known(unsure, Behind, to).AllKnown;
            _in = Behind < occurred.Length ? occurred[Behind] : long.MaxValue;
            _in = _allKnown ? _in : Math.Min(_in, series.Recorded.NextAfter(First, Behind, to));
        }

        while (measure.Length is not null && First < Behind && occurred[First] <= start)
        {
            First++;
        }

        // A window may be longer than all time.
        _out = measure.Length is { } length && First < Behind && occurred[First] <= long.MaxValue - length ? occurred[First] + length : long.MaxValue;
    }
}
