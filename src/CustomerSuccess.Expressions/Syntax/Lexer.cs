namespace CustomerSuccess.Expressions;

/// <summary>Cuts a text into tokens, one at a time. What is no token is reported and passed over.</summary>
internal sealed class Lexer(CelSource source, MistakeList mistakes)
{
    private readonly string _text = source.Text;
    private int _at;

    public Token Next()
    {
        while (true)
        {
            SkipBlanks();
            var token = Read();
            if (token.Kind != TokenKind.Bad)
            {
                return token;
            }
        }
    }

    private char Ahead(int by = 0) => _at + by < _text.Length ? _text[_at + by] : '\0';

    private void SkipBlanks()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _at++;
            }
            else if (_text[_at] == '/' && Ahead(1) == '/')
            {
                var line = _text.AsSpan(_at).IndexOf('\n');
                _at = line < 0 ? _text.Length : _at + line;
            }
            else
            {
                return;
            }
        }
    }

    private Token Read()
    {
        var start = _at;
        if (start == _text.Length)
        {
            return new(TokenKind.End, start, start);
        }

        var unit = _text[start];
        if (unit is '"' or '\'' or 'b' or 'B' or 'r' or 'R' && IsStringStart())
        {
            return ReadString(start);
        }

        if (IsOfName(unit) && !char.IsAsciiDigit(unit))
        {
            var name = _text.AsSpan(start);
            var length = 1;
            while (length < name.Length && IsOfName(name[length]))
            {
                length++;
            }

            _at = start + length;
            return new(Keyword(name[..length]), start, _at);
        }

        if (char.IsAsciiDigit(unit) || (unit == '.' && char.IsAsciiDigit(Ahead(1))))
        {
            return ReadNumber(start);
        }

        return unit == '`' ? ReadQuotedName(start) : ReadSign(start);
    }

    private static bool IsOfName(char unit) => char.IsAsciiLetterOrDigit(unit) || unit == '_';

    private static TokenKind Keyword(ReadOnlySpan<char> name) => name switch
    {
        "in" => TokenKind.In,
        "true" => TokenKind.True,
        "false" => TokenKind.False,
        "null" => TokenKind.Null,
        _ => TokenKind.Name,
    };

    // A quote, after b, r or br in any case.
    private bool IsStringStart()
    {
        var ahead = Ahead() is 'b' or 'B' ? 1 : 0;
        ahead += Ahead(ahead) is 'r' or 'R' ? 1 : 0;
        return Ahead(ahead) is '"' or '\'';
    }

    private Token ReadString(int start)
    {
        var isBytes = Ahead() is 'b' or 'B';
        _at += isBytes ? 1 : 0;
        var isRaw = Ahead() is 'r' or 'R';
        _at += isRaw ? 1 : 0;
        var quote = Ahead();
        var isTriple = Ahead(1) == quote && Ahead(2) == quote;
        _at += isTriple ? 3 : 1;
        while (_at < _text.Length)
        {
            var unit = _text[_at];
            if (unit == quote && (!isTriple || (Ahead(1) == quote && Ahead(2) == quote)))
            {
                _at += isTriple ? 3 : 1;
                return new(isBytes ? TokenKind.Bytes : TokenKind.String, start, _at);
            }

            if (!isTriple && (unit is '\n' or '\r'))
            {
                break;
            }

            // A raw text has no escapes, so a quote ends it whatever stands before; a backslash otherwise takes the next along.
            _at += unit == '\\' && !isRaw && _at + 1 < _text.Length ? 2 : 1;
        }

        var mark = isTriple ? new string(quote, 3) : quote.ToString();
        mistakes.Add("EX002", "The text is not closed.", $"End it with {mark}{(isTriple ? "" : "; a text of several lines begins and ends with three quotes")}.", start, _at);
        return new(TokenKind.Broken, start, _at);
    }

    private Token ReadNumber(int start)
    {
        if (Ahead() == '0' && Ahead(1) is 'x' or 'X' && char.IsAsciiHexDigit(Ahead(2)))
        {
            _at += 2;
            while (char.IsAsciiHexDigit(Ahead()))
            {
                _at++;
            }

            return Whole(start);
        }

        SkipDigits();
        var isDouble = false;
        if (Ahead() == '.' && char.IsAsciiDigit(Ahead(1)))
        {
            (_at, isDouble) = (_at + 1, true);
            SkipDigits();
        }

        var sign = Ahead(1) is '+' or '-' ? 1 : 0;
        if (Ahead() is 'e' or 'E' && char.IsAsciiDigit(Ahead(1 + sign)))
        {
            (_at, isDouble) = (_at + 1 + sign, true);
            SkipDigits();
        }

        return isDouble ? new(TokenKind.Double, start, _at) : Whole(start);
    }

    private Token Whole(int start)
    {
        var isUint = Ahead() is 'u' or 'U';
        _at += isUint ? 1 : 0;
        return new(isUint ? TokenKind.Uint : TokenKind.Int, start, _at);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Ahead()))
        {
            _at++;
        }
    }

    private Token ReadQuotedName(int start)
    {
        _at++;
        while (char.IsAsciiLetterOrDigit(Ahead()) || Ahead() is '_' or '.' or '-' or '/' or ' ')
        {
            _at++;
        }

        if (Ahead() == '`' && _at > start + 1)
        {
            _at++;
            return new(TokenKind.QuotedName, start, _at);
        }

        mistakes.Add("EX001", "The name between backticks is not closed, or holds something it may not.", "Letters, digits, and the signs _ . - / and blank may stand between backticks.", start, _at);
        return new(TokenKind.Broken, start, _at);
    }

    private Token ReadSign(int start)
    {
        var (kind, length) = (Ahead(), Ahead(1)) switch
        {
            ('&', '&') => (TokenKind.And, 2),
            ('|', '|') => (TokenKind.Or, 2),
            ('=', '=') => (TokenKind.Equal, 2),
            ('!', '=') => (TokenKind.NotEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('<', _) => (TokenKind.Less, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('!', _) => (TokenKind.Not, 1),
            ('?', _) => (TokenKind.Question, 1),
            (':', _) => (TokenKind.Colon, 1),
            (',', _) => (TokenKind.Comma, 1),
            ('.', _) => (TokenKind.Dot, 1),
            ('(', _) => (TokenKind.OpenParenthesis, 1),
            (')', _) => (TokenKind.CloseParenthesis, 1),
            ('[', _) => (TokenKind.OpenBracket, 1),
            (']', _) => (TokenKind.CloseBracket, 1),
            ('{', _) => (TokenKind.OpenBrace, 1),
            ('}', _) => (TokenKind.CloseBrace, 1),
            ('+', _) => (TokenKind.Plus, 1),
            ('-', _) => (TokenKind.Minus, 1),
            ('*', _) => (TokenKind.Star, 1),
            ('/', _) => (TokenKind.Slash, 1),
            ('%', _) => (TokenKind.Percent, 1),
            _ => (TokenKind.Bad, char.IsHighSurrogate(Ahead()) && char.IsLowSurrogate(Ahead(1)) ? 2 : 1),
        };
        _at += length;
        if (kind == TokenKind.Bad)
        {
            mistakes.Add("EX001", "This sign means nothing here.", Hint(_text[start]), start, _at);
        }

        return new(kind, start, _at);
    }

    private static string Hint(char unit) => unit switch
    {
        '=' => "Compare with ==.",
        '&' => "Join two conditions with &&.",
        '|' => "Join two conditions with ||.",
        _ => "Remove it, or put it into a text between quotes.",
    };
}
