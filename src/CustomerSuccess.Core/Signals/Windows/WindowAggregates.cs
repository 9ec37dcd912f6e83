namespace CustomerSuccess.Signals;

/// <summary>Computes over the signals that a window selected, in their order. A NaN among the values is a signal without one.</summary>
internal static class WindowAggregates
{
    public static WindowValue Sum(ReadOnlySpan<double> values)
    {
        var sum = 0d;
        foreach (var value in values)
        {
            // A sum of nothing is 0; a signal without a value adds nothing.
            sum += double.IsNaN(value) ? 0 : value;
        }

        return WindowValue.Of(sum);
    }

    public static WindowValue Mean(ReadOnlySpan<double> values)
    {
        var (sum, count) = (0d, 0);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }

        return count == 0 ? WindowValue.Nothing : WindowValue.Of(sum / count);
    }

    public static WindowValue Minimum(ReadOnlySpan<double> values)
    {
        var least = double.PositiveInfinity;
        foreach (var value in values)
        {
            least = value < least ? value : least;
        }

        return double.IsPositiveInfinity(least) ? WindowValue.Nothing : WindowValue.Of(least);
    }

    public static WindowValue Maximum(ReadOnlySpan<double> values)
    {
        var most = double.NegativeInfinity;
        foreach (var value in values)
        {
            most = value > most ? value : most;
        }

        return double.IsNegativeInfinity(most) ? WindowValue.Nothing : WindowValue.Of(most);
    }

    public static WindowValue Latest(ReadOnlySpan<double> values)
    {
        for (var i = values.Length - 1; i >= 0; i--)
        {
            if (!double.IsNaN(values[i]))
            {
                return WindowValue.Of(values[i]);
            }
        }

        return WindowValue.Nothing;
    }

    public static WindowValue Age(ReadOnlySpan<long> occurred, long end) =>
        occurred.IsEmpty ? WindowValue.Nothing : WindowValue.Of((end - occurred[^1]) / (double)TimeSpan.TicksPerDay);

    public static int DistinctActors(ReadOnlySpan<int> origins, OriginView people)
    {
        const int OnStack = 64;
        var words = (people.Count + 63) / 64;
        Span<ulong> seen = words <= OnStack ? stackalloc ulong[words] : new ulong[words];
        var count = 0;
        foreach (var origin in origins)
        {
            var actor = people.ActorOf(origin);
            if (actor >= 0 && (seen[actor >> 6] >> (actor & 63) & 1) == 0)
            {
                seen[actor >> 6] |= 1UL << (actor & 63);
                count++;
            }
        }

        return count;
    }

    /// <summary>Least squares around the means: Σ(x − x̄)(y − ȳ) ÷ Σ(x − x̄)², x in days since the first.</summary>
    public static WindowValue Slope(ReadOnlySpan<long> occurred, ReadOnlySpan<double> values)
    {
        var (first, last, count, meanX, meanY) = (-1, 0, 0, 0d, 0d);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                first = first < 0 ? i : first;
                (last, count) = (i, count + 1);
                meanX += Days(occurred[i] - occurred[first]);
                meanY += values[i];
            }
        }

        if (count == 0 || occurred[first] == occurred[last])
        {
            return WindowValue.Nothing;
        }

        (meanX, meanY) = (meanX / count, meanY / count);
        var (along, across) = (0d, 0d);
        for (var i = first; i <= last; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                var x = Days(occurred[i] - occurred[first]) - meanX;
                along += x * x;
                across += x * (values[i] - meanY);
            }
        }

        return WindowValue.Of(across / along);
    }

    private static double Days(long ticks) => ticks / (double)TimeSpan.TicksPerDay;
}
