using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerSuccess.Benchmarks.Health;

/// <summary>
/// The least that any columnar scoring must do: read eight columns and the segments, write a number and a byte per
/// customer. It adds the columns up, which costs nothing beside the memory.
/// </summary>
internal static class MemoryLimit
{
    private const int Block = 32;

    public static void Run(ReadOnlySpan<double[]> columns, ReadOnlySpan<byte> segments, Span<double> values, Span<sbyte> bands)
    {
        ref var c0 = ref MemoryMarshal.GetArrayDataReference(columns[0]);
        ref var c1 = ref MemoryMarshal.GetArrayDataReference(columns[1]);
        ref var c2 = ref MemoryMarshal.GetArrayDataReference(columns[2]);
        ref var c3 = ref MemoryMarshal.GetArrayDataReference(columns[3]);
        ref var c4 = ref MemoryMarshal.GetArrayDataReference(columns[4]);
        ref var c5 = ref MemoryMarshal.GetArrayDataReference(columns[5]);
        ref var c6 = ref MemoryMarshal.GetArrayDataReference(columns[6]);
        ref var c7 = ref MemoryMarshal.GetArrayDataReference(columns[7]);
        ref var segment = ref MemoryMarshal.GetReference(segments);
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var band = ref MemoryMarshal.GetReference(bands);
        for (nuint i = 0; i + Block <= (nuint)values.Length; i += Block)
        {
            for (nuint j = i; j < i + Block; j += (nuint)Vector256<double>.Count)
            {
                var sum = Vector256.LoadUnsafe(ref c0, j) + Vector256.LoadUnsafe(ref c1, j)
                    + (Vector256.LoadUnsafe(ref c2, j) + Vector256.LoadUnsafe(ref c3, j))
                    + (Vector256.LoadUnsafe(ref c4, j) + Vector256.LoadUnsafe(ref c5, j))
                    + (Vector256.LoadUnsafe(ref c6, j) + Vector256.LoadUnsafe(ref c7, j));
                sum.StoreUnsafe(ref value, j);
            }

            Vector256.LoadUnsafe(ref segment, i).AsSByte().StoreUnsafe(ref band, i);
        }
    }
}
