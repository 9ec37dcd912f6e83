namespace CustomerSuccess.Expressions;

/// <summary>A constant.</summary>
internal sealed class ConstantNode(CelValue value) : Node
{
    public CelValue Value => value;

    public override CelValue Evaluate(Frame frame) => value;

    public override Timed EvaluateTimed(Frame frame) => Timed.Always(value);
}

/// <summary>An element that a macro is at.</summary>
internal sealed class LocalNode(int slot) : Node
{
    public override CelValue Evaluate(Frame frame) => frame.Locals[slot];

    // The range of the macro has its own Until.
    public override Timed EvaluateTimed(Frame frame) => Timed.Always(frame.Locals[slot]);
}

/// <summary>What the host reads.</summary>
internal sealed class ReaderNode<T>(CelReader<T> reader) : Node
{
    public CelReader<T> Reader => reader;

    public override CelGrowth Growth => IsOpaque ? CelGrowth.None : reader.Growth;

    public override bool IsOpaque => reader.Growth == CelGrowth.Opaque;

    public override CelValue Evaluate(Frame frame)
    {
        try
        {
            return reader.Read(Frame<T>.RowOf(frame));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed(e);
        }
    }

    public override Timed EvaluateTimed(Frame frame)
    {
        var value = Evaluate(frame);
        DateTimeOffset? until;
        try
        {
            until = reader.Until(Frame<T>.RowOf(frame));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The value is what it is; only how long it stands is not known.
            return new(value, frame.Now + frame.Recheck, CelGrowth.Opaque);
        }

        return reader.Growth == CelGrowth.Opaque
            ? new(value, frame.Now + frame.Recheck, CelGrowth.Opaque)
            : new(value, until?.UtcTicks ?? Timed.Forever, value.IsKnown ? reader.Growth : CelGrowth.None);
    }

    // What a host's lambda throws is not known, as everywhere.
    private CelValue Failed(Exception e) => CelValue.Unknown(reader.Name, $"it could not be read: {e.GetType().Name}: {e.Message}");
}
