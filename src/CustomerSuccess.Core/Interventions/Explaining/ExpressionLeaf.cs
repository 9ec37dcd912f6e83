using CustomerSuccess.Expressions;

namespace CustomerSuccess.Interventions;

/// <summary>Reads a part of an expression: a comparison with a constant, a yes or no, or something else.</summary>
internal static class ExpressionLeaf
{
    public static ConditionLeaf Read(FactCondition condition, CelExpression expression, CelTrace trace, IFacts facts)
    {
        var (compared, demands) = Compare(expression, trace);
        return new()
        {
            Text = $"{condition}",
            Holds = condition.Holds(facts),
            Values = [.. Seen(trace).DistinctBy(v => v.Name)],
            Reads = expression.Reads,
            IsConstant = expression.TryConstant(expression.Root, out _),
            Compared = compared,
            WhenTrue = demands?.True,
            WhenFalse = demands?.False,
        };
    }

    private static (ComparedValue? Value, (Demand True, Demand False)? Demands) Compare(CelExpression expression, CelTrace trace)
    {
        var root = expression.Root;
        if (root is CelCall { Target: null, Arguments: [var left, var right] } call && trace.Parts.Count == 2)
        {
            var (side, sign) = expression.TryConstant(right, out var constant) ? (0, call.Function)
                : expression.TryConstant(left, out constant) ? (1, Mirrored(call.Function))
                : (-1, "");
            if (side >= 0 && ScaleOf(expression, root.Parts[side]) is { } scale && Demands(scale, sign, constant) is { } demands)
            {
                return (Compared(expression, trace.Parts[side], scale), demands);
            }
        }

        return IsRead(trace) && ScaleOf(expression, root) == Scale.Flag
            ? (Compared(expression, trace, Scale.Flag), (Demand.Among(Scale.Flag, [true]), Demand.Among(Scale.Flag, [false])))
            : (null, null);
    }

    private static (Demand True, Demand False)? Demands(Scale scale, string sign, CelValue constant)
    {
        if (sign == "@in")
        {
            return constant.Kind == CelKind.List && constant.AsList().Select(Scale.Of).ToArray() is var all && Array.TrueForAll(all, v => Fits(v, scale))
                ? (Demand.Among(scale, all!), Demand.Without(scale, all!))
                : null;
        }

        if (Scale.Of(constant) is not { } value || !Fits(value, scale))
        {
            return null;
        }

        return sign switch
        {
            "_==_" => (Demand.Among(scale, [value]), Demand.Without(scale, [value])),
            "_!=_" => (Demand.Without(scale, [value]), Demand.Among(scale, [value])),
            "_>=_" when scale.IsOrdered => (Demand.From(scale, value, isOpen: false), Demand.To(scale, value, isOpen: true)),
            "_>_" when scale.IsOrdered => (Demand.From(scale, value, isOpen: true), Demand.To(scale, value, isOpen: false)),
            "_<=_" when scale.IsOrdered => (Demand.To(scale, value, isOpen: false), Demand.From(scale, value, isOpen: true)),
            "_<_" when scale.IsOrdered => (Demand.To(scale, value, isOpen: true), Demand.From(scale, value, isOpen: false)),
            _ => null,
        };
    }

    private static bool Fits(object? value, Scale scale) => value switch
    {
        double => scale == Scale.Number || scale == Scale.Whole,
        TimeSpan => scale == Scale.Duration,
        DateTimeOffset => scale == Scale.Instant,
        string => scale == Scale.Words,
        bool => scale == Scale.Flag,
        _ => false,
    };

    private static string Mirrored(string function) => function switch
    {
        "_<_" => "_>_",
        "_<=_" => "_>=_",
        "_>_" => "_<_",
        "_>=_" => "_<=_",
        "@in" => "",
        _ => function,
    };

    private static Scale? ScaleOf(CelExpression expression, CelNode node)
    {
        var type = expression.TypeOf(node);
        return Scale.Of(type.Kind == CelTypeKind.Nullable ? type.Parameters[0].Kind : type.Kind);
    }

    private static ComparedValue Compared(CelExpression expression, CelTrace trace, Scale scale) =>
        new(trace.Node.ToString(), trace.Value is { } value ? Scale.Of(value) : null, Shown(trace, expression, scale), IsRead(trace));

    private static Reading<string> Shown(CelTrace trace, CelExpression expression, Scale scale) => trace.Value is not { } value ? Reading.Unknown<string>()
        : Scale.Of(value) is { } known ? Reading.Known(scale.Text(known))
        : value.Kind == CelKind.Null ? Reading.Known("null")
        : Reading.Unknown<string>(Values.Text(value, expression).Causes);

    // A name, a field of a name, or what the host reads as a whole.
    private static bool IsRead(CelTrace trace) => trace is { Value: not null, Node: CelName or CelSelect { IsTest: false } or CelCall } && trace.Parts.All(p => p.Value is null || p.Node is CelName or CelSelect) && (trace.Node is not CelCall || trace.Parts.Count == 0);

    private static IEnumerable<ConditionValue> Seen(CelTrace trace)
    {
        if (trace.Node is CelLiteral || trace.Value is not { } value)
        {
            return trace.Parts.SelectMany(Seen);
        }

        return IsRead(trace) || trace.Node is CelComprehension
            ? [new() { Name = trace.Node.ToString(), Value = Text(value) }]
            : trace.Parts.SelectMany(Seen);
    }

    private static Reading<string> Text(CelValue value) => value.IsUnknown ? Reading.Unknown<string>(Unknowns.CausesOf(value.AsUnknown()))
        : Scale.Of(value) is { } known ? Reading.Known(Scale.TextOf(known))
        : Reading.Known(value.ToString());
}
