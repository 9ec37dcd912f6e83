namespace CustomerSuccess.Expressions;

/// <summary>An operator of two doubles.</summary>
internal sealed class DoubleArithmeticNode(CelFunction function, Node left, Node right) : CallNode(function, [left, right])
{
    private readonly char _sign = function.Name[1];

    public override bool TryDouble(Frame frame, out double value)
    {
        value = 0;
        if (!Arguments[0].TryDouble(frame, out var a) || !Arguments[1].TryDouble(frame, out var b))
        {
            return false;
        }

        value = _sign switch
        {
            '+' => a + b,
            '-' => a - b,
            '*' => a * b,
            _ => a / b,
        };
        return true;
    }
}

/// <summary>A whole number that becomes a double, where the environment widens.</summary>
internal sealed class WidenNode(Node inner) : Node
{
    public override CelValue Evaluate(Frame frame) => Of(inner.Evaluate(frame));

    public override Timed EvaluateTimed(Frame frame)
    {
        var timed = inner.EvaluateTimed(frame);
        return timed with { Value = Of(timed.Value) };
    }

    private static CelValue Of(CelValue value) => value.IsInt ? CelValue.Of((double)value.Bits) : value;
}
