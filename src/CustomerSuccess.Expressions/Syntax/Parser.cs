namespace CustomerSuccess.Expressions;

/// <summary>
/// Reads an expression: a Pratt parser over tokens. After a mistake it goes on behind it, so that all are found. Depth and
/// size are limited before anything recurses deeper.
/// </summary>
internal sealed partial class Parser
{
    private readonly Lexer _lexer;
    private readonly MistakeList _mistakes;
    private readonly CelEnvironment _environment;
    private readonly CelLimits _limits;
    private readonly Func<int> _nextId;
    private Token _token;
    private int _previousEnd;
    private int _ids;
    private int _depth;
    private bool _isTooLarge;

    private Parser(CelSource source, MistakeList mistakes, CelEnvironment environment)
    {
        (_mistakes, _environment, _limits, _nextId) = (mistakes, environment, environment.Limits, NextId);
        _lexer = new Lexer(source, mistakes);
        _token = _lexer.Next();
    }

    /// <summary>The tree, which is sound where no mistake was added; and how many nodes it has.</summary>
    public static (CelNode Root, int Count) Parse(CelSource source, MistakeList mistakes, CelEnvironment environment)
    {
        var limits = environment.Limits;
        if (source.Text.Length > limits.MaximumLength)
        {
            mistakes.Add("EX003", $"The expression has {source.Text.Length} characters, more than the {limits.MaximumLength} that are allowed.", "Shorten it.", 0, 1);
            return (new CelBroken(0, 0, 0), 1);
        }

        var parser = new Parser(source, mistakes, environment);
        var root = parser.Expression(0);
        if (parser._token.Kind != TokenKind.End && !parser._isTooLarge)
        {
            parser.Unexpected("The expression ends before this.");
        }

        return (root, parser._ids);
    }

    private string Text(Token token) => _mistakes.Source.Text[token.Start..token.End];

    private Token Take()
    {
        var token = _token;
        _previousEnd = token.End;
        _token = _lexer.Next();
        return token;
    }

    private bool TryTake(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    private void Expect(TokenKind kind, string sign, int opened)
    {
        if (!TryTake(kind) && !_isTooLarge)
        {
            var place = _mistakes.Source.PlaceOf(opened);
            _mistakes.Add("EX001", FormattableString.Invariant($"'{sign}' is missing here; what it closes begins at {place.Line}:{place.Column}."), "", _token.Start, _token.End);
            Recover(kind);
        }
    }

    private CelBroken Unexpected(string what)
    {
        if (!_isTooLarge)
        {
            var cure = _token.Kind == TokenKind.End ? "Something is missing at the end." : $"Remove '{Shown(Text(_token))}', or put what is missing before it.";
            _mistakes.Add("EX001", what, cure, _token.Start, _token.End);
        }

        return new CelBroken(NextId(), _token.Start, _token.Start);
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    // Goes on behind the sign that was expected, or before one that ends what is around.
    private void Recover(TokenKind expected)
    {
        var open = 0;
        while (_token.Kind != TokenKind.End)
        {
            if (open == 0 && _token.Kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace && open == 0)
            {
                if (_token.Kind == expected)
                {
                    Take();
                }

                return;
            }

            open += _token.Kind switch
            {
                TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.OpenBrace => 1,
                TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace => -1,
                _ => 0,
            };
            Take();
        }
    }

    private int NextId()
    {
        if (_ids >= _limits.MaximumNodes)
        {
            TooLarge($"The expression has more than the {_limits.MaximumNodes} parts that are allowed.");
        }

        return _ids++;
    }

    private void TooDeep() => TooLarge($"The expression is nested deeper than the {_limits.MaximumDepth} levels that are allowed.");

    private void TooLarge(string what)
    {
        if (!_isTooLarge)
        {
            _mistakes.Add("EX003", what, "Split it: name a part as a variable or function of its own.", _token.Start, _token.End);
            _isTooLarge = true;
            // Nothing more is read.
            _token = new Token(TokenKind.End, _token.Start, _token.Start);
        }
    }

    /// <summary>An expression whose operators bind more strongly than a strength.</summary>
    private CelNode Expression(int above)
    {
        if (++_depth > _limits.MaximumDepth)
        {
            TooDeep();
            _depth--;
            return new CelBroken(NextId(), _token.Start, _token.Start);
        }

        var left = Unary();
        while (!_isTooLarge)
        {
            if (_token.Kind == TokenKind.Question && above < Operators.ConditionalStrength)
            {
                left = Conditional(left);
                break;
            }

            if (Operators.Binary(_token.Kind) is not { } binary || binary.Strength <= above)
            {
                break;
            }

            left = Binary(left, binary.Function, binary.Strength);
        }

        _depth--;
        if (left.Depth > _limits.MaximumDepth)
        {
            TooDeep();
        }

        return left;
    }

    private CelCall Conditional(CelNode condition)
    {
        Take();
        var yes = Expression(Operators.ConditionalStrength);
        if (!TryTake(TokenKind.Colon))
        {
            return new CelCall(NextId(), condition.Start, _previousEnd, Operators.Conditional, null, [condition, yes, Unexpected("After '?' and a value comes ':' and another.")], condition.End);
        }

        var no = Expression(0);
        return new CelCall(NextId(), condition.Start, _previousEnd, Operators.Conditional, null, Array.AsReadOnly([condition, yes, no]), condition.End);
    }

    private CelCall Binary(CelNode left, string function, int strength)
    {
        var sign = Take();
        var right = Expression(strength);
        if (function is Operators.And or Operators.Or)
        {
            // A chain is one call, so that its length is no depth.
            var operands = new List<CelNode> { left, right };
            while (_token.Kind == (function == Operators.And ? TokenKind.And : TokenKind.Or))
            {
                Take();
                operands.Add(Expression(strength));
            }

            return new CelCall(NextId(), left.Start, _previousEnd, function, null, Array.AsReadOnly(operands.ToArray()), sign.Start);
        }

        return new CelCall(NextId(), left.Start, _previousEnd, function, null, Array.AsReadOnly([left, right]), sign.Start);
    }

    private CelNode Unary()
    {
        if (_token.Kind is not (TokenKind.Not or TokenKind.Minus))
        {
            return Member(Primary());
        }

        var sign = Take();
        if (sign.Kind == TokenKind.Minus && _token.Kind is TokenKind.Int or TokenKind.Double)
        {
            return Member(Number(sign.Start));
        }

        if (++_depth > _limits.MaximumDepth)
        {
            TooDeep();
        }

        var operand = Unary();
        _depth--;
        return new CelCall(NextId(), sign.Start, _previousEnd, sign.Kind == TokenKind.Not ? Operators.Not : Operators.Negate, null, Array.AsReadOnly([operand]), sign.Start);
    }
}
