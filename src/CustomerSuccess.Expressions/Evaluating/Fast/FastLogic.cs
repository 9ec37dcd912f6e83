using System.Runtime.CompilerServices;

namespace CustomerSuccess.Expressions;

/// <summary>And, or: the answer that decides, and the one that remains where none does.</summary>
internal interface IFastLogic
{
    static abstract Tri Deciding { get; }

    static abstract Tri Otherwise { get; }
}

/// <summary>And: no wins.</summary>
internal readonly struct IsAll : IFastLogic
{
    public static Tri Deciding => Tri.No;

    public static Tri Otherwise => Tri.Yes;
}

/// <summary>Or: yes wins.</summary>
internal readonly struct IsAny : IFastLogic
{
    public static Tri Deciding => Tri.Yes;

    public static Tri Otherwise => Tri.No;
}

/// <summary>And, or of several. Every operand is called from a place of its own, so that processors foresee where each call goes.</summary>
internal static class FastLogic
{
    public static FastTest<T> Of<T>(bool isAnd, FastTest<T>[] operands)
    {
        // Those that are joined come to stand where the first of them stood.
        var count = 1;
        for (var i = 1; i < operands.Length; i++)
        {
            if (Join(operands[count - 1], operands[i], isAnd) is { } one)
            {
                operands[count - 1] = one;
            }
            else
            {
                operands[count++] = operands[i];
            }
        }

        operands = count == operands.Length ? operands : operands[..count];
        return isAnd ? Of<T, IsAll>(operands) : Of<T, IsAny>(operands);
    }

    // One text that is the one or the other constant, or neither: it is read once.
    private static FastTextSet<T>? Join<T>(FastTest<T> left, FastTest<T> right, bool isAnd)
    {
        if (right is not FastTextComparison<T> added || added.IsEqual == isAnd)
        {
            return null;
        }

        return left switch
        {
            FastTextComparison<T> one when one.IsEqual == added.IsEqual && one.Lambda == added.Lambda => new(added.Lambda, [one.Constant, added.Constant], added.IsEqual),
            FastTextSet<T> several when several.IsOneOf == added.IsEqual && several.Lambda == added.Lambda => new(added.Lambda, [.. several.Constants, added.Constant], added.IsEqual),
            _ => null,
        };
    }

    // By threes, and those by threes: a long chain is no depth.
    private static FastTest<T> Of<T, TLogic>(FastTest<T>[] operands)
        where TLogic : struct, IFastLogic => operands switch
        {
            [var one] => one,
            [var first, var second] => new FastPair<T, TLogic>(first, second),
            [var first, var second, var third] => new FastTriple<T, TLogic>(first, second, third),
            _ => Of<T, TLogic>([.. operands.Chunk(3).Select(Of<T, TLogic>)]),
        };
}

/// <summary>And, or of two.</summary>
internal sealed class FastPair<T, TLogic>(FastTest<T> first, FastTest<T> second) : FastTest<T>(first.IsExact && second.IsExact)
    where TLogic : struct, IFastLogic
{
    private readonly FastPart<T> _first = FastPart<T>.Of(first);
    private readonly FastPart<T> _second = FastPart<T>.Of(second);

    public override Tri Test(T row) => Core(row);

    // As it is inherited, without the call between.
    public override Tri Answer(T row)
    {
        try
        {
            return Core(row);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Tri.Failed;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Tri Core(T row)
    {
        var isOpen = false;
        return _first.Decides<TLogic>(row, ref isOpen) || _second.Decides<TLogic>(row, ref isOpen) ? TLogic.Deciding
            : isOpen ? Tri.Other : TLogic.Otherwise;
    }
}

/// <summary>And, or of three.</summary>
internal sealed class FastTriple<T, TLogic>(FastTest<T> first, FastTest<T> second, FastTest<T> third) : FastTest<T>(first.IsExact && second.IsExact && third.IsExact)
    where TLogic : struct, IFastLogic
{
    private readonly FastPart<T> _first = FastPart<T>.Of(first);
    private readonly FastPart<T> _second = FastPart<T>.Of(second);
    private readonly FastPart<T> _third = FastPart<T>.Of(third);

    public override Tri Test(T row) => Core(row);

    // As it is inherited, without the call between.
    public override Tri Answer(T row)
    {
        try
        {
            return Core(row);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Tri.Failed;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Tri Core(T row)
    {
        var isOpen = false;
        return _first.Decides<TLogic>(row, ref isOpen) || _second.Decides<TLogic>(row, ref isOpen) || _third.Decides<TLogic>(row, ref isOpen) ? TLogic.Deciding
            : isOpen ? Tri.Other : TLogic.Otherwise;
    }
}
