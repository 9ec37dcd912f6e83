namespace CustomerSuccess.Health;

/// <summary>Finds the mistakes of a measure's curve.</summary>
internal sealed class CurveCheck(MeasureDraft measure, PointsRange range, string path, DiagnosticList found)
{
    /// <summary>Points that leave the limits of their group that many times over would cost the lines their last digits.</summary>
    public const double LargestTimes = 1000;

    public const double LargestPoints = 1e6;
    public const double LargestRaw = 1e15;
    private const string Rising = "State each number once; they are sorted for you.";

    public void Run()
    {
        var before = found.Count;
        switch (measure.Curve)
        {
            case LinearCurve linear when !(Raw(linear.Worst) && Raw(linear.Best) && Math.Abs(linear.Worst - linear.Best) >= Edge.Tolerance):
                found.Add("SC011", path, $"A line from {linear.Worst} to {linear.Best} has no slope.", "State two different finite numbers: the worst value and the best.");
                break;
            case PiecewiseCurve piecewise:
                Points(piecewise.Points, 2);
                break;
            case StepCurve step:
                Points(step.Steps, 1);
                Point(step.Below);
                break;
            case RangeCurve ranges:
                Ranges(ranges.Ranges);
                break;
            case CategoryCurve categories:
                Categories(categories.Categories);
                break;
            case PercentileCurve when measure.Polarity == Polarity.Neither:
                found.Add("SC012", path, $"A percentile rank runs one way, and neither more nor less of '{measure.Name}' is said to be better.", "Say MoreIsBetter() or LessIsBetter().");
                break;
            case LogisticCurve logistic when !(Raw(logistic.Midpoint) && double.IsFinite(logistic.Steepness) && logistic.Steepness != 0):
                found.Add("SC011", path, $"A logistic curve around {logistic.Midpoint} with steepness {logistic.Steepness} is not a curve.", "State a finite midpoint and a steepness other than 0.");
                break;
        }

        if (found.Count == before)
        {
            Direction();
        }
    }

    private static bool Raw(double x) => Math.Abs(x) <= LargestRaw;

    private void Points(IReadOnlyList<CurvePoint> points, int least)
    {
        if (points.Count < least)
        {
            found.Add("SC011", path, $"The curve has {points.Count} points and needs at least {least}.", "Add points, each a raw value and what it gives.");
        }

        foreach (var point in points)
        {
            if (!Raw(point.Raw))
            {
                found.Add("SC011", path, $"The curve has a point at {point.Raw}.", "Use numbers within ±1e15.");
            }

            Point(point.Points);
        }

        var sorted = points.Select(p => p.Raw).Order().ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] - sorted[i - 1] < 4 * Edge.Tolerance)
            {
                found.Add("SC011", path, $"The curve has two points at {sorted[i]}.", Rising);
            }
        }
    }

    private void Point(double points)
    {
        if (!range.Holds(points))
        {
            found.Add("SC013", path, $"The curve gives {points} points, outside {range.Low} to {range.High}.", range.Adds ? "Use smaller points, or wider limits of the group." : $"Give {range.Low} to {range.High}, or put the measure into an additive group.");
        }
    }

    private void Ranges(IReadOnlyList<CurveRange> ranges)
    {
        if (ranges.Count == 0 || ranges.Any(r => r.Range is null))
        {
            found.Add("SC011", path, $"The curve has no ranges, or one that is null.", "Add ranges such as [0, 50), each with what it gives.");
            return;
        }

        foreach (var range in ranges)
        {
            Point(range.Points);
        }

        var (minimum, maximum) = measure.Valid ?? (double.NegativeInfinity, double.PositiveInfinity);
        var (gaps, overlaps) = RangeCoverage.Check([.. ranges.Select(r => (r.Range.ToString(), r.Range))], minimum, maximum);
        foreach (var gap in gaps)
        {
            found.Add("SC019", path, $"The ranges leave a gap: {gap} has no points.", measure.Valid is null ? "Extend a range, or state the valid range of the measure." : "Extend a range.");
        }

        foreach (var overlap in overlaps)
        {
            found.Add("SC020", path, $"Two ranges overlap: {overlap}.", "Let each value be in one range: [0, 50) and [50, 75).");
        }
    }

    private void Categories(IReadOnlyList<CurveCategory> categories)
    {
        if (categories.Count == 0 || categories.Any(c => string.IsNullOrWhiteSpace(c.Name)))
        {
            found.Add("SC011", path, $"'{measure.Name}' has no categories, or one without a name.", "List every category with its points.");
        }

        foreach (var twice in categories.GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            found.Add("SC002", path, $"The category '{twice.Key}' is listed {twice.Count()} times.", "List it once.");
        }

        foreach (var category in categories)
        {
            Point(category.Points);
        }
    }

    private void Direction()
    {
        if (measure.Polarity == Polarity.Neither || measure.Curve is PercentileCurve)
        {
            return;
        }

        var curve = CurveCompiler.Compile(measure.Curve!);
        var falls = curve.IsLogistic ? curve.Steepness < 0 : Pairs(curve.Y).Any(p => p.Next < p.Before);
        var rises = curve.IsLogistic ? curve.Steepness > 0 : Pairs(curve.Y).Any(p => p.Next > p.Before);
        if (measure.Curve is LinearCurve linear)
        {
            (falls, rises) = (linear.Best < linear.Worst, linear.Best > linear.Worst);
        }

        if (measure.Polarity == Polarity.MoreIsBetter ? falls : rises)
        {
            var (word, verb) = measure.Polarity == Polarity.MoreIsBetter ? ("more", "falls") : ("less", "rises");
            found.Add("SC012", path, $"The curve {verb} although {word} is better.", "Turn the curve or the polarity, or say NeitherIsBetter() for a target in between.");
        }
    }

    private static IEnumerable<(double Before, double Next)> Pairs(double[] y) => y.Zip(y.Skip(1));
}
