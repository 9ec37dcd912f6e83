namespace CustomerSuccess.Signals;

/// <summary>Reads measures from series. Pure; safe to use from several threads.</summary>
internal static class WindowReader
{
    [ThreadStatic]
    private static WindowRoom? _room;

    /// <summary>Reads a measure as of an instant.</summary>
    /// <param name="series">The signals.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="asOf">The instant, UTC ticks.</param>
    /// <param name="knownAt">The instant at which it is known, UTC ticks.</param>
    /// <param name="since">Since when there is such a customer, UTC ticks: what a comparison with a season needs.</param>
    /// <param name="recordedBy">What was recorded later is not there: the instant at which it is known, or an earlier one.</param>
    public static WindowValue Read(in SignalSeries series, CompiledMeasure measure, long asOf, long knownAt, long since, long recordedBy)
    {
        if (measure.Measure.Season is not { } season)
        {
            return ReadAt(series, measure, asOf, knownAt, recordedBy);
        }

        if (season.OneCycleEarlier(new DateTimeOffset(asOf, TimeSpan.Zero)) is not { Ticks: var earlier })
        {
            return WindowValue.NoCycle;
        }

        if (!measure.IsLived(earlier, since))
        {
            return WindowValue.NoCycle;
        }

        if (!measure.Measure.IsRatio)
        {
            return ReadAt(series, measure, earlier, knownAt, recordedBy);
        }

        var (now, then) = (ReadAt(series, measure, asOf, knownAt, recordedBy), ReadAt(series, measure, earlier, knownAt, recordedBy));
        return now.State != WindowState.Known ? now
            : then.State != WindowState.Known ? then
            : then.Number == 0 ? WindowValue.NothingToDivideBy
            : WindowValue.Of(now.Number / then.Number);
    }

    private static WindowValue ReadAt(in SignalSeries series, CompiledMeasure measure, long end, long knownAt, long recordedBy) =>
        measure.Covers(end, knownAt) ? ReadCovered(series, measure, end, recordedBy) : WindowValue.Incomplete;

    /// <summary>Reads the window that ends at an instant, where its source is complete.</summary>
    public static WindowValue ReadCovered(in SignalSeries series, CompiledMeasure measure, long end, long knownAt)
    {
        var behind = series.FirstAfter(series.Recorded.AsHappened ? Math.Min(end, knownAt) : end);
        var first = measure.Length is null ? 0 : series.FirstAfter(measure.StartOf(end), behind);
        return Read(series, measure, series.Known(first, behind, knownAt), end, knownAt);
    }

    /// <summary>Reads a range of signals, of which those count that are known and that the measure asks for.</summary>
    public static WindowValue Read(in SignalSeries series, CompiledMeasure measure, in SignalRange range, long end, long knownAt)
    {
        var room = _room ??= new();
        var filter = measure.NeedsOrigins ? series.People.Filter(measure) : default;
        var known = room.Known(series, range, knownAt, measure.NeedsOrigins);
        return measure.IsDistinct
            ? new(WindowAggregates.DistinctActors(known.Origins, filter, series.People.ActorCount), WindowState.Known)
            : Aggregate(measure, measure.AsksForAll ? known : room.Select(known, measure, filter), end);
    }

    /// <summary>Computes over signals that all count.</summary>
    public static WindowValue Aggregate(CompiledMeasure measure, in WindowSignals signals, long end) =>
        measure.Aggregation switch
        {
            SignalAggregation.Count => new(signals.Occurred.Length, WindowState.Known),
            SignalAggregation.Sum => WindowValue.Of(signals.Total),
            SignalAggregation.Mean => signals.Values.IsEmpty ? WindowValue.Nothing : WindowValue.Of(signals.Total / signals.Values.Length),
            SignalAggregation.Minimum => WindowAggregates.Minimum(signals.Values),
            SignalAggregation.Maximum => WindowAggregates.Maximum(signals.Values),
            SignalAggregation.ActiveDays => new(measure.Offsets!.DaysOf(signals.Occurred), WindowState.Known),
            SignalAggregation.Latest => signals.Values.IsEmpty ? WindowValue.Nothing : WindowValue.Of(signals.Values[^1]),
            SignalAggregation.Age => signals.Occurred.IsEmpty ? WindowValue.Nothing : WindowValue.Of(WindowAggregates.Days(end - signals.Occurred[^1])),
            SignalAggregation.Slope => WindowAggregates.Slope(signals),
            var other => throw new InvalidOperationException($"There is no aggregation {other}."),
        };
}
