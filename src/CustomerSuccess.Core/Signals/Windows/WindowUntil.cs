namespace CustomerSuccess.Signals;

/// <summary>When what a window gives may next be something else, if nothing new is recorded until then. Pure.</summary>
/// <param name="measure">The measure.</param>
/// <param name="knownAt">The instant at which sources are known, which moves along with the window's end.</param>
/// <param name="recordedBy">What was recorded later is not there.</param>
internal readonly struct WindowUntil(CompiledMeasure measure, long knownAt, long recordedBy)
{
    public const long Never = long.MaxValue;

    /// <summary>The first end after another at which a window that ends there may give something else.</summary>
    public long After(in SignalSeries series, long end)
    {
        var coverage = measure.CoverageUntil(end, knownAt);
        return measure.Covers(end, knownAt) ? Math.Min(coverage, Math.Min(Entry(series, end), Exit(series, end))) : coverage;
    }

    /// <summary>When the last signal happened that the measure asks for; null where the window holds none.</summary>
    public long? Last(in SignalSeries series, long end) => LastPlace(series, end) is >= 0 and var place ? series.Occurred[place] : null;

    /// <summary>The place of the last signal that the measure asks for; −1 where the window holds none.</summary>
    public int LastPlace(in SignalSeries series, long end)
    {
        var filter = series.People.Filter(measure);
        var start = measure.StartOf(end);
        for (var i = series.FirstAfter(end) - 1; i >= 0 && series.Occurred[i] > start; i--)
        {
            if (Counts(series, i, filter))
            {
                return i;
            }
        }

        return -1;
    }

    // What comes in is known already, and dated later.
    private long Entry(in SignalSeries series, long end)
    {
        var filter = series.People.Filter(measure);
        for (var i = series.FirstAfter(end); i < series.Count && !(series.Recorded.AsHappened && series.Occurred[i] > recordedBy); i++)
        {
            if (Counts(series, i, filter))
            {
                return series.Occurred[i];
            }
        }

        return Never;
    }

    private long Exit(in SignalSeries series, long end)
    {
        if (measure.Length is not { } length)
        {
            return Never;
        }

        // The last alone tells the latest value and the days since.
        if (measure.Aggregation is SignalAggregation.Latest or SignalAggregation.Age)
        {
            return Last(series, end) is { } last ? Add(last, length) : Never;
        }

        var filter = series.People.Filter(measure);
        var behind = series.FirstAfter(end);
        for (var i = series.FirstAfter(measure.StartOf(end), behind); i < behind; i++)
        {
            if (Counts(series, i, filter))
            {
                return Add(series.Occurred[i], length);
            }
        }

        return Never;
    }

    private bool Counts(in SignalSeries series, int place, OriginFilter filter) =>
        series.RecordedAt(place) <= recordedBy
        && (!measure.NeedsValues || (series.Values.Length > 0 && !double.IsNaN(series.Values[place])))
        && (!measure.IsFiltered || filter.Has(series.People.All[series.Origins[place]]) != 0);

    private static long Add(long occurred, long length) => occurred <= Never - length ? occurred + length : Never;
}
