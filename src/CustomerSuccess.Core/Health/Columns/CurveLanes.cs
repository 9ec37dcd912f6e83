using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerSuccess.Health;

/// <summary>A measure's curve over eight rows at a time.</summary>
internal interface ICurveLanes
{
    /// <summary>True where the number is one, and in the valid range.</summary>
    Vector512<double> Accepts(Vector512<double> x);

    /// <summary>The curve's value; where the number is not accepted, some finite number.</summary>
    Vector512<double> Evaluate(Vector512<double> x);
}

/// <summary>Makes the lanes of a measure and hands them to who asks, each kind as its own type.</summary>
internal static class CurveLanes
{
    public interface IVisitor
    {
        void Visit<TCurve>(TCurve curve)
            where TCurve : struct, ICurveLanes;
    }

    /// <summary>The measure's curve, clamped into its valid range where it has one. Not for logistic curves.</summary>
    public static void Accept<TVisitor>(in MeasureOp op, ref TVisitor visitor)
        where TVisitor : struct, IVisitor, allows ref struct
    {
        var curve = op.Curve;
        if (op.ClampLow > -double.MaxValue || curve.Edges.Length > 3)
        {
            visitor.Visit(new ManyPieceLanes(op));
        }
        else if (curve.IsStep)
        {
            visitor.Visit(new FourStepLanes(curve));
        }
        else if (curve.Edges.Length == 1)
        {
            visitor.Visit(new LineLanes(curve));
        }
        else if (curve.IsRising)
        {
            visitor.Visit(new RisingLanes(curve));
        }
        else
        {
            visitor.Visit(new FourPieceLanes(curve));
        }
    }

    public static Vector512<double> Edge(CompiledCurve curve, int i) =>
        Vector512.Create(i < curve.Edges.Length ? curve.Edges[i] : double.PositiveInfinity);
}

