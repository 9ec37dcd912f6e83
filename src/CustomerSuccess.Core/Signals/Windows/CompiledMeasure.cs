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
        Offsets = measure.Zone is null ? null : ZoneOffsets.Of(measure.Zone);
    }

    public SignalMeasure Measure { get; }

    /// <summary>The window's length in ticks; null for everything.</summary>
    public long? Length { get; }

    public bool IsFiltered { get; }

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

    private static string Text(DateTimeOffset instant) => NumberText.Instant(instant);
}
