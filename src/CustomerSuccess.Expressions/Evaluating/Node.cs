namespace CustomerSuccess.Expressions;

/// <summary>
/// A part of an expression made ready to run: it gives values, which say why something is unknown or an error. Immutable.
/// </summary>
internal abstract class Node
{
    public abstract CelValue Evaluate(Frame frame);

    /// <summary>The value, and until when it stands while nothing new is recorded.</summary>
    public abstract Timed EvaluateTimed(Frame frame);
}

/// <summary>A value, and the first instant at which it may be another; how it moves until then.</summary>
internal readonly record struct Timed(CelValue Value, long Until, CelGrowth Growth = CelGrowth.None)
{
    public const long Forever = long.MaxValue;

    public static Timed Always(CelValue value) => new(value, Forever);
}
