using System.Runtime.CompilerServices;

namespace CustomerSuccess.Signals;

/// <summary>Computes over the signals that a window selected, in their order. All values are there: signals without one were left out.</summary>
internal static class WindowAggregates
{
    private const int Bits = 64;

    public static WindowValue Minimum(ReadOnlySpan<double> values)
    {
        var least = double.PositiveInfinity;
        foreach (var value in values)
        {
            least = value < least ? value : least;
        }

        return values.IsEmpty ? WindowValue.Nothing : WindowValue.Of(least);
    }

    public static WindowValue Maximum(ReadOnlySpan<double> values)
    {
        var most = double.NegativeInfinity;
        foreach (var value in values)
        {
            most = value > most ? value : most;
        }

        return values.IsEmpty ? WindowValue.Nothing : WindowValue.Of(most);
    }

    /// <summary>How many different actors there are among origins that are asked for.</summary>
    /// <param name="origins">The origins.</param>
    /// <param name="filter">Which are asked for.</param>
    /// <param name="actors">How many actors the customer has.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int DistinctActors(ReadOnlySpan<PackedOrigin> origins, OriginFilter filter, int actors)
    {
        if (actors >= Bits)
        {
            const int OnStack = 64;
            var words = (actors / Bits) + 1;
            return Count(origins, filter, words <= OnStack ? stackalloc ulong[words] : new ulong[words]);
        }

        // A bit for each actor, and the highest for nobody, who is not counted.
        var few = 0UL;
        foreach (var origin in origins)
        {
            few |= (ulong)filter.Has(origin) << (origin.Actor & (Bits - 1));
        }

        return (int)ulong.PopCount(few << 1);
    }

    /// <summary>Least squares around the means: Σ(x − x̄)(y − ȳ) ÷ Σ(x − x̄)², x in days since the first.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static WindowValue Slope(in WindowSignals signals)
    {
        var occurred = signals.Occurred;
        if (occurred.IsEmpty || occurred[0] == occurred[^1])
        {
            return WindowValue.Nothing;
        }

        var (first, meanX) = (occurred[0], 0d);
        foreach (var instant in occurred)
        {
            meanX += Days(instant - first);
        }

        meanX /= occurred.Length;
        var values = signals.Values[..occurred.Length];
        var (meanY, along, across) = (signals.Total / values.Length, 0d, 0d);
        for (var i = 0; i < occurred.Length; i++)
        {
            var x = Days(occurred[i] - first) - meanX;
            along += x * x;
            across += x * (values[i] - meanY);
        }

        return WindowValue.Of(across / along);
    }

    public static double Days(long ticks) => ticks / (double)TimeSpan.TicksPerDay;

    private static int Count(ReadOnlySpan<PackedOrigin> origins, OriginFilter filter, Span<ulong> seen)
    {
        var count = 0;
        foreach (var origin in origins)
        {
            if (origin.Actor is >= 0 and var actor && filter.Has(origin) != 0 && (seen[actor / Bits] >> (actor % Bits) & 1) == 0)
            {
                seen[actor / Bits] |= 1UL << (actor % Bits);
                count++;
            }
        }

        return count;
    }
}
