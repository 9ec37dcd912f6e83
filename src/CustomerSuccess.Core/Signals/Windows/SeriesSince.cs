namespace CustomerSuccess.Signals;

/// <summary>Since when signals are visible.</summary>
internal static class SeriesSince
{
    /// <summary>When the first visible signal of any name happened, UTC ticks; the largest number where none is visible.</summary>
    public static long Of(NamedSeries[] all, long asOf, long knownAt)
    {
        var first = long.MaxValue;
        foreach (var (_, series) in all)
        {
            var place = FirstVisible(series, asOf, knownAt);
            first = place < 0 ? first : Math.Min(first, series.Occurred[place]);
        }

        return first;
    }

    /// <summary>The place of the first visible signal; −1 where none is.</summary>
    public static int FirstVisible(in SignalSeries series, long asOf, long knownAt)
    {
        for (var i = 0; i < series.Count && series.Occurred[i] <= asOf; i++)
        {
            if (series.RecordedAt(i) <= knownAt)
            {
                return i;
            }
        }

        return -1;
    }
}
