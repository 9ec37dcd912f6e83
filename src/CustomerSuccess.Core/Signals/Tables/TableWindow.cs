namespace CustomerSuccess.Signals;

/// <summary>
/// Where one customer's window lies in its series. It only moves forward: the places are advanced rather than searched.
/// </summary>
internal struct TableWindow
{
    private SignalSeries _series;
    private int _first;
    private int _behind;
    private long _latest;

    public bool IsLoaded { get; private set; }

    public static TableWindow Of(CustomerSignals customer, CompiledMeasure measure) => new()
    {
        _series = customer.View(measure.Measure.Signal),
        _behind = -1,
        IsLoaded = true,
    };

    /// <summary>Reads the measure as of an instant, known then, and tells from when on the answer may be another.</summary>
    public double Read(CompiledMeasure measure, long to, out long until)
    {
        if (_behind < 0)
        {
            _first = measure.Length is null ? 0 : _series.FirstAfter(measure.StartOf(to));
            _behind = _series.FirstAfter(to);
        }
        else
        {
            Advance(measure, to);
        }

        var value = WindowReader.Read(_series, measure, _first, _behind, to, to);
        until = Until(measure, to);
        if (measure.Measure.Aggregation == SignalAggregation.Age)
        {
            _latest = double.IsNaN(value.Number) ? long.MinValue : Latest(measure, to);
        }

        return value.Number;
    }

    /// <summary>The age of the latest signal, where nothing came or went.</summary>
    public readonly double Age(long to) => _latest == long.MinValue ? double.NaN : (to - _latest) / (double)TimeSpan.TicksPerDay;

    private void Advance(CompiledMeasure measure, long to)
    {
        var occurred = _series.Occurred;
        while (_behind < _series.Count && occurred[_behind] <= to)
        {
            _behind++;
        }

        if (measure.Length is not null)
        {
            var start = measure.StartOf(to);
            while (_first < _series.Count && occurred[_first] <= start)
            {
                _first++;
            }
        }
    }

    // The next signal comes in, the oldest goes out, or one that is known late becomes known.
    private readonly long Until(CompiledMeasure measure, long to)
    {
        var until = _behind < _series.Count ? _series.Occurred[_behind] : long.MaxValue;
        if (measure.Length is { } length && _first < _behind)
        {
            // A window may be longer than all time.
            until = Math.Min(until, length > long.MaxValue - _series.Occurred[_first] ? long.MaxValue : _series.Occurred[_first] + length);
        }

        if (_series.Recorded is { } recorded && _series.LastRecorded > to)
        {
            for (var i = _first; i < _behind; i++)
            {
                until = recorded[i] > to ? Math.Min(until, recorded[i]) : until;
            }
        }

        return until;
    }

    private readonly long Latest(CompiledMeasure measure, long to)
    {
        for (var i = _behind - 1; i >= _first; i--)
        {
            var entry = _series[i];
            if (entry.Recorded <= to && (!measure.IsFiltered || _series.People[entry.Origin].Matches(measure.Measure)))
            {
                return entry.Occurred;
            }
        }

        return long.MinValue;
    }
}
