namespace CustomerSuccess.Expressions;

/// <summary>
/// And, or: an operand that decides wins over errors and unknowns, wherever it stands; otherwise an unknown outranks an error,
/// with the causes of all operands.
/// </summary>
internal sealed class LogicNode(bool isAnd, Node[] operands) : Node
{
    public override CelValue Evaluate(Frame frame)
    {
        var fold = new LogicFold(isAnd);
        foreach (var operand in operands)
        {
            if (fold.Add(operand.Evaluate(frame)))
            {
                break;
            }
        }

        return fold.Result;
    }

    // Of one that decides: the longest that any deciding operand stands. Otherwise the first change of any.
    public override Timed EvaluateTimed(Frame frame)
    {
        var fold = new LogicFold(isAnd);
        var (deciding, any) = (0L, Timed.Forever);
        foreach (var operand in operands)
        {
            var timed = operand.EvaluateTimed(frame);
            fold.Add(timed.Value);
            any = Math.Min(any, timed.Until);
            deciding = timed.Value.IsBool && timed.Value.IsTrue != isAnd ? Math.Max(deciding, timed.Until) : deciding;
        }

        return new(fold.Result, deciding > 0 ? deciding : any);
    }
}

/// <summary>Folds answers by and, or.</summary>
internal struct LogicFold(bool isAnd)
{
    private CelUnknown? _unknown;
    private CelValue? _error;
    private bool _isDecided;

    public readonly CelValue Result => _isDecided ? CelValue.Of(!isAnd)
        : _unknown is not null ? CelValue.Of(_unknown)
        : _error ?? CelValue.Of(isAnd);

    /// <summary>Takes an answer; whether that decides.</summary>
    public bool Add(CelValue answer)
    {
        if (answer.IsBool)
        {
            _isDecided |= answer.IsTrue != isAnd;
        }
        else if (answer.Object is CelUnknown unknown)
        {
            _unknown = CelUnknown.Join(_unknown, unknown);
        }
        else
        {
            _error ??= answer.IsError ? answer : Errors.NoOverload(isAnd ? Operators.And : Operators.Or, answer);
        }

        return _isDecided;
    }
}

/// <summary>Not.</summary>
internal sealed class NotNode(Node operand) : Node
{
    public override CelValue Evaluate(Frame frame) => Of(operand.Evaluate(frame));

    public override Timed EvaluateTimed(Frame frame)
    {
        var timed = operand.EvaluateTimed(frame);
        return new(Of(timed.Value), timed.Until);
    }

    private static CelValue Of(CelValue value) => value.IsKnown ? Arithmetic.Not(value) : value;
}

/// <summary>One of two, by a condition.</summary>
internal sealed class ConditionalNode(Node condition, Node yes, Node no) : Node
{
    public override CelGrowth Growth => Growths.Either(yes.Growth, no.Growth);

    public override CelValue Evaluate(Frame frame)
    {
        var decided = condition.Evaluate(frame);
        return decided.IsTrue ? yes.Evaluate(frame)
            : decided.IsFalse ? no.Evaluate(frame)
            : Neither(decided);
    }

    public override Timed EvaluateTimed(Frame frame)
    {
        var decided = condition.EvaluateTimed(frame);
        if (!decided.Value.IsBool)
        {
            return new(Neither(decided.Value), decided.Until);
        }

        var taken = (decided.Value.IsTrue ? yes : no).EvaluateTimed(frame);
        return taken with { Until = Math.Min(decided.Until, taken.Until) };
    }

    private static CelValue Neither(CelValue decided) => decided.IsKnown ? Errors.NoOverload(Operators.Conditional, decided) : decided;
}

/// <summary><c>orElse(x, d)</c>: the second where the first is unknown. An error stays one.</summary>
internal sealed class OrElseNode(Node asked, Node otherwise) : Node
{
    public override CelGrowth Growth => Growths.Either(asked.Growth, otherwise.Growth);

    public override CelValue Evaluate(Frame frame) => asked.Evaluate(frame) is { IsUnknown: false } value ? value : otherwise.Evaluate(frame);

    public override Timed EvaluateTimed(Frame frame)
    {
        var timed = asked.EvaluateTimed(frame);
        if (!timed.Value.IsUnknown)
        {
            return timed;
        }

        var other = otherwise.EvaluateTimed(frame);
        return other with { Until = Math.Min(timed.Until, other.Until) };
    }
}

/// <summary><c>known(x)</c>: whether x is not unknown. An error stays one.</summary>
internal sealed class KnownNode(Node asked) : Node
{
    public override CelValue Evaluate(Frame frame) => Of(asked.Evaluate(frame));

    public override Timed EvaluateTimed(Frame frame)
    {
        var timed = asked.EvaluateTimed(frame);
        return new(Of(timed.Value), timed.Until);
    }

    private static CelValue Of(CelValue value) => value.IsError ? value : CelValue.Of(!value.IsUnknown);
}
