namespace CustomerSuccess.Signals;

/// <summary>When a comparison with the cycle before may next give something else, if nothing new is recorded until then. Pure.</summary>
/// <param name="measure">The measure, with a season.</param>
/// <param name="asOf">The instant, UTC ticks.</param>
/// <param name="knownAt">The instant at which sources are known.</param>
/// <param name="recordedBy">What was recorded later is not there.</param>
internal readonly struct SeasonUntil(CompiledMeasure measure, long asOf, long knownAt, long recordedBy)
{
    /// <summary>The first later instant at which it may be another.</summary>
    /// <param name="series">The signals.</param>
    /// <param name="since">Since when there is such a customer; the largest number where that is not known.</param>
    /// <param name="sinceUntil">When that may next be known otherwise.</param>
    public long After(in SignalSeries series, long since, long sinceUntil)
    {
        var season = measure.Measure.Season!;
        var instant = new DateTimeOffset(asOf, TimeSpan.Zero);
        var steady = Math.Min(season.SteadyUntil(instant)?.Ticks ?? WindowUntil.Never, sinceUntil);
        if (season.OneCycleEarlier(instant) is not { Ticks: var earlier })
        {
            return steady;
        }

        var window = new WindowUntil(measure, knownAt, recordedBy);
        if (measure.Measure.IsRatio)
        {
            steady = Math.Min(steady, window.After(series, asOf));
        }

        if (asOf == DateTime.MaxValue.Ticks || season.OneCycleEarlier(instant.AddTicks(1))?.Ticks == earlier)
        {
            // The earlier window stands still, and may only become known.
            return Math.Min(steady, measure.IsDelayed(earlier, knownAt, out var recovers) ? Moved(recovers - knownAt) : WindowUntil.Never);
        }

        var changes = measure.IsLived(earlier, since) ? window.After(series, earlier) : measure.LivedFrom(since);
        return Math.Min(steady, changes == WindowUntil.Never ? changes : Moved(changes - earlier));
    }

    private long Moved(long by) => by <= WindowUntil.Never - asOf ? asOf + by : WindowUntil.Never;
}
