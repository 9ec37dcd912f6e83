using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerSuccess.Health;

/// <summary>From values to the indices of their bands.</summary>
internal static class BandStage
{
    public static void Levels(HealthBands bands, double[] thresholds, ReadOnlySpan<double> values, Span<sbyte> levels)
    {
        var done = 0;
        if (Lanes.IsSupported)
        {
            done = values.Length & ~(Lanes.Count - 1);
            ref var from = ref MemoryMarshal.GetReference(values);
            ref var to = ref MemoryMarshal.GetReference(levels);
            for (nuint r = 0; r < (nuint)done; r += Lanes.Count)
            {
                var value = Vector512.LoadUnsafe(ref from, r);
                var level = Vector512<long>.Zero;
                foreach (var threshold in thresholds)
                {
                    level = Lanes.Reached(level, value, Vector512.Create(threshold));
                }

                // NaN has reached no threshold; it has no band.
                level |= ~Vector512.Equals(value, value).AsInt64();
                Unsafe.WriteUnaligned(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref to, r)), Avx512F.ConvertToVector128SByte(level).AsInt64().ToScalar());
            }
        }

        for (var r = done; r < values.Length; r++)
        {
            levels[r] = (sbyte)bands.LevelOf(values[r]);
        }
    }

    /// <param name="bandIsSet">Where hysteresis does not hold the band back; or empty.</param>
    public static void Bands(HealthBands bands, ReadOnlySpan<double> values, ReadOnlySpan<sbyte> previous, ReadOnlySpan<bool> bandIsSet, Span<sbyte> into)
    {
        for (var r = 0; r < values.Length; r++)
        {
            into[r] = (sbyte)(!bandIsSet.IsEmpty && bandIsSet[r] ? bands.LevelOf(values[r]) : bands.BandOf(values[r], previous[r]));
        }
    }
}
