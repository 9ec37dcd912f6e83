namespace CustomerSuccess.Expressions;

/// <summary>What a condition comes to on the fast path.</summary>
internal enum Tri : byte
{
    No,
    Yes,

    /// <summary>Unknown, an error, or no condition: <see cref="Node.Evaluate"/> says which.</summary>
    Other,
}

/// <summary>
/// A part of an expression made ready to run. Two paths give the same: values, which say why something is unknown or an error;
/// and typed answers, which allocate nothing and, where they have none, leave it to values. Immutable.
/// </summary>
internal abstract class Node
{
    public abstract CelValue Evaluate(Frame frame);

    /// <summary>The value, and until when it stands while nothing new is recorded.</summary>
    public abstract Timed EvaluateTimed(Frame frame);

    public virtual Tri Test(Frame frame)
    {
        var value = Evaluate(frame);
        return value.IsBool ? value.IsTrue ? Tri.Yes : Tri.No : Tri.Other;
    }

    public virtual bool TryDouble(Frame frame, out double value)
    {
        var read = Evaluate(frame);
        value = read.IsDouble ? read.DoubleBits : 0;
        return read.IsDouble;
    }

    public virtual bool TryText(Frame frame, out string value)
    {
        var read = Evaluate(frame).Object as string;
        value = read ?? "";
        return read is not null;
    }
}

/// <summary>A value, and the first instant at which it may be another; how it moves until then.</summary>
internal readonly record struct Timed(CelValue Value, long Until, CelGrowth Growth = CelGrowth.None)
{
    public const long Forever = long.MaxValue;

    public static Timed Always(CelValue value) => new(value, Forever);
}
