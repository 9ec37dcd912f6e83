namespace CustomerSuccess.Health;

/// <summary>Turns a raw value into 0–100, or into points of any range inside an additive group. Immutable.</summary>
public abstract class Curve
{
    private protected Curve()
    {
    }
}

/// <summary>0 at <see cref="Worst"/>, 100 at <see cref="Best"/>, a straight line between, clamped beyond.</summary>
public sealed class LinearCurve : Curve
{
    internal LinearCurve(double worst, double best) => (Worst, Best) = (worst, best);

    /// <summary>The raw value that gives 0.</summary>
    public double Worst { get; }

    /// <summary>The raw value that gives 100.</summary>
    public double Best { get; }
}

/// <summary>Straight lines between breakpoints, clamped beyond the first and the last.</summary>
public sealed class PiecewiseCurve : Curve
{
    internal PiecewiseCurve(IReadOnlyList<CurvePoint> points) => Points = points;

    /// <summary>The breakpoints, as written.</summary>
    public IReadOnlyList<CurvePoint> Points { get; }
}

/// <summary>A raw value and what the curve makes of it.</summary>
/// <param name="Raw">The raw value, in the measure's unit.</param>
/// <param name="Points">What the curve makes of it.</param>
public readonly record struct CurvePoint(double Raw, double Points);

/// <summary>Constant points that change at edges.</summary>
public sealed class StepCurve : Curve
{
    internal StepCurve(double below, IReadOnlyList<CurvePoint> steps) => (Below, Steps) = (below, steps);

    /// <summary>The points below the first edge.</summary>
    public double Below { get; }

    /// <summary>The edges with the points from each of them on, as written.</summary>
    public IReadOnlyList<CurvePoint> Steps { get; }
}

/// <summary>Constant points on ranges with stated ends. Gaps and overlaps are configuration errors.</summary>
public sealed class RangeCurve : Curve
{
    internal RangeCurve(IReadOnlyList<CurveRange> ranges) => Ranges = ranges;

    /// <summary>The ranges, as written.</summary>
    public IReadOnlyList<CurveRange> Ranges { get; }
}

/// <summary>A range of raw values and the points of all values in it.</summary>
/// <param name="Range">The raw values.</param>
/// <param name="Points">Their points.</param>
public readonly record struct CurveRange(Interval Range, double Points);

/// <summary>100 ÷ (1 + exp(−steepness·(x − midpoint))).</summary>
public sealed class LogisticCurve : Curve
{
    internal LogisticCurve(double midpoint, double steepness) => (Midpoint, Steepness) = (midpoint, steepness);

    /// <summary>The raw value that gives 50.</summary>
    public double Midpoint { get; }

    /// <summary>The steepness per unit of the raw value; negative where less is better.</summary>
    public double Steepness { get; }
}

/// <summary>Points by category. The raw value is the category's index in the order of declaration.</summary>
public sealed class CategoryCurve : Curve
{
    internal CategoryCurve(IReadOnlyList<CurveCategory> categories) => Categories = categories;

    /// <summary>The categories, as declared.</summary>
    public IReadOnlyList<CurveCategory> Categories { get; }
}

/// <summary>A category and its points.</summary>
/// <param name="Name">The category, compared ordinally.</param>
/// <param name="Points">Its points.</param>
public readonly record struct CurveCategory(string Name, double Points);
