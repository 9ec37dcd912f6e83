using System.Globalization;

namespace CustomerSuccess.Expressions;

/// <content>What stands by itself, and what follows it: fields, indexes, calls.</content>
internal sealed partial class Parser
{
    private static bool IsReserved(string name) => name is
        "as" or "break" or "const" or "continue" or "else" or "for" or "function" or "if" or "import" or "let" or "loop" or "package" or "namespace" or "return" or "var" or "void" or "while";

    private CelNode Primary()
    {
        switch (_token.Kind)
        {
            case TokenKind.Int or TokenKind.Uint or TokenKind.Double:
                return Number(_token.Start);
            case TokenKind.String:
                return Literal(CelValue.Of(LiteralText.String(_token, _mistakes)));
            case TokenKind.Bytes:
                return Literal(CelValue.Of(LiteralText.Bytes(_token, _mistakes)));
            case TokenKind.True:
                return Literal(CelValue.True);
            case TokenKind.False:
                return Literal(CelValue.False);
            case TokenKind.Null:
                return Literal(CelValue.Null);
            case TokenKind.Broken:
                var broken = Take();
                return new CelBroken(NextId(), broken.Start, broken.End);
            case TokenKind.OpenParenthesis:
                return Parenthesised();
            case TokenKind.OpenBracket:
                return List();
            case TokenKind.OpenBrace:
                return Map();
            case TokenKind.Dot:
                var dot = Take();
                return _token.Kind == TokenKind.Name ? NameOrCall(dot.Start, isRooted: true) : Unexpected("After a dot comes a name.");
            case TokenKind.Name:
                return NameOrCall(_token.Start, isRooted: false);
            default:
                return Unexpected("A value is expected here.");
        }
    }

    private CelLiteral Literal(CelValue value)
    {
        var token = Take();
        return new(NextId(), token.Start, token.End, value);
    }

    private CelLiteral Number(int start)
    {
        var token = Take();
        var text = _mistakes.Source.Text.AsSpan(token.Start, token.End - token.Start);
        var negative = start < token.Start;
        CelValue? value = token.Kind switch
        {
            TokenKind.Double => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? CelValue.Of(negative ? -number : number) : null,
            TokenKind.Uint => Magnitude(text[..^1]) is { } magnitude ? CelValue.Of(magnitude) : null,
            _ => Magnitude(text) is { } magnitude && magnitude <= (negative ? 1UL << 63 : long.MaxValue) ? CelValue.Of(negative ? unchecked(-(long)magnitude) : (long)magnitude) : null,
        };
        if (value is null)
        {
            _mistakes.Add("EX002", $"The number {(negative ? "-" : "")}{Shown(text.ToString())} is out of range.", token.Kind == TokenKind.Double ? "" : "Whole numbers have 64 bits; write a larger one with a decimal point.", start, token.End);
        }

        return new(NextId(), start, token.End, value ?? CelValue.Of(0L));
    }

    private static ulong? Magnitude(ReadOnlySpan<char> digits)
    {
        var isHexadecimal = digits.Length > 2 && digits[1] is 'x' or 'X';
        return ulong.TryParse(isHexadecimal ? digits[2..] : digits, isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var magnitude) ? magnitude : null;
    }

    private CelNode Parenthesised()
    {
        var open = Take();
        var inner = Expression(0);
        Expect(TokenKind.CloseParenthesis, ")", open.Start);
        return inner;
    }

    private CelListLiteral List()
    {
        var open = Take();
        var items = Items(TokenKind.CloseBracket);
        Expect(TokenKind.CloseBracket, "]", open.Start);
        return new(NextId(), open.Start, _previousEnd, items);
    }

