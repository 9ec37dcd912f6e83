using System.Runtime.CompilerServices;

namespace CustomerSuccess.Expressions;

/// <summary>An operand of and, or: what is asked most often without a call between.</summary>
internal readonly struct FastPart<T>
{
    private readonly Func<T, double>? _number;
    private readonly double _low;
    private readonly double _high;
    private readonly Func<T, string?>? _text;
    private readonly string? _constant;
    private readonly bool _isEqual;
    private readonly FastTest<T>? _other;

    public FastPart(FastTest<T> test)
    {
        switch (test)
        {
            case FastRange<T> range:
                (_number, _low, _high) = (range.Lambda, range.Low, range.High);
                break;
            case FastTextComparison<T> text:
                (_text, _constant, _isEqual) = (text.Lambda, text.Constant, text.IsEqual);
                break;
            default:
                _other = test;
                break;
        }
    }

    /// <summary>Whether it decides; if not, whether it leaves the answer open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Decides<TLogic>(T row, ref bool isOpen)
        where TLogic : struct, IFastLogic
    {
        // One branch for both comparisons: whether it decides. Of a NaN neither holds.
        if (_number is not null)
        {
            var value = _number(row);
            if (TLogic.Deciding == Tri.Yes ? value >= _low & value <= _high : value < _low | value > _high)
            {
                return true;
            }

            isOpen |= double.IsNaN(value);
            return false;
        }

        if (_text is not null)
        {
            var value = _text(row);
            isOpen |= value is null;
            return value is not null && ((value == _constant) == _isEqual) == (TLogic.Deciding == Tri.Yes);
        }

        var answer = _other!.Test(row);
        isOpen |= answer == Tri.Other;
        return answer == TLogic.Deciding;
    }
}
