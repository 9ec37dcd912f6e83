using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerSuccess.Expressions;

/// <summary>Answers of a block, 64 rows a word.</summary>
internal static class BlockBits
{
    /// <summary>A bit for each row that a word of a block has.</summary>
    public static ulong Rows(int count, int word) => count - (word * 64) is < 64 and var rest ? (1UL << rest) - 1 : ulong.MaxValue;

    /// <summary>The first row whose bit is set in a word that is not 0, whose bit is taken out.</summary>
    public static int Next(ref ulong word)
    {
        var row = BitOperations.TrailingZeroCount(word);
        word &= word - 1;
        return row;
    }

    /// <summary>Adds what others have.</summary>
    public static void Add(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        ref var first = ref MemoryMarshal.GetReference(bits);
        ref var second = ref MemoryMarshal.GetReference(others[..bits.Length]);
        var i = 0;
        for (; i + Vector<ulong>.Count <= bits.Length; i += Vector<ulong>.Count)
        {
            (Vector.LoadUnsafe(ref first, (nuint)i) | Vector.LoadUnsafe(ref second, (nuint)i)).StoreUnsafe(ref first, (nuint)i);
        }

        for (; i < bits.Length; i++)
        {
            Unsafe.Add(ref first, i) |= Unsafe.Add(ref second, i);
        }
    }

    /// <summary>
    /// Joins two answers of three: it holds, it is not known, or neither. And holds where both do, and is not known where none of
    /// both is neither and one is not known; or dually.
    /// </summary>
    public static void Join(bool isAnd, BlockAnswer answer, BlockAnswer other)
    {
        if (isAnd)
        {
            Join<Both>(answer, other);
        }
        else
        {
            Join<Either>(answer, other);
        }
    }

    private static void Join<TLogic>(BlockAnswer answer, BlockAnswer other)
        where TLogic : struct, ILogic
    {
        var length = answer.Holds.Length;
        ref var a = ref MemoryMarshal.GetReference(answer.Holds);
        ref var b = ref MemoryMarshal.GetReference(other.Holds[..length]);
        ref var unknownA = ref MemoryMarshal.GetReference(answer.Unknown[..length]);
        ref var unknownB = ref MemoryMarshal.GetReference(other.Unknown[..length]);
        var i = 0;
        for (; i + Vector<ulong>.Count <= length; i += Vector<ulong>.Count)
        {
            var (holds, unknown) = TLogic.Of(Vector.LoadUnsafe(ref a, (nuint)i), Vector.LoadUnsafe(ref unknownA, (nuint)i), Vector.LoadUnsafe(ref b, (nuint)i), Vector.LoadUnsafe(ref unknownB, (nuint)i));
            holds.StoreUnsafe(ref a, (nuint)i);
            unknown.StoreUnsafe(ref unknownA, (nuint)i);
        }

        for (; i < length; i++)
        {
            var (holds, unknown) = TLogic.Of(new(Unsafe.Add(ref a, i)), new(Unsafe.Add(ref unknownA, i)), new(Unsafe.Add(ref b, i)), new(Unsafe.Add(ref unknownB, i)));
            (Unsafe.Add(ref a, i), Unsafe.Add(ref unknownA, i)) = (holds[0], unknown[0]);
        }
    }

    private interface ILogic
    {
        static abstract (Vector<ulong> Holds, Vector<ulong> Unknown) Of(Vector<ulong> a, Vector<ulong> unknownA, Vector<ulong> b, Vector<ulong> unknownB);
    }

    private readonly struct Both : ILogic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static (Vector<ulong> Holds, Vector<ulong> Unknown) Of(Vector<ulong> a, Vector<ulong> unknownA, Vector<ulong> b, Vector<ulong> unknownB) =>
            (a & b, (unknownA | unknownB) & (unknownA | a) & (unknownB | b));
    }

    private readonly struct Either : ILogic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static (Vector<ulong> Holds, Vector<ulong> Unknown) Of(Vector<ulong> a, Vector<ulong> unknownA, Vector<ulong> b, Vector<ulong> unknownB) =>
            (a | b, Vector.AndNot(unknownA | unknownB, a | b));
    }
}
