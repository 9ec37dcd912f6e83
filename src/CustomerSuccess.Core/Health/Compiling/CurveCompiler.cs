namespace CustomerSuccess.Health;

/// <summary>Lays curves out as tables.</summary>
internal static class CurveCompiler
{
    public static CompiledCurve Compile(Curve curve) => curve switch
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
        LogisticCurve logistic => new CompiledCurve(logistic),
        PercentileCurve => Course([]),
        TableCurve table => Course(TableOp.Of(table).Rows.Edges),
        _ => throw new InvalidOperationException($"A curve of type {curve.GetType().Name} cannot be compiled."),
    };

    // Points come of two numbers; of one alone there is only the course: where they can change.
    private static CompiledCurve Course(double[] edges) => Steps(edges, new double[edges.Length + 1]);

    private static CompiledCurve Ranges(CurveRange[] ranges) => Steps(
        [.. ranges.Skip(1).Select(r => r.Range.LowerIncluded ? Edge.AtLeast(r.Range.Lower) : Edge.MoreThan(r.Range.Lower))],
        [.. ranges.Select(r => r.Points)]);

    private static CompiledCurve Steps(double[] edges, double[] points) =>
        new(edges, [.. points.Select(p => new CurvePiece(0, Zero(p), 0, Zero(p), Zero(p)))], isStep: true);

    private static CompiledCurve Lines(CurvePoint[] points)
    {
        var pieces = new CurvePiece[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var (at, y) = (Zero(points[i].Raw), Zero(points[i].Points));
            var next = points[Math.Min(i + 1, points.Length - 1)];
            var slope = i == points.Length - 1 ? 0 : (next.Points - y) / (next.Raw - at);
            pieces[i] = new CurvePiece(at, y, slope, Math.Min(y, Zero(next.Points)), Math.Max(y, Zero(next.Points)));
        }

        return new CompiledCurve([.. pieces.Skip(1).Select(p => p.At)], pieces, isStep: false);
    }

    // Adding 0 turns −0 into 0, so that no later comparison of the two can matter.
    private static double Zero(double number) => number + 0d;
}
