using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerSuccess.Health;

/// <summary>
/// The end of one weighted mean in a single pass: value, band and level, and the lines from weight × value to points. Large
/// outputs are written past the caches: nobody reads them before they would have been evicted, and a line of cache that is
/// overwritten whole need not be fetched first.
/// </summary>
internal static class FinishStage
{
    /// <summary>Outputs from this many rows on are written past the caches.</summary>
    public const int ManyRows = 1 << 18;

    public static unsafe void Values(HealthBands bands, double[] thresholds, ReadOnlySpan<double> sum, ReadOnlySpan<double> weight, Span<double> values, Span<sbyte> into, bool many)
    {
        fixed (double* sums = sum, weights = weight, to = values)
        fixed (sbyte* levels = into)
        {
            var (first, last) = Lanes.IsSupported ? Aligned(to, values.Length) : (values.Length, values.Length);
            var (zero, hundred, none) = (Vector512<double>.Zero, Vector512.Create(100d), Vector512.Create(double.NaN));
            for (var r = first; r < last; r += Lanes.Count)
            {
                var total = Vector512.Load(weights + r);
                var known = Vector512.GreaterThan(total, zero);
                var value = Vector512.ConditionalSelect(known, Lanes.Clamp(Vector512.Load(sums + r) / total, zero, hundred), none);
                Store(value, to + r, many);
                if (levels != null)
                {
                    var level = Vector512<long>.Zero;
                    foreach (var threshold in thresholds)
                    {
                        level = Lanes.Reached(level, value, Vector512.Create(threshold));
                    }

                    level |= ~Vector512.GreaterThan(total, zero).AsInt64();
                    Unsafe.WriteUnaligned(levels + r, Avx512F.ConvertToVector128SByte(level).AsInt64().ToScalar());
                }
            }

            for (var r = first > 0 ? 0 : last; r < values.Length; r = r + 1 == first ? last : r + 1)
            {
                to[r] = weights[r] > 0 ? ScalarMath.Clamp(sums[r] / weights[r], 0, 100) : double.NaN;
                if (levels != null)
                {
                    levels[r] = (sbyte)bands.LevelOf(to[r]);
                }
            }
        }
    }

    /// <summary>From weight × value to points; 0 where there is no score.</summary>
    public static unsafe void Points(ReadOnlySpan<double> product, ReadOnlySpan<double> weight, Span<double> line, bool many)
    {
        fixed (double* products = product, weights = weight, to = line)
        {
            var (first, last) = Lanes.IsSupported ? Aligned(to, line.Length) : (line.Length, line.Length);
            for (var r = first; r < last; r += Lanes.Count)
            {
                var total = Vector512.Load(weights + r);
                var points = Vector512.ConditionalSelect(Vector512.GreaterThan(total, Vector512<double>.Zero), Vector512.Load(products + r) / total, Vector512<double>.Zero);
                Store(points, to + r, many);
            }

            for (var r = first > 0 ? 0 : last; r < line.Length; r = r + 1 == first ? last : r + 1)
            {
                to[r] = weights[r] > 0 ? products[r] / weights[r] : 0;
            }
        }
    }

    // The rows whose places are whole lines of cache.
    private static unsafe (int First, int Last) Aligned(double* to, int rows)
    {
        var first = (int)Math.Min(rows, (nint)((64 - ((nuint)to & 63)) & 63) / sizeof(double));
        return (first, first + ((rows - first) & ~(Lanes.Count - 1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Store(Vector512<double> vector, double* to, bool many)
    {
        if (many)
        {
            vector.StoreAlignedNonTemporal(to);
        }
        else
        {
            vector.Store(to);
        }
    }
}
