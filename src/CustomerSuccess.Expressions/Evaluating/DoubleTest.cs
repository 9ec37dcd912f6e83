namespace CustomerSuccess.Expressions;

/// <summary>Which comparison of doubles an operator is.</summary>
internal static class DoubleTest
{
    internal enum Kind : byte
    {
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Equal,
        NotEqual,
    }

    public static Kind KindOf(string function) => function switch
    {
        Operators.Less => Kind.Less,
        Operators.LessOrEqual => Kind.LessOrEqual,
        Operators.Greater => Kind.Greater,
        Operators.GreaterOrEqual => Kind.GreaterOrEqual,
        Operators.Equal => Kind.Equal,
        _ => Kind.NotEqual,
    };

    /// <summary>The same comparison with its sides changed over.</summary>
    public static Kind Turned(Kind kind) => kind switch
    {
        Kind.Less => Kind.Greater,
        Kind.LessOrEqual => Kind.GreaterOrEqual,
        Kind.Greater => Kind.Less,
        Kind.GreaterOrEqual => Kind.LessOrEqual,
        _ => kind,
    };

    /// <summary>The numbers that a comparison with a constant holds of, from the least to the largest. Where it holds of none, the first is infinity and the last negative infinity.</summary>
    public static (double Low, double High) Range(Kind kind, double constant) => kind switch
    {
        Kind.Less when constant > double.NegativeInfinity => (double.NegativeInfinity, double.BitDecrement(constant)),
        Kind.LessOrEqual when !double.IsNaN(constant) => (double.NegativeInfinity, constant),
        Kind.Greater when constant < double.PositiveInfinity => (double.BitIncrement(constant), double.PositiveInfinity),
        Kind.GreaterOrEqual when !double.IsNaN(constant) => (constant, double.PositiveInfinity),
        Kind.Equal when !double.IsNaN(constant) => (constant, constant),
        Kind.NotEqual => throw new ArgumentOutOfRangeException(nameof(kind), kind, "What differs from a constant is no range."),
        _ => (double.PositiveInfinity, double.NegativeInfinity),
    };
}
