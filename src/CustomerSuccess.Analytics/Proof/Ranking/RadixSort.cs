namespace CustomerSuccess.Proof;

/// <summary>Sorts whole numbers digit by digit, the lowest digit first: as many passes as there are digits, and no comparisons.</summary>
internal static class RadixSort
{
    private const int DigitBits = 10;
    private const int Digits = 1 << DigitBits;

    /// <summary>Below this the counts cost more than comparisons do.</summary>
    private const int WorthCounting = 4 * Digits;

    /// <summary>Sorts <paramref name="keys"/>, of which only the lowest <paramref name="bits"/> bits differ.</summary>
    /// <param name="keys">The numbers.</param>
    /// <param name="scratch">As much room again; its content is lost.</param>
    /// <param name="bits">0 to 64.</param>
    public static void Sort(Span<ulong> keys, Span<ulong> scratch, int bits)
    {
        if (keys.Length < WorthCounting)
        {
            keys.Sort();
            return;
        }

        var from = keys;
        var to = scratch[..keys.Length];
        Span<int> starts = stackalloc int[Digits];
        var turned = false;
        for (var shift = 0; shift < bits; shift += DigitBits)
        {
            Count(from, shift, starts);
            foreach (var key in from)
            {
                to[starts[(int)(key >> shift) & (Digits - 1)]++] = key;
            }

            var sorted = to;
            to = from;
            from = sorted;
            turned = !turned;
        }

        if (turned)
        {
            from.CopyTo(keys);
        }
    }

    private static void Count(ReadOnlySpan<ulong> keys, int shift, Span<int> starts)
    {
        starts.Clear();
        foreach (var key in keys)
        {
            starts[(int)(key >> shift) & (Digits - 1)]++;
        }

        var start = 0;
        foreach (ref var count in starts)
        {
            (count, start) = (start, start + count);
        }
    }
}
