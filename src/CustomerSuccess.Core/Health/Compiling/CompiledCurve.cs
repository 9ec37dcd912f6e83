using System.Runtime.CompilerServices;

namespace CustomerSuccess.Health;

/// <summary>
/// A curve as flat tables. The piece of x is the number of edges that x has reached; within a piece the value is
/// y + (x − at)·slope, kept between the piece's ends. At a breakpoint that is the breakpoint's own value, exactly.
/// </summary>
internal sealed class CompiledCurve
{
    /// <summary>Edges between pieces, compared with ≥, tolerance built in where the curve is a step.</summary>
    public required double[] Edges { get; init; }

    public required double[] At { get; init; }

    public required double[] Y { get; init; }

    public required double[] Slope { get; init; }

    public required double[] Low { get; init; }

    public required double[] High { get; init; }

    public bool IsStep { get; init; }

    public bool IsLogistic { get; init; }

    /// <summary>True where no piece falls.</summary>
    public bool IsRising { get; init; }

    public double Midpoint { get; init; }

    public double Steepness { get; init; }

    /// <summary>The raw values at which the curve changes its course, for counterfactuals: breakpoints, or edges as compared.</summary>
    public required double[] Critical { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(double x)
    {
        if (IsLogistic)
        {
            return Logistic(x);
        }

        var edges = Edges;
        var piece = 0;
        while (piece < edges.Length && x >= edges[piece])
        {
            piece++;
        }

        if (IsStep)
        {
            return Y[piece];
        }

        // Below the first breakpoint the line falls out of the first piece's ends and is kept at its own; beyond the last it is flat.
        var y = Y[piece] + ((x - At[piece]) * Slope[piece]);
        return Math.Min(Math.Max(y, Low[piece]), High[piece]);
    }

    public double Logistic(double x) => 100 / (1 + EngineMath.Exp(-Steepness * (x - Midpoint)));

    /// <summary>The lowest and the highest value over a range of raw values, which may be infinite.</summary>
    public (double Low, double High) Reach(double minimum, double maximum)
    {
        if (IsLogistic)
        {
            var (a, b) = (Logistic(minimum), Logistic(maximum));
            return (Math.Min(a, b), Math.Max(a, b));
        }

        var (first, last) = (Evaluate(minimum), Evaluate(maximum));
        var (low, high) = (Math.Min(first, last), Math.Max(first, last));
        foreach (var x in IsStep ? Edges : At)
        {
            if (x >= minimum && x <= maximum)
            {
                var y = Evaluate(x);
                (low, high) = (Math.Min(low, y), Math.Max(high, y));
            }
        }

        return (low, high);
    }

    public static CompiledCurve Of(Curve curve) => curve switch
    {
        LinearCurve linear => Lines(linear.Worst < linear.Best
            ? [new(linear.Worst, 0), new(linear.Best, 100)]
            : [new(linear.Best, 100), new(linear.Worst, 0)]),
        PiecewiseCurve piecewise => Lines([.. piecewise.Points.OrderBy(p => p.Raw)]),
        StepCurve step => Steps(
            [.. step.Steps.OrderBy(s => s.Raw).Select(s => Edge.AtLeast(s.Raw))],
            [step.Below, .. step.Steps.OrderBy(s => s.Raw).Select(s => s.Points)]),
        RangeCurve range => Ranges([.. range.Ranges.OrderBy(r => r.Range.Lower).ThenBy(r => r.Range.Upper)]),
        CategoryCurve category => Steps(
            [.. Enumerable.Range(1, category.Categories.Count - 1).Select(i => i - 0.5)],
            [.. category.Categories.Select(c => c.Points)]),
        LogisticCurve logistic => new CompiledCurve
        {
            Edges = [],
            At = [],
            Y = [],
            Slope = [],
            Low = [],
            High = [],
            Critical = [],
            IsLogistic = true,
            Midpoint = logistic.Midpoint,
            Steepness = logistic.Steepness,
        },
        _ => throw new InvalidOperationException($"A curve of type {curve.GetType().Name} cannot be compiled."),
    };

    private static CompiledCurve Ranges(CurveRange[] ranges) => Steps(
        [.. ranges.Skip(1).Select(r => r.Range.LowerIncluded ? Edge.AtLeast(r.Range.Lower) : Edge.MoreThan(r.Range.Lower))],
        [.. ranges.Select(r => r.Points)]);

    private static CompiledCurve Steps(double[] edges, double[] points) => Constant(edges, [.. points.Select(p => p + 0d)]);

    // Adding 0 turns −0 into 0, so that no later comparison of the two can matter.
    private static CompiledCurve Constant(double[] edges, double[] y) => new()
    {
        Edges = edges,
        At = new double[y.Length],
        Y = y,
        Slope = new double[y.Length],
        Low = y,
        High = y,
        IsStep = true,
        Critical = edges,
    };

    private static CompiledCurve Lines(CurvePoint[] points)
    {
        var slopes = new double[points.Length];
        var (low, high) = (new double[points.Length], new double[points.Length]);
        for (var i = 0; i < points.Length; i++)
        {
            var next = points[Math.Min(i + 1, points.Length - 1)];
            slopes[i] = i == points.Length - 1 ? 0 : (next.Points - points[i].Points) / (next.Raw - points[i].Raw);
            (low[i], high[i]) = (Math.Min(points[i].Points, next.Points) + 0d, Math.Max(points[i].Points, next.Points) + 0d);
        }

        double[] at = [.. points.Select(p => p.Raw + 0d)];
        return new CompiledCurve
        {
            Edges = at[1..],
            At = at,
            Y = [.. points.Select(p => p.Points + 0d)],
            Slope = slopes,
            Low = low,
            High = high,
            Critical = at,
            IsRising = points.Zip(points.Skip(1)).All(p => p.Second.Points >= p.First.Points),
        };
    }
}
