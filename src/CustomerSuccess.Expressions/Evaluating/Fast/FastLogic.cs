using System.Runtime.CompilerServices;

namespace CustomerSuccess.Expressions;

/// <summary>
/// And, or of one to three tests. Every operand is called from a place of its own, so that processors foresee where each call goes.
/// </summary>
internal sealed class FastLogic<T> : FastTest<T>
{
    private const int Most = 3;

    private readonly bool _isAnd;
    private readonly int _count;
    private readonly FastPart<T> _first;
    private readonly FastPart<T> _second;
    private readonly FastPart<T> _third;

    private FastLogic(bool isAnd, ReadOnlySpan<FastTest<T>> operands, bool isExact)
        : base(isExact)
    {
        (_isAnd, _count, _first) = (isAnd, operands.Length, new(operands[0]));
        _second = _count > 1 ? new(operands[1]) : default;
        _third = _count > 2 ? new(operands[2]) : default;
    }

    /// <summary>And, or of any number: by threes, and those by threes, so that a long chain is no depth.</summary>
    public static FastLogic<T> Of(bool isAnd, FastTest<T>[] operands)
    {
        var joined = FastText.Join(isAnd, operands);
        while (joined.Length > Most)
        {
            joined = [.. joined.Chunk(Most).Select(c => Few(isAnd, c))];
        }

        return Few(isAnd, joined);
    }

    /// <summary>Any test, to be asked by hosts.</summary>
    public static FastLogic<T> Over(FastTest<T> test) => test as FastLogic<T> ?? Few(true, [test]);

    public override Tri Test(T row) => _isAnd ? Test<IsAll>(row) : Test<IsAny>(row);

    /// <summary>The answer to a host, to whom nothing flows but cancellation.</summary>
    public Tri Answer(T row)
    {
        try
        {
            return _isAnd ? Test<IsAll>(row) : Test<IsAny>(row);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Tri.Failed;
        }
    }

    private static FastLogic<T> Few(bool isAnd, FastTest<T>[] operands) => new(isAnd, operands, Array.TrueForAll(operands, o => o.IsExact));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Tri Test<TLogic>(T row)
        where TLogic : struct, IFastLogic
    {
        var isOpen = false;
        if (_first.Decides<TLogic>(row, ref isOpen)
            || (_count > 1 && (_second.Decides<TLogic>(row, ref isOpen) || (_count > 2 && _third.Decides<TLogic>(row, ref isOpen)))))
        {
            return TLogic.Deciding;
        }

        return isOpen ? Tri.Other : TLogic.Otherwise;
    }
}

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
