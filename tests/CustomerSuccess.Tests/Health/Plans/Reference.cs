using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>
/// The definitions, read aloud: what a scorecard makes of a row, without tables, order of sums or speed. Equal to the engine
/// within 1e-9.
/// </summary>
internal sealed class Reference(CardPlan plan, RowPlan row)
{
    /// <summary>The computed score; NaN where there is none.</summary>
    public double Value => HasScore ? Math.Clamp(Excepted(Tree), 0, 100) : double.NaN;

    /// <summary>What the tree yields before exceptions; NaN where it yields nothing.</summary>
    public double Tree => Of(plan.Root, Standing);

    public double Coverage => Math.Min(1, Shares().Where(s => IsObserved(s.Measure)).Sum(s => s.Share));

    /// <summary>The least and the most over all completions, without exceptions.</summary>
    public (double Lower, double Upper) Bounds => (
        Of(plan.Root, m => IsObserved(m) ? Standing(m) : Judged(m, Reach(m).Low)),
        Of(plan.Root, m => IsObserved(m) ? Standing(m) : Judged(m, Reach(m).High)));

    /// <summary>
    /// Whether a child of a geometric mean is next to 0 without being 0: there the mean is so steep that the last bit of the
    /// child decides more than 1e-9, in whatever way one computes it.
    /// </summary>
    public bool IsSteep { get; private set; }

    private bool HasScore =>
        !double.IsNaN(Tree)
        && Coverage > 0 && Coverage >= (plan.MinimumCoverage ?? 0) - 1e-9
        && Shares().All(s => IsObserved(s.Measure) || s.Measure.Policy != MissingDataKind.Abstain || s.Share == 0)
        && plan.Exceptions.All(e => e.WhenUnknown != WhenUnknown.Abstain || Holds(e) != 0.5);

    public bool IsObserved(MeasurePlan measure)
    {
        var age = row[$"{measure.Name}.age"];
        return Accepts(measure, row[measure.Name])
            && HasPoints(measure, row[measure.Name], row[$"{measure.Name}.by"])
            && (!measure.ReadsAge || (age >= 0 && double.IsFinite(age) && !(age > measure.ExpiresAfterDays)));
    }

    /// <summary>What a curve can reach over the valid range.</summary>
    public static (double Low, double High) Reach(MeasurePlan measure)
    {
        var (low, high) = measure.Range;
        if (measure.Curve is PercentilePlan)
        {
            return (0, 100);
        }

        if (measure.Curve is TablePlan table)
        {
            return (table.Reachable(low, high).Min(c => c.Points), table.Reachable(low, high).Max(c => c.Points));
        }

        double[] tries = [low, high, .. measure.Curve.Marks.SelectMany(m => (double[])[m, m - 1e-6, m + 1e-6])];
        var values = tries.Where(x => x >= low && x <= high).Select(x => measure.Curve.At(Math.Clamp(x, -1e18, 1e18))).ToArray();
        return (values.Min(), values.Max());
    }

    private static bool Accepts(MeasurePlan measure, double x) =>
        double.IsFinite(x) && (measure.Clamp || (x >= measure.Range.Low - 1e-9 && x <= measure.Range.High + 1e-9));

    private bool HasPoints(MeasurePlan measure, double x, double by) =>
        measure.Curve is not TablePlan table || (table.AcceptsColumn(by) && !double.IsNaN(Curve(measure, x, by)));

    private double Curve(MeasurePlan measure, double x, double by)
    {
        var clamped = Math.Clamp(x, measure.Range.Low, measure.Range.High);
        return measure.Curve is TablePlan table ? table.At(clamped, table.Clamped(by)) : measure.Curve is PercentilePlan percentile ? percentile.At(clamped, row.Segment) : measure.Curve.At(clamped);
    }

    // At most a ceiling, where a verdict says so.
    private double Judged(MeasurePlan measure, double value) => measure.Usage is not var (whenNot, whileInvestigated) ? value
        : row[$"{measure.Name}.usage"] switch { 2 => Math.Min(value, whenNot), 1 => Math.Min(value, whileInvestigated), _ => value };

    private double Standing(MeasurePlan measure) => Judged(measure, Unjudged(measure));

    // Expiry, decay, then the policy.
    private double Unjudged(MeasurePlan measure)
    {
        if (IsObserved(measure))
        {
            var fresh = Curve(measure, row[measure.Name], row[$"{measure.Name}.by"]);
            return measure.HalfLifeDays is { } halfLife && row[$"{measure.Name}.age"] > 0
                ? measure.DecayNeutral + ((fresh - measure.DecayNeutral) * Math.Pow(0.5, row[$"{measure.Name}.age"] / halfLife))
                : fresh;
        }

        var (last, by, age) = (row[$"{measure.Name}.last"], row[$"{measure.Name}.last.by"], row[$"{measure.Name}.last.age"]);
        return measure.Policy switch
        {
            MissingDataKind.Neutral => measure.Neutral,
            MissingDataKind.Pessimistic => Reach(measure).Low,
            MissingDataKind.CarryForward when Accepts(measure, last) && HasPoints(measure, last, by) && age >= 0 && age <= measure.CarryDays => Curve(measure, last, by),
            _ => double.NaN,
        };
    }

