namespace CustomerSuccess.Health;

/// <summary>
/// A measure that may be moved: from where, within which range, and to which points the score can change its course. Those
/// are the curve's breakpoints and edges, the thresholds of conditions that read the measure, just below and just above
/// each, and the ends of the range.
/// </summary>
internal sealed class Movable
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _effort;
    private readonly bool _isCategory;

    private Movable(ScorecardProgram program, double[] inputs, int measure, double from)
    {
        ref readonly var op = ref program.Measures[measure];
        var model = program.MeasureModels[measure];
        (Measure, Model, From, _effort) = (measure, model, from, model.Effort!.Value);
        _isCategory = model.Curve is CategoryCurve;
        var critical = op.Curve.Critical;
        (_low, _high) = _isCategory || (op.ClampLow > -double.MaxValue && op.ClampHigh < double.MaxValue) ? (op.ClampLow, op.ClampHigh) : (critical.Min(), critical.Max());
        Points = _isCategory
            ? [.. Enumerable.Range(0, ((CategoryCurve)model.Curve).Categories.Count).Select(i => (double)i).Where(i => i != Math.Round(from))]
            : [.. Course(program, measure).Where(p => HasPoints(program.Measures[measure], inputs, p))];
    }

    public int Measure { get; }

    public MeasureModel Model { get; }

    /// <summary>The raw value now, within the valid range.</summary>
    public double From { get; }

    /// <summary>The points to try, nearest first; between two neighbours on the same side the score runs one way.</summary>
    public double[] Points { get; }

    public bool IsContinuous => !_isCategory && !IsTable && !Model.WholeNumbers;

    /// <summary>True where the points come of a table: its rows are tried, and nothing between them.</summary>
    public bool IsTable => Model.Curve is TableCurve;

    /// <summary>The measure, or null where it is not actionable or not observed.</summary>
    public static Movable? Of(ScorecardProgram program, double[] inputs, int segment, int measure)
    {
        if (program.MeasureModels[measure].Effort is null)
        {
            return null;
        }

        ref readonly var op = ref program.Measures[measure];
        return MeasureEvaluator.State(op, inputs, measure, segment) == MeasureState.Observed
            ? new Movable(program, inputs, measure, MeasureEvaluator.Raw(op, inputs, measure))
            : null;
    }

    /// <summary>The share of the range crossed × the effort. Another category crosses the whole.</summary>
    public double Cost(double to) => _isCategory ? (to == From ? 0 : _effort) : Math.Abs(to - From) / (_high - _low) * _effort;

    // A table's cell without points would make the measure unknown, which is no way to a better score.
    private static bool HasPoints(in MeasureOp op, double[] inputs, double to) =>
        op.Wide is not { Table: { } table, BySlot: var by } || !double.IsNaN(table.Points(to, inputs[by]));

    private double[] Course(ScorecardProgram program, int measure)
    {
        ref readonly var op = ref program.Measures[measure];
        var (least, most) = (op.ClampLow, op.ClampHigh);
        var (critical, isStep) = (op.Curve.Critical, op.Curve.IsStep);
        var thresholds = program.Exceptions.SelectMany(e => e.Condition)
            .Where(c => c.Kind == ConditionKind.AtLeast && c.Index == measure)
            .Select(c => c.Threshold)
            .ToArray();
        var points = thresholds.Concat(isStep ? critical : []).SelectMany(AtAndAround)
            .Concat(isStep ? [] : critical)
            // Nothing between a table's points is tried: the last number before an edge is one.
            .Concat(IsTable ? thresholds.Concat(critical).Select(double.BitDecrement) : [])
            .Append(_low).Append(_high)
            .SelectMany(p => Model.WholeNumbers ? new[] { Math.Floor(p), Math.Ceiling(p) } : [p])
            .Where(p => p >= least && p <= most && p != From)
            // Where no condition reads the measure, only the better direction can help.
            .Where(p => thresholds.Length > 0 || Model.Polarity == Polarity.Neither || (p > From) == (Model.Polarity == Polarity.MoreIsBetter))
            .Distinct();
        // A fresh observation of the same value is a move too where the present one has decayed.
        return [.. points.Concat(double.IsInfinity(op.HalfLifeDays) ? [] : [From]).OrderBy(Cost).ThenBy(p => p)];
    }

    // Edges are stored with their tolerance; people know them without.
    private static double[] AtAndAround(double threshold)
    {
        var rounded = Math.Abs(threshold) < 1e6 ? Math.Round(threshold, 8) : threshold;
        var edge = Math.Abs(rounded - threshold) < 2 * Edge.Tolerance ? rounded : threshold;
        return [edge - Edge.Nudge, edge, edge + Edge.Nudge, threshold];
    }
}
