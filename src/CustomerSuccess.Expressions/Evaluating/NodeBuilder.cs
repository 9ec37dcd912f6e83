namespace CustomerSuccess.Expressions;

/// <summary>Makes nodes of a checked tree: constants folded; or, for traces, a node for every part.</summary>
internal sealed class NodeBuilder<T>(CelExpression expression, RowReaders<T> readers, bool isTraced)
{
    private const int LargestConstant = 1000;

    private readonly Resolution _resolution = expression.Resolution;
    private readonly List<string> _unbound = [];
    private readonly List<CelReader<T>> _readers = [];
    private readonly List<CelNode> _opaque = [];
    private int _locals;

    /// <summary>Variables that the binding does not have.</summary>
    public IReadOnlyList<string> Unbound => _unbound;

    /// <summary>What is read of a row, each once.</summary>
    public IReadOnlyList<CelReader<T>> Readers => _readers;

    /// <summary>The parts of which it cannot be foreseen when they change.</summary>
    public IReadOnlyList<CelNode> Opaque => _opaque;

    public Node Build(CelNode node)
    {
        var built = Fold(node, Make(node));
        if (built.IsOpaque || (node == expression.Root && built.Growth != CelGrowth.None))
        {
            _opaque.Add(node);
        }

        return isTraced ? new SeenNode(node.Id, built) : built;
    }

    private Node Make(CelNode node)
    {
        if (readers.Recognise(node) is { } recognised)
        {
            return Read(recognised);
        }

        return node switch
        {
            CelLiteral literal => new ConstantNode(literal.Value),
            CelName => Named(node),
            CelSelect select => Select(select),
            CelCall call => Call(call),
            CelListLiteral list => new ListNode(BuildAll(list.Parts)),
            CelMapLiteral map => new MapNode(BuildAll(map.Parts)),
            CelComprehension comprehension => Comprehension(comprehension),
            _ => throw new InvalidOperationException($"There is no node for {node.GetType().Name}."),
        };
    }

    private ReaderNode<T> Read(CelReader<T> reader)
    {
        if (!_readers.Contains(reader))
        {
            _readers.Add(reader);
        }

        return new(reader);
    }

    private Node Named(CelNode node)
    {
        switch (_resolution.Of(node))
        {
            case LocalReference local:
                return new LocalNode(local.Slot);
            case TypeReference type:
                return new ConstantNode(CelValue.Of(type.Type));
            case VariableReference { Variable: { } variable } when readers.Find(node, variable) is { } reader:
                return Read(reader);
            case VariableReference { Variable: { } variable }:
                _unbound.Add(variable.Name);
                return new ConstantNode(CelValue.Null);
            case VariableReference missing:
                return new MissingNode(Errors.Of(CelErrorKind.NoSuchVariable, $"no such variable: '{missing.Name}'"), []);
            default:
                throw new InvalidOperationException($"'{node}' refers to nothing.");
        }
    }

    private Node Select(CelSelect select)
    {
        if (_resolution.Of(select) is VariableReference or TypeReference)
        {
            return Named(select);
        }

        var operand = Build(select.Operand);
        return select.IsTest ? new HasNode(operand, select.Field) : new SelectNode(operand, select.Field);
    }

    private Node Call(CelCall call)
    {
        if (expression.Environment.HasUnknownForms && call is { Target: null, Function: Operators.Known, Arguments.Count: 1 })
        {
            return new KnownNode(Build(call.Arguments[0]));
        }

        var reference = _resolution.Of(call) as FunctionReference;
        if (expression.Environment.HasUnknownForms && call is { Target: null, Function: Operators.OrElse, Arguments.Count: 2 })
        {
            var both = Widened(call.Arguments, reference);
            return new OrElseNode(both[0], both[1]);
        }

        if (call.Function is Operators.And or Operators.Or)
        {
            return new LogicNode(call.Function == Operators.And, BuildAll(call.Arguments));
        }

        var isQualified = reference?.Function is { } found && found.Name != call.Function;
        var arguments = Widened(isQualified ? call.Arguments : call.Parts, reference);
        if (reference?.Function is not { } function)
        {
            return new MissingNode(Errors.Of(CelErrorKind.NoSuchOverload, $"no such overload: there is no function '{call.Function}'"), arguments);
        }

        var isReceiver = call.Target is not null && !isQualified;
        if (reference.Single is null && !HasForm(function, isReceiver, arguments.Length))
        {
            return new MissingNode(Errors.Of(CelErrorKind.NoSuchOverload, $"no such overload: '{Operators.Shown(call.Function)}' with {arguments.Length} arguments"), arguments);
        }

        return function.Name switch
        {
            Operators.Not => new NotNode(arguments[0]),
            Operators.Conditional => new ConditionalNode(arguments[0], arguments[1], arguments[2]),
            Operators.Equal or Operators.NotEqual or Operators.Less or Operators.LessOrEqual or Operators.Greater or Operators.GreaterOrEqual => new ComparisonNode(function, arguments[0], arguments[1]),
            _ when CalendarGetters.All.TryGetValue(function.Name, out var getter) && CalendarGetter.IsOfInstants(reference.Single) => new CalendarNode(function, getter, arguments),
            _ => new CallNode(function, arguments, reference.Single),
        };
    }

    private static bool HasForm(CelFunction function, bool isReceiver, int arguments) => function.Overloads.Any(o => o.IsReceiver == isReceiver && o.Parameters.Count == arguments);

    private Node[] BuildAll(IReadOnlyList<CelNode> parts) => Widened(parts, null);

    private Node[] Widened(IReadOnlyList<CelNode> parts, FunctionReference? reference)
    {
        var nodes = new Node[parts.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = reference?.Widened?[i] == true ? Fold(parts[i], new WidenNode(Build(parts[i]))) : Build(parts[i]);
        }

        return nodes;
    }

    private ComprehensionNode Comprehension(CelComprehension comprehension)
    {
        var range = Build(comprehension.Range);
        var slot = _locals;
        _locals += comprehension.Second is null ? 1 : 2;
        var filter = comprehension.Filter is { } written ? Build(written) : null;
        var body = Build(comprehension.Body);
        _locals = slot;
        return new(new(comprehension.Macro, slot, comprehension.Second is not null, CelCost.StepsAnElement(comprehension)), range, filter, body);
    }

    // What depends on nothing is computed once; errors are left to the run.
    private Node Fold(CelNode node, Node made)
    {
        if (isTraced || made is ConstantNode || !IsConstant(node))
        {
            return made;
        }

        var frame = Frame<T>.Rent(default!, null);
        frame.Begin(_resolution.Locals, LargestConstant);
        var value = made.Evaluate(frame);
        Frame<T>.Return(frame);
        return value.IsKnown && IsSmall(value) ? new ConstantNode(value) : made;
    }

    private bool IsConstant(CelNode node) => node switch
    {
        CelLiteral => true,
        CelListLiteral or CelMapLiteral => AreConstant(node.Parts),
        CelCall call => AreConstant(call.Parts) && (call.Function is Operators.And or Operators.Or || (_resolution.Of(call) is FunctionReference { Function.IsPure: true })),
        _ => false,
    };

    private bool AreConstant(IReadOnlyList<CelNode> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (!IsConstant(parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSmall(CelValue value) => value.Object switch
    {
        string text => text.Length <= LargestConstant,
        CelList list => list.Count <= LargestConstant,
        CelMap map => map.Count <= LargestConstant,
        _ => true,
    };
}
