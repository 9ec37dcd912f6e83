using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerSuccess.Expressions;

/// <summary>The inner loops over a block: 8 or 4 numbers at a time where the processor can, with the same answers one by one.</summary>
internal static class BlockKernels
{
    private const int RowsAWord = 64;

    /// <summary>Which numbers are not finite, a bit each.</summary>
    public static void NotFinite(ReadOnlySpan<double> numbers, Span<ulong> unknown) =>
        Compare<IsBeyond, Stored, Same>(new(numbers), new(double.MaxValue), numbers.Length, [], unknown);

    /// <summary>Compares row by row, a bit each; what is beyond the last row of a word is 0, and so are the rows that are not known, where such are given.</summary>
    public static void Compare<TComparison, TLeft, TRight>(TLeft left, TRight right, int rows, ReadOnlySpan<ulong> unknown, Span<ulong> holds)
        where TComparison : struct, IDoubleComparison
        where TLeft : struct, IBlockOperand, allows ref struct
        where TRight : struct, IBlockOperand, allows ref struct
    {
        var start = 0;
        for (var word = 0; word < holds.Length; word++, start += RowsAWord)
        {
            var met = start + RowsAWord <= rows
                ? Word<TComparison, TLeft, TRight>(left, right, start)
                : Rest<TComparison, TLeft, TRight>(left, right, start, rows - start);
            holds[word] = unknown.IsEmpty ? met : met & ~unknown[word];
        }
    }

    /// <summary>Computes row by row. The result may be where an operand is.</summary>
    public static void Compute<TOperation, TLeft, TRight>(TLeft left, TRight right, Span<double> result)
        where TOperation : struct, IDoubleOperation
        where TLeft : struct, IBlockOperand, allows ref struct
        where TRight : struct, IBlockOperand, allows ref struct
    {
        ref var first = ref MemoryMarshal.GetReference(result);
        var i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + Vector512<double>.Count <= result.Length; i += Vector512<double>.Count)
            {
                TOperation.Of(left.EightAt(i), right.EightAt(i)).StoreUnsafe(ref first, (nuint)i);
            }
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            for (; i + Vector256<double>.Count <= result.Length; i += Vector256<double>.Count)
            {
                TOperation.Of(left.FourAt(i), right.FourAt(i)).StoreUnsafe(ref first, (nuint)i);
            }
        }

        for (; i < result.Length; i++)
        {
            Unsafe.Add(ref first, i) = TOperation.Of(left.At(i), right.At(i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word<TComparison, TLeft, TRight>(TLeft left, TRight right, nint start)
        where TComparison : struct, IDoubleComparison
        where TLeft : struct, IBlockOperand, allows ref struct
        where TRight : struct, IBlockOperand, allows ref struct
    {
        var met = 0UL;
        if (Vector512.IsHardwareAccelerated)
        {
            for (var i = 0; i < RowsAWord; i += Vector512<double>.Count)
            {
                met |= TComparison.Of(left.EightAt(start + i), right.EightAt(start + i)).ExtractMostSignificantBits() << i;
            }
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            met = Sixteen<TComparison, TLeft, TRight>(left, right, start)
                | (Sixteen<TComparison, TLeft, TRight>(left, right, start + 16) << 16)
                | (Sixteen<TComparison, TLeft, TRight>(left, right, start + 32) << 32)
                | (Sixteen<TComparison, TLeft, TRight>(left, right, start + 48) << 48);
        }
        else
        {
            met = Rest<TComparison, TLeft, TRight>(left, right, start, RowsAWord);
        }

        return met;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Sixteen<TComparison, TLeft, TRight>(TLeft left, TRight right, nint start)
        where TComparison : struct, IDoubleComparison
        where TLeft : struct, IBlockOperand, allows ref struct
        where TRight : struct, IBlockOperand, allows ref struct =>
        TComparison.Of(left.FourAt(start), right.FourAt(start)).ExtractMostSignificantBits()
            | (TComparison.Of(left.FourAt(start + 4), right.FourAt(start + 4)).ExtractMostSignificantBits() << 4)
            | (TComparison.Of(left.FourAt(start + 8), right.FourAt(start + 8)).ExtractMostSignificantBits() << 8)
            | (TComparison.Of(left.FourAt(start + 12), right.FourAt(start + 12)).ExtractMostSignificantBits() << 12);

    private static ulong Rest<TComparison, TLeft, TRight>(TLeft left, TRight right, nint start, int rows)
        where TComparison : struct, IDoubleComparison
        where TLeft : struct, IBlockOperand, allows ref struct
        where TRight : struct, IBlockOperand, allows ref struct
    {
        var met = 0UL;
        for (var i = 0; i < rows; i++)
        {
            met |= (TComparison.Of(left.At(start + i), right.At(start + i)) ? 1UL : 0) << i;
        }

        return met;
    }
}
