namespace CustomerSuccess.Signals;

/// <summary>Copies the signals that count out of a series, where not all of a window do.</summary>
internal static class WindowSelection
{
    [ThreadStatic]
    private static Room? _room;

    public static WindowValue Read(in SignalSeries series, CompiledMeasure measure, int first, int behind, long end, long knownAt)
    {
        var room = (_room ??= new Room()).For(behind - first);
        var asked = measure.IsFiltered ? Asked(series.People, measure.Measure) : default;
        var count = 0;
        for (var i = first; i < behind; i++)
        {
            var origin = series.Origins is null ? 0 : series.Origins[i];
            if ((series.Recorded is null || series.Recorded[i] <= knownAt) && (!measure.IsFiltered || asked.Has(origin)))
            {
                room.Occurred[count] = series.Occurred[i];
                room.Values[count] = series.Values is null ? double.NaN : series.Values[i];
                room.Origins[count++] = origin;
            }
        }

        return WindowReader.Aggregate(measure, room.Occurred.AsSpan(0, count), room.Values.AsSpan(0, count), room.Origins.AsSpan(0, count), series.People, end);
    }

    private static AskedOrigins Asked(OriginView people, SignalMeasure measure)
    {
        const int Bits = 64;
        if (people.Count > Bits)
        {
            return new AskedOrigins(0, people, measure);
        }

        var asked = 0UL;
        for (var i = 0; i < people.Count; i++)
        {
            asked |= people[i].Matches(measure) ? 1UL << i : 0;
        }

        return new AskedOrigins(asked, people, null);
    }

    /// <summary>Which origins a measure asks for: a bit each, or, of many, asked one by one.</summary>
    private readonly struct AskedOrigins(ulong bits, OriginView people, SignalMeasure? measure)
    {
        public bool Has(int origin) => measure is null ? (bits >> origin & 1) != 0 : people[origin].Matches(measure);
    }

    private sealed class Room
    {
        public long[] Occurred { get; private set; } = [];

        public double[] Values { get; private set; } = [];

        public int[] Origins { get; private set; } = [];

        public Room For(int count)
        {
            if (Occurred.Length < count)
            {
                var size = Math.Max(64, count + (count / 2));
                (Occurred, Values, Origins) = (new long[size], new double[size], new int[size]);
            }

            return this;
        }
    }
}
