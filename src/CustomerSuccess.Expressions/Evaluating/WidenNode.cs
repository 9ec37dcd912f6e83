namespace CustomerSuccess.Expressions;

/// <summary>A whole number that becomes a double: beside one, where the environment widens, and in comparisons.</summary>
internal sealed class WidenNode(Node inner) : Node
{
    public override CelGrowth Growth => inner.Growth;

    public override CelValue Evaluate(Frame frame) => Of(inner.Evaluate(frame));

    public override Timed EvaluateTimed(Frame frame)
    {
        var timed = inner.EvaluateTimed(frame);
        return timed with { Value = Of(timed.Value) };
    }

    private static CelValue Of(CelValue value) => value.IsInt || value.IsUint ? CelValue.Of(CelEquality.ToDouble(value)) : value;
}
