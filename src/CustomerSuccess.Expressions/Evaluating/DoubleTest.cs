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
}
