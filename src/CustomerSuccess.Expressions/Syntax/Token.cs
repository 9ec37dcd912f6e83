namespace CustomerSuccess.Expressions;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    End,
    Name,
    QuotedName,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Question,
    Colon,
    Comma,
    Dot,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Not,
    And,
    Or,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    True,
    False,
    Null,

    /// <summary>A value that cannot be read; a mistake says why.</summary>
    Broken,

    /// <summary>A sign that means nothing; a mistake says so, and it is passed over.</summary>
    Bad,
}

/// <summary>A token: what it is and where it stands.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End);
