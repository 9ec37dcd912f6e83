using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerSuccess.Expressions;

/// <summary>The inner loops over a block: 8 or 4 numbers at a time where the processor can, with the same answers one by one.</summary>
internal static class BlockKernels
{
    private const int RowsAWord = 64;

    /// <summary>Which numbers are not finite, a bit each.</summary>
    public static void NotFinite(ReadOnlySpan<double> numbers, Span<ulong> unknown)
    {
        ref var first = ref MemoryMarshal.GetReference(numbers);
        var whole = numbers.Length / RowsAWord;
        for (var word = 0; word < whole; word++)
        {
            ref var at = ref Unsafe.Add(ref first, word * RowsAWord);
            var finite = 0UL;
            if (Vector512.IsHardwareAccelerated)
            {
                for (var i = 0; i < RowsAWord; i += Vector512<double>.Count)
                {
                    finite |= Finite(Vector512.LoadUnsafe(ref at, (nuint)i)) << i;
                }
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                for (var i = 0; i < RowsAWord; i += Vector256<double>.Count)
                {
                    finite |= Finite(Vector256.LoadUnsafe(ref at, (nuint)i)) << i;
                }
            }
            else
            {
                for (var i = 0; i < RowsAWord; i++)
                {
                    finite |= (double.IsFinite(Unsafe.Add(ref at, i)) ? 1UL : 0) << i;
                }
            }

            unknown[word] = ~finite;
        }

        var rest = 0UL;
        for (var i = whole * RowsAWord; i < numbers.Length; i++)
        {
            rest |= (double.IsFinite(numbers[i]) ? 0 : 1UL) << (i % RowsAWord);
        }

        if (whole < unknown.Length)
        {
            unknown[whole] = rest;
        }
    }

    /// <summary>Compares a column with a constant: where it holds of a number that is known, and which are not known.</summary>
    public static void Compare<TComparison>(ReadOnlySpan<double> column, double constant, Span<ulong> holds, Span<ulong> unknown)
        where TComparison : struct, IDoubleComparison
    {
        ref var first = ref MemoryMarshal.GetReference(column);
        var whole = column.Length / RowsAWord;
        var wide = Vector512.Create(constant);
        var narrow = Vector256.Create(constant);
        for (var word = 0; word < whole; word++)
        {
            ref var at = ref Unsafe.Add(ref first, word * RowsAWord);
            var (met, finite) = (0UL, 0UL);
            if (Vector512.IsHardwareAccelerated)
            {
                for (var i = 0; i < RowsAWord; i += Vector512<double>.Count)
                {
                    var numbers = Vector512.LoadUnsafe(ref at, (nuint)i);
                    met |= TComparison.Of(numbers, wide).ExtractMostSignificantBits() << i;
                    finite |= Finite(numbers) << i;
                }
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                for (var i = 0; i < RowsAWord; i += Vector256<double>.Count)
                {
                    var numbers = Vector256.LoadUnsafe(ref at, (nuint)i);
                    met |= (ulong)TComparison.Of(numbers, narrow).ExtractMostSignificantBits() << i;
                    finite |= Finite(numbers) << i;
                }
            }
            else
            {
                for (var i = 0; i < RowsAWord; i++)
                {
                    met |= (TComparison.Of(Unsafe.Add(ref at, i), constant) ? 1UL : 0) << i;
                    finite |= (double.IsFinite(Unsafe.Add(ref at, i)) ? 1UL : 0) << i;
                }
            }

            holds[word] = met & finite;
            unknown[word] = ~finite;
        }

        var (met2, unknown2) = (0UL, 0UL);
        for (var i = whole * RowsAWord; i < column.Length; i++)
        {
            var finite = double.IsFinite(column[i]);
            met2 |= (finite && TComparison.Of(column[i], constant) ? 1UL : 0) << (i % RowsAWord);
            unknown2 |= (finite ? 0 : 1UL) << (i % RowsAWord);
        }

        if (whole < holds.Length)
        {
            (holds[whole], unknown[whole]) = (met2, unknown2);
        }
    }

    /// <summary>Compares two rows of numbers; which are known is told elsewhere.</summary>
    public static void Compare<TComparison>(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<ulong> holds)
        where TComparison : struct, IDoubleComparison
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        for (var word = 0; word < holds.Length; word++)
        {
            var start = word * RowsAWord;
            var rows = Math.Min(RowsAWord, left.Length - start);
            var (met, i) = (0UL, 0);
            if (Vector512.IsHardwareAccelerated)
            {
                for (; i + Vector512<double>.Count <= rows; i += Vector512<double>.Count)
                {
                    met |= TComparison.Of(Vector512.LoadUnsafe(ref a, (nuint)(start + i)), Vector512.LoadUnsafe(ref b, (nuint)(start + i))).ExtractMostSignificantBits() << i;
                }
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                for (; i + Vector256<double>.Count <= rows; i += Vector256<double>.Count)
                {
                    met |= (ulong)TComparison.Of(Vector256.LoadUnsafe(ref a, (nuint)(start + i)), Vector256.LoadUnsafe(ref b, (nuint)(start + i))).ExtractMostSignificantBits() << i;
                }
            }

            for (; i < rows; i++)
            {
                met |= (TComparison.Of(Unsafe.Add(ref a, start + i), Unsafe.Add(ref b, start + i)) ? 1UL : 0) << i;
            }

            holds[word] = met;
        }
    }

    /// <summary>Computes two rows of numbers into a third.</summary>
    public static void Compute<TOperation>(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result)
        where TOperation : struct, IDoubleOperation
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(result);
        var i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + Vector512<double>.Count <= result.Length; i += Vector512<double>.Count)
            {
                TOperation.Of(Vector512.LoadUnsafe(ref a, (nuint)i), Vector512.LoadUnsafe(ref b, (nuint)i)).StoreUnsafe(ref c, (nuint)i);
            }
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            for (; i + Vector256<double>.Count <= result.Length; i += Vector256<double>.Count)
            {
                TOperation.Of(Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i)).StoreUnsafe(ref c, (nuint)i);
            }
        }

        for (; i < result.Length; i++)
        {
            Unsafe.Add(ref c, i) = TOperation.Of(Unsafe.Add(ref a, i), Unsafe.Add(ref b, i));
        }
    }

    private static ulong Finite(Vector256<double> numbers) =>
        Vector256.LessThanOrEqual(Vector256.Abs(numbers), Vector256.Create(double.MaxValue)).ExtractMostSignificantBits();

    private static ulong Finite(Vector512<double> numbers) =>
        Vector512.LessThanOrEqual(Vector512.Abs(numbers), Vector512.Create(double.MaxValue)).ExtractMostSignificantBits();
}
