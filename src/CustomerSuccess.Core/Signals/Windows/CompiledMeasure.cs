namespace CustomerSuccess.Signals;

/// <summary>A measure made ready to read series with, and from when to when its source is complete. Immutable.</summary>
internal sealed class CompiledMeasure
{
    private readonly SignalCoverage _coverage;

    public CompiledMeasure(SignalMeasure measure, SignalCoverage coverage)
    {
        Measure = measure;
        _coverage = coverage;
        Length = measure.Window?.Ticks;
        IsFiltered = measure.Actor is not null || measure.Product is not null || measure.CausedBy.Count < 3;
        foreach (var cause in measure.CausedBy)
        {
            Causes |= 1 << (int)cause;
        }

        Aggregation = measure.Aggregation;
        NeedsValues = Aggregation is not (SignalAggregation.Count or SignalAggregation.DistinctActors or SignalAggregation.ActiveDays or SignalAggregation.Age);
        ActorHash = measure.Actor is { } actor ? ActorEntry.HashOf(actor) : 0;
        Offsets = measure.Zone is null ? null : ZoneOffsets.Of(measure.Zone);
    }

    public SignalMeasure Measure { get; }

    public SignalAggregation Aggregation { get; }

    /// <summary>Whether actors are counted rather than signals looked at.</summary>
    public bool IsDistinct => Aggregation == SignalAggregation.DistinctActors;

    /// <summary>The window's length in ticks; null for everything.</summary>
    public long? Length { get; }

    public bool IsFiltered { get; }

    /// <summary>Whether only signals with a value have a part in it.</summary>
    public bool NeedsValues { get; }

    /// <summary>Whether every known signal has a part in it.</summary>
    public bool AsksForAll => !IsFiltered && !NeedsValues;

    /// <summary>Whether it matters who caused a signal, or by whom or on what it was.</summary>
    public bool NeedsOrigins => IsFiltered || IsDistinct;

    /// <summary>Who may have caused a signal: a bit for each <see cref="Provenance"/>.</summary>
    public int Causes { get; }

    /// <summary>The hash of the actor asked for.</summary>
    public int ActorHash { get; }

    public ZoneOffsets? Offsets { get; }

    /// <summary>The last instant before a window that ends at an instant: below 0 where the window reaches beyond the year 1.</summary>
    public long StartOf(long end) => Length is { } length && end >= length ? end - length : -1;

    /// <summary>Whether a customer was one during a whole window that ends at an instant; without a window, at that instant.</summary>
    public bool IsLived(long end, long since) => Length is null ? end >= since : StartOf(end) >= since - 1;

    /// <summary>Whether the source is complete over (end − d, end], as known at an instant.</summary>
    public bool Covers(long end, long knownAt) => Gap(end, knownAt) is null;

    /// <summary>What of the window the source does not cover, in words; null where it covers all.</summary>
    public string? Gap(long end, long knownAt)
    {
        var through = _coverage.ThroughAsKnownAt(new DateTimeOffset(knownAt, TimeSpan.Zero));
        if (end > through.Ticks)
        {
            return $"through {Text(through)}";
        }

        // The first instant of the window is one tick after its start.
        return _coverage.From is { } from && from.Ticks > StartOf(end) + 1 ? $"before {Text(from)}" : null;
    }

    /// <summary>
    /// The first end after another at which a window that ends there is covered and was not, or the other way round, where what
    /// is known of the source moves along with the end; the largest number for never.
    /// </summary>
    public long CoverageUntil(long end, long knownAt)
    {
        var through = _coverage.Through?.Ticks ?? long.MaxValue;
        if (IsDelayed(end, knownAt, out _) || end > through)
        {
            return long.MaxValue;
        }

        if (_coverage.From is not { Ticks: var from } || from <= StartOf(end) + 1)
        {
            return through == long.MaxValue ? through : through + 1;
        }

        // The first instant of the window is one tick after its start.
        return Length is { } length && length <= long.MaxValue - from && from + length - 1 <= through ? from + length - 1 : long.MaxValue;
    }

    /// <summary>Whether signals up to an instant may still arrive.</summary>
    /// <param name="end">The instant.</param>
    /// <param name="knownAt">The instant at which it is known.</param>
    /// <param name="recovers">The instant at which they no longer do.</param>
    public bool IsDelayed(long end, long knownAt, out long recovers)
    {
        recovers = end <= long.MaxValue - _coverage.Delay.Ticks ? end + _coverage.Delay.Ticks : long.MaxValue;
        return knownAt < recovers;
    }

    /// <summary>The first end of a window during the whole of which there was such a customer; the largest number where that is not known.</summary>
    public long LivedFrom(long since) => since == long.MaxValue || Length is not { } length ? since
        : length <= long.MaxValue - since ? since - 1 + length
        : long.MaxValue;

    private static string Text(DateTimeOffset instant) => NumberText.Instant(instant);
}
