namespace CustomerSuccess.Expressions;

/// <summary>
/// A part of an expression made ready to run: it gives values, which say why something is unknown or an error. Immutable.
/// </summary>
internal abstract class Node
{
    public abstract CelValue Evaluate(Frame frame);

    /// <summary>How the value may move with time, as far as that is told before it is evaluated; none also where it <see cref="IsOpaque"/>.</summary>
    public virtual CelGrowth Growth => CelGrowth.None;

    /// <summary>Whether it cannot be foreseen when the value changes, although that of its parts can.</summary>
    public virtual bool IsOpaque => false;

    /// <summary>The value, and until when it stands while nothing new is recorded.</summary>
    public abstract Timed EvaluateTimed(Frame frame);
}

/// <summary>A value, and the first instant at which it may be another; how it moves until then.</summary>
internal readonly record struct Timed(CelValue Value, long Until, CelGrowth Growth = CelGrowth.None)
{
    public const long Forever = long.MaxValue;

    public static Timed Always(CelValue value) => new(value, Forever);
}
