using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerSuccess.Health;

/// <summary>Eight rows at a time. Every operation has the bits of its scalar counterpart; there is no fused multiply-add.</summary>
internal static class Lanes
{
    public const int Count = 8;

    /// <summary>True where the processor has eight doubles in a register and looks tables up in one step.</summary>
    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;
    }

    /// <summary>Asks for the same place of the column's next block, which is read only after all other columns' share of this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch(ref double column, nuint row) =>
        // A pointer, not a reference: beyond the end of the column there may be nothing that a reference may point to.
        Sse.Prefetch1((double*)Unsafe.AsPointer(ref column) + row + ColumnRun.BlockRows);

    /// <summary>
    /// The smaller of two, the second where the first is NaN. The instruction is named here, with its exact meaning, because
    /// the portable one pays five instructions for zeros of different sign, which curves never give, and for NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AtMost(Vector512<double> x, Vector512<double> high) => Avx512F.Min(x, high);

    /// <summary>The larger of two, the second where the first is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AtLeast(Vector512<double> x, Vector512<double> low) => Avx512F.Max(x, low);

    /// <summary>True where x is a number: not NaN and not infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> IsNumber(Vector512<double> x) =>
        Vector512.LessThanOrEqual(Vector512.Abs(x), Vector512.Create(double.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Clamp(Vector512<double> x, Vector512<double> low, Vector512<double> high) => AtMost(AtLeast(x, low), high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LookUp(Vector512<double> table, Vector512<long> index) => Avx512F.PermuteVar8x64(table, index);

    /// <summary>One more where x has reached the edge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Reached(Vector512<long> before, Vector512<double> x, Vector512<double> edge) =>
        Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, edge).AsInt64(), before + Vector512<long>.One, before);

    /// <summary>A table of up to eight numbers, padded with the last.</summary>
    public static Vector512<double> Table(ReadOnlySpan<double> numbers)
    {
        Span<double> padded = stackalloc double[Count];
        for (var i = 0; i < Count; i++)
        {
            padded[i] = numbers[Math.Min(i, numbers.Length - 1)];
        }

        return Vector512.Create<double>(padded);
    }
}
