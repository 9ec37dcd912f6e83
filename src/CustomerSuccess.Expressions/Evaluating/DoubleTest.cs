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

    /// <summary>The numbers that a comparison with a constant holds of: from the least to the largest; none where one is NaN.</summary>
    public static (double Low, double High) Range(Kind kind, double constant) => kind switch
    {
        Kind.Less => (double.NegativeInfinity, Below(constant)),
        Kind.LessOrEqual => (double.NegativeInfinity, constant),
        Kind.Greater => (Above(constant), double.PositiveInfinity),
        Kind.GreaterOrEqual => (constant, double.PositiveInfinity),
        Kind.Equal => (constant, constant),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "What differs from a constant is no range."),
    };

    private static double Below(double constant) => double.IsNegativeInfinity(constant) ? double.NaN : double.BitDecrement(constant);

    private static double Above(double constant) => double.IsPositiveInfinity(constant) ? double.NaN : double.BitIncrement(constant);
}
