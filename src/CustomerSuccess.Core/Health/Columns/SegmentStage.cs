using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerSuccess.Health;

/// <summary>From segment codes to rows of the weight tables.</summary>
internal static class SegmentStage
{
    public static void Run(ReadOnlySpan<byte> codes, int segments, Span<long> weightRow)
    {
        var done = 0;
        if (Lanes.IsSupported)
        {
            done = codes.Length & ~(Lanes.Count - 1);
            var general = Vector512.Create((long)segments);
            ref var from = ref MemoryMarshal.GetReference(codes);
            ref var to = ref MemoryMarshal.GetReference(weightRow);
            for (nuint r = 0; r < (nuint)done; r += Lanes.Count)
            {
                var eight = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, r))).AsByte();
                Vector512.Min(Avx512F.ConvertToVector512Int64(eight), general).StoreUnsafe(ref to, r);
            }
        }

        for (var r = done; r < codes.Length; r++)
        {
            weightRow[r] = Math.Min((long)codes[r], segments);
        }
    }
}
