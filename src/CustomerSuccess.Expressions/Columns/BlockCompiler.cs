namespace CustomerSuccess.Expressions;

/// <summary>Makes tests of blocks from conditions; what is made of other things than numbers, comparisons and logic runs row by row.</summary>
/// <param name="columnOf">The column that a part as a whole is, for instance a chain of calls; null where it is none. Null for variables only.</param>
internal sealed class BlockCompiler(Func<CelExpression, CelNode, string?>? columnOf = null)
{
    private readonly List<string> _numbers = [];
    private readonly List<string> _texts = [];
    private readonly List<string> _others = [];

    /// <summary>The columns that are read by what was compiled so far.</summary>
    public ColumnNames Names => new([.. _numbers], [.. _texts], [.. _others]);

    public BlockTest CompileTest(CelExpression expression) => Test(expression, expression.Root);

    public BlockNumber CompileNumber(CelExpression expression) =>
        expression.Type.WithoutNull.Kind == CelTypeKind.Bool && TryTest(expression, expression.Root) is { } test ? new TestNumber(test)
            : Number(expression, expression.Root, isWidened: true) ?? new RowNumber(Rows(expression, expression.Root));

    private BlockTest Test(CelExpression expression, CelNode node) => TryTest(expression, node) ?? ByRow(expression, node);

    private BlockTest? TryTest(CelExpression expression, CelNode node)
    {
        if (VariableOf(expression, node, CelTypeKind.Bool) is { } flag)
        {
            return new ConstantTest<IsNotEqual>(new ColumnNumber(PlaceOf(_numbers, flag)), 0);
        }

        if (node is not CelCall call)
        {
            return null;
        }

        switch (call.Function)
        {
            case Operators.And or Operators.Or:
                return new LogicTest(call.Function == Operators.And, [.. call.Arguments.Select(a => Test(expression, a))]);
            case Operators.Not:
                return new NotTest(Test(expression, call.Arguments[0]));
            case Operators.Known when expression.Environment.HasUnknownForms && call is { Target: null, Arguments.Count: 1 }:
                return Number(expression, call.Arguments[0], false) is { } asked ? new KnownTest(asked) : null;
            case Operators.Less or Operators.LessOrEqual or Operators.Greater or Operators.GreaterOrEqual or Operators.Equal or Operators.NotEqual:
                return Comparison(expression, call);
            case Operators.In:
                return OneOf(expression, call.Arguments[0], call.Arguments[1]);
            default:
                return null;
        }
    }

    private BlockTest? Comparison(CelExpression expression, CelCall call)
    {
        // A whole number is compared with a double as a double.
        var ofDoubles = call.Arguments.Any(a => expression.Resolution.TypeOf(a).WithoutNull.Kind == CelTypeKind.Double);
        if (ofDoubles && Number(expression, call.Arguments[0], true) is { } left && Number(expression, call.Arguments[1], true) is { } right)
        {
            return Compare(DoubleTest.KindOf(call.Function), left, right);
        }

        return call.Function is Operators.Equal or Operators.NotEqual
            ? TextComparison(expression, call.Arguments[0], call.Arguments[1], call.Function == Operators.Equal)
                ?? TextComparison(expression, call.Arguments[1], call.Arguments[0], call.Function == Operators.Equal)
            : null;
    }

    private TextTest? TextComparison(CelExpression expression, CelNode column, CelNode constant, bool isEqual) =>
        VariableOf(expression, column, CelTypeKind.String) is { } name && constant is CelLiteral { Value.Kind: CelKind.String } literal
            ? new(PlaceOf(_texts, name), [literal.Value.AsString()], isEqual)
            : null;

    // Going through a list is paid for, so there must be enough for all lists that are written.
    private TextTest? OneOf(CelExpression expression, CelNode column, CelNode list)
    {
        if (list is not CelListLiteral || expression.Resolution.Types.Length > expression.Environment.Limits.MaximumCost || VariableOf(expression, column, CelTypeKind.String) is not { } name)
        {
            return null;
        }

        string?[] constants = [.. list.Parts.Select(p => (p as CelLiteral)?.Value.Object as string)];
        return constants.Contains(null) ? null : new(PlaceOf(_texts, name), constants!, isOneOf: true);
    }

