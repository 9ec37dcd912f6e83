namespace CustomerSuccess.Expressions;

/// <summary>
/// Makes fast tests and numbers of what is made of numbers, texts, comparisons and logic; null for all else. They give the
/// answers of nodes, or leave it to them.
/// </summary>
internal sealed class FastBuilder<T>(CelExpression expression, RowReaders<T> readers)
{
    public FastTest<T>? Test(CelNode node)
    {
        if (node is not CelCall call)
        {
            return null;
        }

        switch (call.Function)
        {
            case Operators.And or Operators.Or:
                return Logic(call);
            case Operators.Not:
                return Test(call.Arguments[0]) is { } inner ? new FastNot<T>(inner) : null;
            case Operators.Known when expression.Environment.HasUnknownForms && call is { Target: null, Arguments.Count: 1 }:
                return Number(call.Arguments[0], false) is { } asked ? new FastKnown<T>(asked) : null;
            case Operators.Less or Operators.LessOrEqual or Operators.Greater or Operators.GreaterOrEqual or Operators.Equal or Operators.NotEqual:
                return Comparison(call);
            case Operators.In:
                return OneOf(call.Arguments[0], call.Arguments[1]);
            default:
                return null;
        }
    }

    /// <param name="node">The part.</param>
    /// <param name="isWidened">Whether a whole number becomes a double here.</param>
    public FastNumber<T>? Number(CelNode node, bool isWidened)
    {
        if (node is CelLiteral { Value: var value })
        {
            return value.IsDouble || (isWidened && value.IsNumber) ? new FastConstant<T>(CelEquality.ToDouble(value)) : null;
        }

        if (!IsDouble(node))
        {
            return null;
        }

        if (ReaderOf(node) is { } reader)
        {
            return new FastRead<T>(reader);
        }

        return node is CelCall { Target: null } call ? Computed(call) : null;
    }

    private FastTest<T>? Logic(CelCall call)
    {
        var operands = new FastTest<T>[call.Arguments.Count];
        for (var i = 0; i < operands.Length; i++)
        {
            if (Test(call.Arguments[i]) is not { } operand)
            {
                return null;
            }

            operands[i] = operand;
        }

        return FastLogic<T>.Of(call.Function == Operators.And, operands);
    }

    private FastTest<T>? Comparison(CelCall call)
    {
        var kind = DoubleTest.KindOf(call.Function);
        var ofDoubles = IsDouble(call.Arguments[0]) || IsDouble(call.Arguments[1]);
        if (ofDoubles && Number(call.Arguments[0], true) is { } left && Number(call.Arguments[1], true) is { } right)
        {
            return left is FastConstant<T> && right is not FastConstant<T> ? Compare(DoubleTest.Turned(kind), right, left) : Compare(kind, left, right);
        }

        if (kind is not (DoubleTest.Kind.Equal or DoubleTest.Kind.NotEqual))
        {
            return null;
        }

        return Texts(call.Arguments[0], call.Arguments[1], kind == DoubleTest.Kind.Equal) ?? Texts(call.Arguments[1], call.Arguments[0], kind == DoubleTest.Kind.Equal);
    }

    // Going through a list is paid for, so there must be enough for all lists that are written.
    private FastTextSet<T>? OneOf(CelNode read, CelNode list)
    {
        if (list is not CelListLiteral || KindOf(read) != CelTypeKind.String || ReaderOf(read) is not TextReader<T> reader || expression.Resolution.Types.Length > expression.Environment.Limits.MaximumCost)
        {
            return null;
        }

        string?[] constants = [.. list.Parts.Select(p => (p as CelLiteral)?.Value.Object as string)];
        return constants.Contains(null) ? null : new(reader.Lambda, constants!, isOneOf: true);
    }

    private FastTest<T>? Texts(CelNode read, CelNode constant, bool isEqual)
    {
        if (constant is not CelLiteral { Value.Object: string text } || KindOf(read) != CelTypeKind.String || ReaderOf(read) is not { } reader)
        {
            return null;
        }

        return reader is TextReader<T> ofLambda ? new FastTextComparison<T>(ofLambda.Lambda, text, isEqual) : new FastReaderTextComparison<T>(reader, text, isEqual);
    }

    private static FastTest<T> Compare(DoubleTest.Kind kind, FastNumber<T> left, FastNumber<T> right)
    {
        if (left is FastRead<T> { Reader: DoubleReader<T> reader } && right is FastConstant<T> { Value: var constant } && kind != DoubleTest.Kind.NotEqual)
        {
            var (low, high) = DoubleTest.Range(kind, constant);
            return new FastRange<T>(reader.Lambda, low, high);
        }

        return kind switch
        {
            DoubleTest.Kind.Less => new FastComparison<T, IsLess>(left, right),
            DoubleTest.Kind.LessOrEqual => new FastComparison<T, IsLessOrEqual>(left, right),
            DoubleTest.Kind.Greater => new FastComparison<T, IsGreater>(left, right),
            DoubleTest.Kind.GreaterOrEqual => new FastComparison<T, IsGreaterOrEqual>(left, right),
            DoubleTest.Kind.Equal => new FastComparison<T, IsEqual>(left, right),
            _ => new FastComparison<T, IsNotEqual>(left, right),
        };
    }

    private FastNumber<T>? Computed(CelCall call)
    {
        var widened = (expression.Resolution.Of(call) as FunctionReference)?.Widened;
        FastNumber<T>? Part(int place) => Number(call.Arguments[place], widened?[place] == true);
        if (call.Function == Operators.Conditional)
        {
            return Test(call.Arguments[0]) is { } condition && Part(1) is { } yes && Part(2) is { } no ? new FastChoice<T>(condition, yes, no) : null;
        }

        if (call.Arguments.Count != 2 || call.Function is not (Operators.Add or Operators.Subtract or Operators.Multiply or Operators.Divide) || Part(0) is not { } left || Part(1) is not { } right)
        {
            return null;
        }

        return call.Function switch
        {
            Operators.Add => new FastOperation<T, Sum>(left, right),
            Operators.Subtract => new FastOperation<T, Difference>(left, right),
            Operators.Multiply => new FastOperation<T, Product>(left, right),
            _ => new FastOperation<T, Quotient>(left, right),
        };
    }

    // What may be null is read as what it is otherwise: a null is then left to nodes.
    private CelTypeKind KindOf(CelNode node) => expression.TypeOf(node).WithoutNull.Kind;

    private bool IsDouble(CelNode node) => KindOf(node) == CelTypeKind.Double;

    private CelReader<T>? ReaderOf(CelNode node) =>
        readers.Recognise(node) ?? (expression.Resolution.Of(node) is VariableReference { Variable: { } variable } ? readers.Find(node, variable) : null);
}
