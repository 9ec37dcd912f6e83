namespace CustomerSuccess.Expressions;

/// <summary>The operators by token and by the name of their function, with how strongly they bind.</summary>
internal static class Operators
{
    public const string Conditional = "_?_:_";
    public const string Or = "_||_";
    public const string And = "_&&_";
    public const string Not = "!_";
    public const string Negate = "-_";
    public const string Index = "_[_]";
    public const string In = "@in";
    public const string Equal = "_==_";
    public const string NotEqual = "_!=_";
    public const string Less = "_<_";
    public const string LessOrEqual = "_<=_";
    public const string Greater = "_>_";
    public const string GreaterOrEqual = "_>=_";
    public const string Add = "_+_";
    public const string Subtract = "_-_";
    public const string Multiply = "_*_";
    public const string Divide = "_/_";
    public const string Modulo = "_%_";
    public const string OrElse = "orElse";
    public const string Known = "known";

    public const int ConditionalStrength = 1;
    public const int OrStrength = 2;
    public const int AndStrength = 3;
    public const int UnaryStrength = 7;
    public const int MemberStrength = 8;

    /// <summary>The binary operator of a token: its function and strength; null where it is none.</summary>
    public static (string Function, int Strength)? Binary(TokenKind kind) => kind switch
    {
        TokenKind.Or => (Or, OrStrength),
        TokenKind.And => (And, AndStrength),
        TokenKind.Less => (Less, 4),
        TokenKind.LessOrEqual => (LessOrEqual, 4),
        TokenKind.Greater => (Greater, 4),
        TokenKind.GreaterOrEqual => (GreaterOrEqual, 4),
        TokenKind.Equal => (Equal, 4),
        TokenKind.NotEqual => (NotEqual, 4),
        TokenKind.In => (In, 4),
        TokenKind.Plus => (Add, 5),
        TokenKind.Minus => (Subtract, 5),
        TokenKind.Star => (Multiply, 6),
        TokenKind.Slash => (Divide, 6),
        TokenKind.Percent => (Modulo, 6),
        _ => null,
    };

    /// <summary>The sign of a binary operator's function and its strength; null where it is none.</summary>
    public static (string Sign, int Strength)? Sign(string function) => function switch
    {
        Or => ("||", OrStrength),
        And => ("&&", AndStrength),
        Less => ("<", 4),
        LessOrEqual => ("<=", 4),
        Greater => (">", 4),
        GreaterOrEqual => (">=", 4),
        Equal => ("==", 4),
        NotEqual => ("!=", 4),
        In => ("in", 4),
        Add => ("+", 5),
        Subtract => ("-", 5),
        Multiply => ("*", 6),
        Divide => ("/", 6),
        Modulo => ("%", 6),
        _ => null,
    };

    /// <summary>An operator's sign for messages; other functions by their own name.</summary>
    public static string Shown(string function) => function switch
    {
        Conditional => "? :",
        Not => "!",
        Negate => "-",
        Index => "[]",
        _ => Sign(function)?.Sign ?? function,
    };
}
