namespace CustomerSuccess.Expressions;

/// <summary>A field of a map or record.</summary>
internal sealed class SelectNode(Node operand, string field) : Node
{
    public override CelValue Evaluate(Frame frame) => Of(operand.Evaluate(frame));

    public override Timed EvaluateTimed(Frame frame)
    {
        var timed = operand.EvaluateTimed(frame);
        return new(Of(timed.Value), timed.Until, Growing.Hidden(timed.Growth));
    }

    private CelValue Of(CelValue value) => value.IsKnown ? Elements.Field(value, field) : value;
}

/// <summary>Whether there is a field: never unknown.</summary>
internal sealed class HasNode(Node operand, string field) : Node
{
    public override CelValue Evaluate(Frame frame) => Of(operand.Evaluate(frame));

    public override Timed EvaluateTimed(Frame frame)
    {
        var timed = operand.EvaluateTimed(frame);
        return new(Of(timed.Value), timed.Until, Growing.Hidden(timed.Growth));
    }

    private CelValue Of(CelValue value) => value.IsUnknown ? CelValue.False : value.IsError ? value : Elements.Has(value, field);
}

/// <summary>A list of what its parts give.</summary>
internal sealed class ListNode(Node[] items) : Node
{
    public override bool IsOpaque => Array.Exists(items, i => i.Growth != CelGrowth.None);

    public override CelValue Evaluate(Frame frame)
    {
        var values = new CelValue[items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Evaluate(frame);
        }

        return Of(values);
    }

    public override Timed EvaluateTimed(Frame frame)
    {
        var values = new CelValue[items.Length];
        var (until, growth) = (Timed.Forever, CelGrowth.None);
        for (var i = 0; i < values.Length; i++)
        {
            var timed = items[i].EvaluateTimed(frame);
            values[i] = timed.Value;
            until = Math.Min(until, Growing.Until(timed, frame));
            growth = timed.Growth == CelGrowth.None ? growth : CelGrowth.Opaque;
        }

        return new(Of(values), until, growth);
    }

    private static CelValue Of(CelValue[] values) => Strict.Refusal(values) ?? CelValue.Of(CelList.Over(values));
}

/// <summary>A map of what its parts give: key, value, key, value.</summary>
internal sealed class MapNode(Node[] parts) : Node
{
    public override bool IsOpaque => Array.Exists(parts, p => p.Growth != CelGrowth.None);

    public override CelValue Evaluate(Frame frame)
    {
        var values = new CelValue[parts.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = parts[i].Evaluate(frame);
        }

        return Of(values);
    }

    public override Timed EvaluateTimed(Frame frame)
    {
        var values = new CelValue[parts.Length];
        var (until, growth) = (Timed.Forever, CelGrowth.None);
        for (var i = 0; i < values.Length; i++)
        {
            var timed = parts[i].EvaluateTimed(frame);
            values[i] = timed.Value;
            until = Math.Min(until, Growing.Until(timed, frame));
            growth = timed.Growth == CelGrowth.None ? growth : CelGrowth.Opaque;
        }

        return new(Of(values), until, growth);
    }

    private static CelValue Of(CelValue[] values)
    {
        if (Strict.Refusal(values) is { } refusal)
        {
            return refusal;
        }

        var map = new Dictionary<CelValue, CelValue>();
        for (var i = 0; i < values.Length; i += 2)
        {
            if (CelMap.Refusal(values[i]) is { } reason)
            {
                return Errors.Invalid($"unsupported key type: {reason}");
            }

            if (!map.TryAdd(values[i], values[i + 1]))
            {
                return Errors.Invalid($"repeated key: {values[i]}");
            }
        }

        return CelValue.Of(CelMap.Over(map));
    }
}

/// <summary>What goes into something that does not follow its movement.</summary>
internal static class Growing
{
    /// <summary>What shows of the movement of parts where only how it cannot be foreseen does.</summary>
    public static CelGrowth Hidden(CelGrowth one, CelGrowth other = CelGrowth.None) => one == CelGrowth.Opaque || other == CelGrowth.Opaque ? CelGrowth.Opaque : CelGrowth.None;

    public static long Until(Timed timed, Frame frame) => timed.Growth == CelGrowth.None ? timed.Until : Math.Min(timed.Until, frame.Now + frame.Recheck);
}
