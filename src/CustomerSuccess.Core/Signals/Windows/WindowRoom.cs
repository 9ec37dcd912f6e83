using System.Runtime.CompilerServices;

namespace CustomerSuccess.Signals;

/// <summary>
/// Room to pick signals out of windows, used again and again. Everything is written and only what counts is stepped over:
/// no branch, for none could be foretold. Not safe to use from several threads.
/// </summary>
internal sealed class WindowRoom
{
    private PackedOrigin[] _origins = [];
    private Columns _known = new(0);
    private Columns _selected = new(0);

    /// <summary>The signals of a range that are known at an instant. They stand until the next are asked for.</summary>
    /// <param name="series">The series.</param>
    /// <param name="range">The range.</param>
    /// <param name="knownAt">The instant, UTC ticks.</param>
    /// <param name="withOrigins">Whether anyone asks for origins.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public WindowSignals Known(in SignalSeries series, in SignalRange range, long knownAt, bool withOrigins)
    {
        var count = range.Behind - range.First;
        if (!range.AllKnown)
        {
            return Known(series, range.First, count, knownAt);
        }

        var origins = withOrigins ? Origins(series, range.First, count) : default;
        return series.Values is { IsEmpty: false } values
            ? new(series.Occurred.Slice(range.First, count), values.Slice(range.First, count), origins)
            : new(series.Occurred.Slice(range.First, count), default, origins);
    }

    /// <summary>Those of known signals that a measure asks for. They stand until the next are asked for.</summary>
    /// <param name="known">The known signals.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="filter">Which origins it asks for; read only where it is filtered.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public WindowSignals Select(in WindowSignals known, CompiledMeasure measure, in OriginFilter filter)
    {
        Reserve(ref _selected, known.Occurred.Length);
        if (!measure.IsFiltered)
        {
            return Valued(known.Occurred, known.Values);
        }

        var places = _selected.Places.AsSpan(0, PlacesOf(known.Origins, filter, _selected.Places));
        return measure.NeedsValues ? Valued(known, places) : Picked(known, places);
    }

    private ReadOnlySpan<PackedOrigin> Origins(in SignalSeries series, int first, int count)
    {
        if (_origins.Length < count)
        {
            _origins = new PackedOrigin[RoomFor(count)];
        }

        var origins = _origins.AsSpan(0, count);
        series.Origins.Read(first, series.People, origins);
        return origins;
    }

    private WindowSignals Known(in SignalSeries series, int first, int length, long knownAt)
    {
        Reserve(ref _known, length);
        var (room, values, count) = (_known, series.Values.Length > 0, 0);
        var origins = Origins(series, first, length);
        for (var i = 0; i < length; i++)
        {
            room.Occurred[count] = series.Occurred[first + i];
            room.Values[count] = values ? series.Values[first + i] : double.NaN;
            room.Origins[count] = origins[i];
            count += series.RecordedAt(first + i) <= knownAt ? 1 : 0;
        }

        return new(room.Occurred.AsSpan(0, count), room.Values.AsSpan(0, count), room.Origins.AsSpan(0, count));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WindowSignals Valued(ReadOnlySpan<long> fromOccurred, ReadOnlySpan<double> from)
    {
        var (count, total) = (0, 0d);
        var values = _selected.Values.AsSpan(0, from.Length);
        var occurred = _selected.Occurred.AsSpan(0, from.Length);
        for (var i = 0; i < from.Length; i++)
        {
            var isValue = IsValue(from[i]);
            occurred[count] = fromOccurred[i];
            values[count] = from[i];
            total += OrZero(from[i], isValue);
            count += isValue;
        }

        return new(occurred[..count], values[..count], default, total);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WindowSignals Valued(scoped in WindowSignals known, ReadOnlySpan<int> places)
    {
        var (occurred, values, count, total) = (_selected.Occurred, _selected.Values, 0, 0d);
        foreach (var place in known.Values.IsEmpty ? default : places)
        {
            var isValue = IsValue(known.Values[place]);
            occurred[count] = known.Occurred[place];
            values[count] = known.Values[place];
            total += OrZero(known.Values[place], isValue);
            count += isValue;
        }

        return new(occurred.AsSpan(0, count), values.AsSpan(0, count), default, total);
    }

    private WindowSignals Picked(scoped in WindowSignals known, ReadOnlySpan<int> places)
    {
        var occurred = _selected.Occurred;
        for (var i = 0; i < places.Length; i++)
        {
            occurred[i] = known.Occurred[places[i]];
        }

        return new(occurred.AsSpan(0, places.Length), default, default);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int PlacesOf(ReadOnlySpan<PackedOrigin> origins, OriginFilter filter, Span<int> places)
    {
        var count = 0;
        for (var i = 0; i < origins.Length; i++)
        {
            places[count] = i;
            count += filter.Has(origins[i]);
        }

        return count;
    }

    // 1 for a number, 0 for NaN, which is larger than an infinity when its bits are read as a whole number.
    private static int IsValue(double value)
    {
        const long AboveInfinity = 0x7FF0_0000_0000_0001;
        return (int)((ulong)((BitConverter.DoubleToInt64Bits(value) & long.MaxValue) - AboveInfinity) >> 63);
    }

    // What has no value adds 0, which changes no sum that began with 0.
    private static double OrZero(double value, int isValue) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & -isValue);

    private static int RoomFor(int count) => Math.Max(64, count + (count / 2));

    private static void Reserve(ref Columns columns, int count)
    {
        if (columns.Occurred.Length < count)
        {
            columns = new(RoomFor(count));
        }
    }

    private sealed class Columns(int size)
    {
        public long[] Occurred { get; } = new long[size];

        public double[] Values { get; } = new double[size];

        public PackedOrigin[] Origins { get; } = new PackedOrigin[size];

        /// <summary>Which of the known signals are picked.</summary>
        public int[] Places { get; } = new int[size];
    }
}
