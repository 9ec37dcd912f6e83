namespace CustomerSuccess.Signals;

/// <summary>Reads measures from series. Pure; safe to use from several threads.</summary>
internal static class WindowReader
{
    /// <summary>Reads a measure as of an instant.</summary>
    /// <param name="series">The signals.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="asOf">The instant, UTC ticks.</param>
    /// <param name="knownAt">The instant at which it is known, UTC ticks.</param>
    /// <param name="since">Since when there is such a customer, UTC ticks: what a comparison with a season needs.</param>
    public static WindowValue Read(in SignalSeries series, CompiledMeasure measure, long asOf, long knownAt, long since)
    {
        if (measure.Measure.Season is not { } season)
        {
            return ReadAt(series, measure, asOf, knownAt);
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
            return ReadAt(series, measure, earlier, knownAt);
        }

        var (now, then) = (ReadAt(series, measure, asOf, knownAt), ReadAt(series, measure, earlier, knownAt));
        return now.State != WindowState.Known ? now
            : then.State != WindowState.Known ? then
            : then.Number == 0 ? WindowValue.NothingToDivideBy
            : WindowValue.Of(now.Number / then.Number);
    }

    private static WindowValue ReadAt(in SignalSeries series, CompiledMeasure measure, long end, long knownAt) =>
        measure.Covers(end, knownAt) ? ReadCovered(series, measure, end, knownAt) : WindowValue.Incomplete;

    /// <summary>Reads the window that ends at an instant, where its source is complete.</summary>
    public static WindowValue ReadCovered(in SignalSeries series, CompiledMeasure measure, long end, long knownAt)
    {
        var first = measure.Length is null ? 0 : series.FirstAfter(measure.StartOf(end));
        var behind = series.FirstAfter(series.Recorded is null ? Math.Min(end, knownAt) : end);
        return Read(series, measure, first, behind, end, knownAt);
    }

    /// <summary>Reads the signals from one place up to another, of which those count that are known and that the measure asks for.</summary>
    public static WindowValue Read(in SignalSeries series, CompiledMeasure measure, int first, int behind, long end, long knownAt)
    {
        if (measure.IsFiltered || (series.Recorded is not null && series.LastRecorded > knownAt))
        {
            return WindowSelection.Read(series, measure, first, behind, end, knownAt);
        }

        var count = Math.Max(0, behind - first);
        return Aggregate(
            measure,
            series.Occurred.AsSpan(first, count),
            series.Values is null ? default : series.Values.AsSpan(first, count),
            series.Origins is null ? default : series.Origins.AsSpan(first, count),
            series.People,
            end);
    }

    /// <summary>Computes over signals that all count. Values and origins that are left out are none.</summary>
    public static WindowValue Aggregate(CompiledMeasure measure, ReadOnlySpan<long> occurred, ReadOnlySpan<double> values, ReadOnlySpan<int> origins, OriginView people, long end) =>
        measure.Measure.Aggregation switch
        {
            SignalAggregation.Count => new(occurred.Length, WindowState.Known),
            SignalAggregation.Sum => WindowAggregates.Sum(values),
            SignalAggregation.Mean => WindowAggregates.Mean(values),
            SignalAggregation.Minimum => WindowAggregates.Minimum(values),
            SignalAggregation.Maximum => WindowAggregates.Maximum(values),
            SignalAggregation.DistinctActors => new(WindowAggregates.DistinctActors(origins, people), WindowState.Known),
            SignalAggregation.ActiveDays => new(measure.Offsets!.DaysOf(occurred), WindowState.Known),
            SignalAggregation.Latest => WindowAggregates.Latest(values),
            SignalAggregation.Age => WindowAggregates.Age(occurred, end),
            SignalAggregation.Slope => WindowAggregates.Slope(occurred, values),
            var other => throw new InvalidOperationException($"There is no aggregation {other}."),
        };
}