    private CelMapLiteral Map()
    {
        var open = Take();
        var parts = new List<CelNode>();
        while (_token.Kind is not (TokenKind.CloseBrace or TokenKind.End))
        {
            parts.Add(Expression(0));
            if (!TryTake(TokenKind.Colon))
            {
                parts.Add(Unexpected("After a key comes ':' and its value."));
                break;
            }

            parts.Add(Expression(0));
            if (!TryTake(TokenKind.Comma))
            {
                break;
            }
        }

        Expect(TokenKind.CloseBrace, "}", open.Start);
        return new(NextId(), open.Start, _previousEnd, parts.AsReadOnly());
    }

    private System.Collections.ObjectModel.ReadOnlyCollection<CelNode> Items(TokenKind close)
    {
        var items = new List<CelNode>();
        while (_token.Kind != close && _token.Kind != TokenKind.End)
        {
            items.Add(Expression(0));
            if (!TryTake(TokenKind.Comma))
            {
                break;
            }

            if (_token.Kind == close && close == TokenKind.CloseParenthesis)
            {
                Unexpected("An argument is expected after the comma.");
            }
        }

        return Array.AsReadOnly(items.ToArray());
    }

    private CelNode NameOrCall(int start, bool isRooted)
    {
        var token = Take();
        var name = Text(token);
        if (IsReserved(name))
        {
            _mistakes.Add("EX001", $"'{name}' is a word that the language keeps for itself.", "Use another name; as a field behind a dot it may stand.", token.Start, token.End);
        }

        if (_token.Kind != TokenKind.OpenParenthesis)
        {
            return new CelName(NextId(), start, token.End, name, isRooted);
        }

        var open = Take();
        var arguments = Items(TokenKind.CloseParenthesis);
        Expect(TokenKind.CloseParenthesis, ")", open.Start);
        if (_environment.FindFunction(name)?.ImpliedBy(arguments.Count) is { } implied)
        {
            arguments = [new CelName(NextId(), token.Start, token.End, implied), .. arguments];
        }

        return Macros.TryExpand(name, arguments, start, token.Start, _previousEnd, _nextId, _mistakes)
            ?? new CelCall(NextId(), start, _previousEnd, name, null, arguments, token.Start);
    }

    private CelNode Member(CelNode operand)
    {
        while (!_isTooLarge)
        {
            switch (_token.Kind)
            {
                case TokenKind.Dot:
                    Take();
                    operand = Field(operand);
                    continue;
                case TokenKind.OpenBracket:
                    var open = Take();
                    var index = Expression(0);
                    Expect(TokenKind.CloseBracket, "]", open.Start);
                    operand = new CelCall(NextId(), operand.Start, _previousEnd, Operators.Index, null, Array.AsReadOnly([operand, index]), open.Start);
                    continue;
                case TokenKind.OpenBrace when operand is CelName or CelSelect:
                    _mistakes.Add("EX001", $"Records are not made in expressions: '{operand}{{…}}'.", "Use a variable or a map.", operand.Start, _token.End);
                    Map();
                    operand = new CelBroken(NextId(), operand.Start, _previousEnd);
                    continue;
                default:
                    return operand;
            }
        }

        return operand;
    }

    private CelNode Field(CelNode operand)
    {
        if (_token.Kind == TokenKind.Broken)
        {
            var broken = Take();
            return new CelBroken(NextId(), operand.Start, broken.End);
        }

        if (_token.Kind is not (TokenKind.Name or TokenKind.QuotedName))
        {
            return Unexpected("After a dot comes the name of a field or function.");
        }

        var token = Take();
        var name = token.Kind == TokenKind.QuotedName ? Text(token)[1..^1] : Text(token);
        if (_token.Kind != TokenKind.OpenParenthesis || token.Kind == TokenKind.QuotedName)
        {
            return new CelSelect(NextId(), operand.Start, token.End, operand, name, isTest: false, token.Start);
        }

        var open = Take();
        var arguments = Items(TokenKind.CloseParenthesis);
        Expect(TokenKind.CloseParenthesis, ")", open.Start);
        return Macros.TryExpand(operand, name, arguments, token.Start, _previousEnd, _nextId, _mistakes)
            ?? new CelCall(NextId(), operand.Start, _previousEnd, name, operand, arguments, token.Start);
    }
}