    private static BlockTest Compare(DoubleTest.Kind kind, BlockNumber left, BlockNumber right)
    {
        if (left is ConstantNumber && right is not ConstantNumber)
        {
            return Compare(DoubleTest.Turned(kind), right, left);
        }

        return kind switch
        {
            DoubleTest.Kind.Less => Compare<IsLess>(left, right),
            DoubleTest.Kind.LessOrEqual => Compare<IsLessOrEqual>(left, right),
            DoubleTest.Kind.Greater => Compare<IsGreater>(left, right),
            DoubleTest.Kind.GreaterOrEqual => Compare<IsGreaterOrEqual>(left, right),
            DoubleTest.Kind.Equal => Compare<IsEqual>(left, right),
            _ => Compare<IsNotEqual>(left, right),
        };
    }

    private static BlockTest Compare<TComparison>(BlockNumber left, BlockNumber right)
        where TComparison : struct, IDoubleComparison => right is not ConstantNumber { Value: var constant } ? new NumberTest<TComparison>(left, right)
        : left is OperationNumber operation ? operation.Compared<TComparison>(constant)
        : new ConstantTest<TComparison>(left, constant);

    private BlockNumber? Number(CelExpression expression, CelNode node, bool isWidened)
    {
        if (node is CelLiteral { Value: var value })
        {
            return value.IsDouble ? new ConstantNumber(value.DoubleBits) : isWidened && value.IsNumber ? new ConstantNumber(CelEquality.ToDouble(value)) : null;
        }

        if (VariableOf(expression, node, CelTypeKind.Double) is { } name)
        {
            return new ColumnNumber(PlaceOf(_numbers, name));
        }

        return node is CelCall call ? Computed(expression, call) : null;
    }

    private BlockNumber? Computed(CelExpression expression, CelCall call)
    {
        if (expression.Resolution.TypeOf(call).Kind != CelTypeKind.Double || call.Arguments.Count is 0 or > 2 || call.Target is not null)
        {
            return null;
        }

        var widened = (expression.Resolution.Of(call) as FunctionReference)?.Widened;
        if (Number(expression, call.Arguments[0], widened?[0] == true) is not { } left)
        {
            return null;
        }

        if (call.Function == Operators.Negate)
        {
            // −x is −1·x to the bit, the sign of zero included.
            return new OperationNumber<Product>(left, new ConstantNumber(-1));
        }

        if (call.Arguments.Count < 2 || Number(expression, call.Arguments[1], widened?[1] == true) is not { } right)
        {
            return null;
        }

        return call.Function switch
        {
            Operators.Add => new OperationNumber<Sum>(left, right),
            Operators.Subtract => new OperationNumber<Difference>(left, right),
            Operators.Multiply => new OperationNumber<Product>(left, right),
            Operators.Divide => new OperationNumber<Quotient>(left, right),
            Operators.OrElse when expression.Environment.HasUnknownForms => new OrElseNumber(left, right),
            _ => null,
        };
    }

    private string? VariableOf(CelExpression expression, CelNode node, CelTypeKind kind)
    {
        return expression.Resolution.TypeOf(node).WithoutNull.Kind != kind ? null
            : node is CelSelect or CelCall && columnOf?.Invoke(expression, node) is { } whole ? whole
            : (expression.Resolution.Of(node) as VariableReference)?.Variable?.Name;
    }

    private static int PlaceOf(List<string> names, string name)
    {
        var place = names.IndexOf(name);
        if (place < 0)
        {
            place = names.Count;
            names.Add(name);
        }

        return place;
    }

    private RowTest ByRow(CelExpression expression, CelNode node) => new(Rows(expression, node));

    /// <summary>An expression as a whole, row by row.</summary>
    public ColumnRows CompileRows(CelExpression expression) => Rows(expression, expression.Root);

    private ColumnRows Rows(CelExpression expression, CelNode node)
    {
        var binding = CelBinding.For<ColumnRow>();
        foreach (var variable in expression.Environment.Variables)
        {
            binding.Reader(new ColumnReader(variable.Name, variable.Type));
        }

        if (columnOf is not null)
        {
            binding.Recognising((e, part) => columnOf(e, part) is { } name ? new ColumnReader(name, e.Resolution.TypeOf(part)) : null);
        }

        var builder = new NodeBuilder<ColumnRow>(expression, new(expression, binding.Build()), isTraced: false);
        var built = builder.Build(node);
        _others.AddRange(builder.Readers.Select(r => r.Name).Except(_others, StringComparer.Ordinal));
        return new(built, expression.Resolution.Locals, expression.Environment.Limits.MaximumCost);
    }
}
