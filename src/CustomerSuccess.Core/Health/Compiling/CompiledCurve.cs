using System.Runtime.CompilerServices;

namespace CustomerSuccess.Health;

/// <summary>
/// A curve as flat tables. The piece of x is the number of edges that x has reached; within a piece the value is
/// y + (x − at)·slope, kept between the piece's ends. At a breakpoint that is the breakpoint's own value, exactly.
/// </summary>
internal sealed class CompiledCurve
{
    public CompiledCurve(double[] edges, CurvePiece[] pieces, bool isStep)
    {
        (Edges, Pieces, IsStep) = (edges, pieces, isStep);
        At = [.. pieces.Select(p => p.At)];
        Y = [.. pieces.Select(p => p.Y)];
        Slope = [.. pieces.Select(p => p.Slope)];
        Low = [.. pieces.Select(p => p.Low)];
        High = [.. pieces.Select(p => p.High)];
        IsRising = Y.Zip(Y.Skip(1)).All(p => p.Second >= p.First);
    }

    public CompiledCurve(LogisticCurve logistic)
        : this([], [], isStep: false) => (IsLogistic, Midpoint, Steepness) = (true, logistic.Midpoint, logistic.Steepness);

    /// <summary>Edges between pieces, compared with ≥, tolerance built in where the curve is a step.</summary>
    public double[] Edges { get; }

    public CurvePiece[] Pieces { get; }

    public double[] At { get; }

    public double[] Y { get; }

    public double[] Slope { get; }

    public double[] Low { get; }

    public double[] High { get; }

    public bool IsStep { get; }

    public bool IsLogistic { get; }

    /// <summary>True where no piece falls.</summary>
    public bool IsRising { get; }

    public double Midpoint { get; }

    public double Steepness { get; }

    /// <summary>The raw values at which the curve changes its course, for counterfactuals: breakpoints, or edges as compared.</summary>
    public double[] Critical => IsStep ? Edges : At;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(double x)
    {
        if (IsLogistic)
        {
            return Logistic(x);
        }

        // Counted without a branch: values of real customers would defeat its prediction.
        var index = 0;
        foreach (var edge in Edges)
        {
            index += x >= edge ? 1 : 0;
        }

        // Below the first breakpoint the line falls out of the first piece's ends and is kept at its own; beyond the last it is flat.
        ref readonly var piece = ref Pieces[index];
        return ScalarMath.Clamp(piece.Y + ((x - piece.At) * piece.Slope), piece.Low, piece.High);
    }

    public double Logistic(double x) => 100 / (1 + EngineMath.Exp(-Steepness * (x - Midpoint)));

    /// <summary>The lowest and the highest value over a range of raw values, which may be infinite for a logistic curve.</summary>
    public (double Low, double High) Reach(double minimum, double maximum)
    {
        var (first, last) = (Evaluate(minimum), Evaluate(maximum));
        var (low, high) = (Math.Min(first, last), Math.Max(first, last));
        foreach (var x in Critical)
        {
            if (x >= minimum && x <= maximum)
            {
                var y = Evaluate(x);
                (low, high) = (Math.Min(low, y), Math.Max(high, y));
            }
        }

        return (low, high);
    }
}

/// <summary>One piece of a curve: y + (x − at)·slope, kept from low to high. No zero in it is negative.</summary>
internal readonly record struct CurvePiece(double At, double Y, double Slope, double Low, double High);