    private double Of(NodePlan node, Func<MeasurePlan, double> measure) => node is MeasurePlan leaf ? measure(leaf) : Of((GroupPlan)node, measure);

    private double Of(GroupPlan group, Func<MeasurePlan, double> measure)
    {
        if (group.IsAdditive)
        {
            return (Points(group, measure) - group.Minimum) / (group.Maximum - group.Minimum) * 100;
        }

        var known = group.Children.Select(c => (Child: c, Value: Of(c, measure), Weight: c.WeightIn(row.Segment))).Where(c => !double.IsNaN(c.Value) && c.Weight > 0).ToArray();
        if (known.Length == 0)
        {
            return double.NaN;
        }

        var weight = known.Sum(c => c.Weight);
        var mean = known.Sum(c => c.Weight * c.Value) / weight;
        switch (group.Aggregation)
        {
            case Aggregation.Minimum:
                return known.Min(c => c.Value);
            case Aggregation.Maximum:
                return known.Max(c => c.Value);
            case Aggregation.GeometricMean:
                IsSteep |= known.Any(c => c.Value is > 0 and < 1e-4);
                return known.Any(c => c.Value <= 0) ? 0 : 100 * known.Aggregate(1d, (product, c) => product * Math.Pow(c.Value / 100, c.Weight / weight));
            case Aggregation.AnyRed:
                var edge = group.RedBelow ?? (plan.Edges.Count > 0 ? plan.Edges[0] : 0);
                var marked = group.Children.Any(c => c.Decisive == true);
                var red = known.Any(c => (c.Child.Decisive ?? !marked) && (plan.Convention == EdgeConvention.LowerIncluded ? c.Value < edge - 1e-9 : c.Value <= edge + 1e-9));
                return red ? Math.Min(mean, Math.Max(0, edge - 1e-6)) : mean;
            default:
                return mean;
        }
    }

    private double Points(GroupPlan group, Func<MeasurePlan, double> measure)
    {
        var points = group.Children.Select(c => c is GroupPlan { IsAdditive: true } inner ? Points(inner, measure) : Of(c, measure)).Where(p => !double.IsNaN(p)).ToArray();
        return points.Length == 0 ? double.NaN : Math.Clamp(group.Start + points.Sum(), group.Minimum, group.Maximum);
    }

    private double Excepted(double value)
    {
        foreach (var e in plan.Exceptions.OrderBy(e => e.Priority).ThenBy(e => e.Kind).ThenBy(e => e.Id, StringComparer.Ordinal))
        {
            if (Holds(e) == 1 || (Holds(e) == 0.5 && e.WhenUnknown == WhenUnknown.Apply))
            {
                var (low, high) = e.Band is { } band ? Inside(plan.Bands.ToList().IndexOf(band)) : (e.Value!.Value, e.Value!.Value);
                value = e.Kind == ScoreLineKind.Cap ? Math.Min(value, high) : e.Kind == ScoreLineKind.Floor ? Math.Max(value, low) : Math.Clamp(value, low, high);
            }
        }

        return value;
    }

    private double Holds(ExceptionPlan e) => e.When.Holds(
        name =>
        {
            var measure = plan.Measures.Single(m => m.Name == name);
            return IsObserved(measure) ? Math.Clamp(row[name], measure.Range.Low, measure.Range.High) : double.NaN;
        },
        flag => row[$"{flag}?"]);

    // "Just inside that band": just below an edge e is e − 1e-6, just above an excluded edge e + 1e-6.
    private (double Low, double High) Inside(int band)
    {
        var included = plan.Convention == EdgeConvention.LowerIncluded;
        var low = band == 0 ? 0 : plan.Edges[band - 1] + (included ? 0 : 1e-6);
        var high = band == plan.Edges.Count ? 100 : plan.Edges[band] - (included ? 1e-6 : 0);
        return (low, high);
    }

    private List<(MeasurePlan Measure, double Share)> Shares()
    {
        var shares = new List<(MeasurePlan, double)>();
        Share(plan.Root, 1);
        return shares;

        void Share(NodePlan node, double share)
        {
            if (node is MeasurePlan measure)
            {
                shares.Add((measure, share));
                return;
            }

            var group = (GroupPlan)node;
            var weights = group.Children.Select(c => group.IsAdditive ? Largest(c) : c.WeightIn(row.Segment)).ToArray();
            for (var i = 0; i < weights.Length; i++)
            {
                Share(group.Children[i], share * (weights.Sum() > 0 ? weights[i] / weights.Sum() : 1d / weights.Length));
            }
        }
    }

    // Additive: a measure's weight is the curve's largest points; where it can only take points, the most it can take.
    private static double Largest(NodePlan node)
    {
        var (low, high) = PointsReach(node);
        return high > 0 ? high : -low;
    }

    private static (double Low, double High) PointsReach(NodePlan node)
    {
        if (node is MeasurePlan measure)
        {
            return Reach(measure);
        }

        var group = (GroupPlan)node;
        if (!group.IsAdditive)
        {
            return (0, 100);
        }

        var reaches = group.Children.Select(PointsReach).ToArray();
        return (Math.Clamp(group.Start + reaches.Sum(r => r.Low), group.Minimum, group.Maximum), Math.Clamp(group.Start + reaches.Sum(r => r.High), group.Minimum, group.Maximum));
    }
}
