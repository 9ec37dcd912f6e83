namespace CustomerSuccess.Expressions;

/// <summary>A constant.</summary>
internal sealed class ConstantNode(CelValue value) : Node
{
    private readonly double _double = value.IsDouble ? value.DoubleBits : 0;
    private readonly string _text = value.Object as string ?? "";

    public CelValue Value => value;

    public override CelValue Evaluate(Frame frame) => value;

    public override Timed EvaluateTimed(Frame frame) => Timed.Always(value);

    public override Tri Test(Frame frame) => value.IsBool ? value.IsTrue ? Tri.Yes : Tri.No : Tri.Other;

    public override bool TryDouble(Frame frame, out double result)
    {
        result = _double;
        return value.IsDouble;
    }

    public override bool TryText(Frame frame, out string text)
    {
        text = _text;
        return value.Object is string;
    }
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
            return new(Failed(e), frame.Now + frame.Recheck);
        }

        return reader.Growth == CelGrowth.Opaque
            ? new(value, frame.Now + frame.Recheck)
            : new(value, until?.UtcTicks ?? Timed.Forever, value.IsKnown ? reader.Growth : CelGrowth.None);
    }

    public override bool TryDouble(Frame frame, out double value)
    {
        try
        {
            return reader.TryReadDouble(Frame<T>.RowOf(frame), out value);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            value = 0;
            return false;
        }
    }

    public override bool TryText(Frame frame, out string value)
    {
        try
        {
            var known = reader.TryReadText(Frame<T>.RowOf(frame), out var text);
            value = text ?? "";
            return known;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            value = "";
            return false;
        }
    }

    // What a host's lambda throws is not known, as everywhere.
    private CelValue Failed(Exception e) => CelValue.Unknown(reader.Name, $"it could not be read: {e.GetType().Name}: {e.Message}");
}
