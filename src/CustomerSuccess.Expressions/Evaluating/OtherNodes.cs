namespace CustomerSuccess.Expressions;

/// <summary>Something that an expression names and that is not there: an error, unless something else decides.</summary>
internal sealed class MissingNode(CelValue error, Node[] arguments) : Node
{
    public override CelValue Evaluate(Frame frame)
    {
        foreach (var argument in arguments)
        {
            if (argument.Evaluate(frame) is { IsError: true } earlier)
            {
                return earlier;
            }
        }

        return error;
    }

    public override Timed EvaluateTimed(Frame frame) => Timed.Always(Evaluate(frame));
}

/// <summary>Notes what a part came to, for a trace.</summary>
internal sealed class SeenNode(int id, Node inner) : Node
{
    public override CelValue Evaluate(Frame frame)
    {
        var value = inner.Evaluate(frame);
        if (frame.Seen is { } seen)
        {
            seen[id] = value;
        }

        return value;
    }

    public override Timed EvaluateTimed(Frame frame) => inner.EvaluateTimed(frame);
}