/// <summary>One straight line, flat beyond its ends.</summary>
internal readonly struct LineLanes(CompiledCurve curve) : ICurveLanes
{
    private readonly Vector512<double> _at = Vector512.Create(curve.At[0]);
    private readonly Vector512<double> _y = Vector512.Create(curve.Y[0]);
    private readonly Vector512<double> _slope = Vector512.Create(curve.Slope[0]);
    private readonly Vector512<double> _low = Vector512.Create(curve.Low[0]);
    private readonly Vector512<double> _high = Vector512.Create(curve.High[0]);
    private readonly Vector512<double> _edge = Vector512.Create(curve.Edges[0]);
    private readonly Vector512<double> _end = Vector512.Create(curve.Y[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Accepts(Vector512<double> x) => Lanes.IsNumber(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Evaluate(Vector512<double> x)
    {
        var y = Lanes.Clamp(_y + ((x - _at) * _slope), _low, _high);
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, _edge), _end, y);
    }
}

/// <summary>Up to four pieces, none of them falling: only the first can fall below its start, so one floor serves all.</summary>
internal readonly struct RisingLanes(CompiledCurve curve) : ICurveLanes
{
    private readonly Vector512<double> _edge1 = CurveLanes.Edge(curve, 0);
    private readonly Vector512<double> _edge2 = CurveLanes.Edge(curve, 1);
    private readonly Vector512<double> _edge3 = CurveLanes.Edge(curve, 2);
    private readonly Vector512<double> _at = Lanes.Table(curve.At);
    private readonly Vector512<double> _y = Lanes.Table(curve.Y);
    private readonly Vector512<double> _slope = Lanes.Table(curve.Slope);
    private readonly Vector512<double> _high = Lanes.Table(curve.High);
    private readonly Vector512<double> _floor = Vector512.Create(curve.Y[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Accepts(Vector512<double> x) => Lanes.IsNumber(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Evaluate(Vector512<double> x)
    {
        var piece = Lanes.Reached(Lanes.Reached(Lanes.Reached(Vector512<long>.Zero, x, _edge1), x, _edge2), x, _edge3);
        var y = Lanes.LookUp(_y, piece) + ((x - Lanes.LookUp(_at, piece)) * Lanes.LookUp(_slope, piece));
        return Lanes.Clamp(y, _floor, Lanes.LookUp(_high, piece));
    }
}

/// <summary>Up to four pieces: three edges in registers, tables looked up.</summary>
internal readonly struct FourPieceLanes(CompiledCurve curve) : ICurveLanes
{
    private readonly Vector512<double> _edge1 = CurveLanes.Edge(curve, 0);
    private readonly Vector512<double> _edge2 = CurveLanes.Edge(curve, 1);
    private readonly Vector512<double> _edge3 = CurveLanes.Edge(curve, 2);
    private readonly Vector512<double> _at = Lanes.Table(curve.At);
    private readonly Vector512<double> _y = Lanes.Table(curve.Y);
    private readonly Vector512<double> _slope = Lanes.Table(curve.Slope);
    private readonly Vector512<double> _low = Lanes.Table(curve.Low);
    private readonly Vector512<double> _high = Lanes.Table(curve.High);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Accepts(Vector512<double> x) => Lanes.IsNumber(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Evaluate(Vector512<double> x)
    {
        var piece = Lanes.Reached(Lanes.Reached(Lanes.Reached(Vector512<long>.Zero, x, _edge1), x, _edge2), x, _edge3);
        var y = Lanes.LookUp(_y, piece) + ((x - Lanes.LookUp(_at, piece)) * Lanes.LookUp(_slope, piece));
        return Lanes.Clamp(y, Lanes.LookUp(_low, piece), Lanes.LookUp(_high, piece));
    }
}

/// <summary>Up to four steps: three edges in registers, the points looked up.</summary>
internal readonly struct FourStepLanes(CompiledCurve curve) : ICurveLanes
{
    private readonly Vector512<double> _edge1 = CurveLanes.Edge(curve, 0);
    private readonly Vector512<double> _edge2 = CurveLanes.Edge(curve, 1);
    private readonly Vector512<double> _edge3 = CurveLanes.Edge(curve, 2);
    private readonly Vector512<double> _y = Lanes.Table(curve.Y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Accepts(Vector512<double> x) => Lanes.IsNumber(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Evaluate(Vector512<double> x) => Lanes.LookUp(
        _y, Lanes.Reached(Lanes.Reached(Lanes.Reached(Vector512<long>.Zero, x, _edge1), x, _edge2), x, _edge3));
}

/// <summary>Any number of pieces or steps and a valid range: the tables are chosen edge by edge.</summary>
internal readonly struct ManyPieceLanes(in MeasureOp op) : ICurveLanes
{
    private readonly CompiledCurve _curve = op.Curve;
    private readonly Vector512<double> _acceptLow = Vector512.Create(op.AcceptLow);
    private readonly Vector512<double> _acceptHigh = Vector512.Create(op.AcceptHigh);
    private readonly Vector512<double> _clampLow = Vector512.Create(op.ClampLow);
    private readonly Vector512<double> _clampHigh = Vector512.Create(op.ClampHigh);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Accepts(Vector512<double> x) => Vector512.GreaterThanOrEqual(x, _acceptLow) & Vector512.LessThanOrEqual(x, _acceptHigh);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Evaluate(Vector512<double> x)
    {
        var curve = _curve;
        x = Lanes.Clamp(x, _clampLow, _clampHigh);
        var y = Vector512.Create(curve.Y[0]);
        if (curve.IsStep)
        {
            for (var i = 0; i < curve.Edges.Length; i++)
            {
                y = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, Vector512.Create(curve.Edges[i])), Vector512.Create(curve.Y[i + 1]), y);
            }

            return y;
        }

        var (at, slope) = (Vector512.Create(curve.At[0]), Vector512.Create(curve.Slope[0]));
        var (low, high) = (Vector512.Create(curve.Low[0]), Vector512.Create(curve.High[0]));
        for (var i = 0; i < curve.Edges.Length; i++)
        {
            var reached = Vector512.GreaterThanOrEqual(x, Vector512.Create(curve.Edges[i]));
            at = Vector512.ConditionalSelect(reached, Vector512.Create(curve.At[i + 1]), at);
            y = Vector512.ConditionalSelect(reached, Vector512.Create(curve.Y[i + 1]), y);
            slope = Vector512.ConditionalSelect(reached, Vector512.Create(curve.Slope[i + 1]), slope);
            low = Vector512.ConditionalSelect(reached, Vector512.Create(curve.Low[i + 1]), low);
            high = Vector512.ConditionalSelect(reached, Vector512.Create(curve.High[i + 1]), high);
        }

        return Lanes.Clamp(y + ((x - at) * slope), low, high);
    }
}
