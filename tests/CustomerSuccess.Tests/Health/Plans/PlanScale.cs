namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>Writes a plan of 0–100 on another scale: the same scorecard, said in other numbers.</summary>
internal sealed class PlanScale(double minimum, double maximum)
{
    /// <summary>The plan with limits as a scale has them: its own ends, save for points that are added to points.</summary>
    public static CardPlan Unlimited(CardPlan plan) => plan with { Root = Unlimited(plan.Root, addsPoints: false), Display = (0, 100, 1) };

    public CardPlan Written(CardPlan plan) => plan with
    {
        Root = Group(plan.Root, addsPoints: false),
        Edges = [.. plan.Edges.Select(Place)],
        Hysteresis = Distance(plan.Hysteresis),
        Exceptions = [.. plan.Exceptions.Select(e => e with { Value = e.Value is { } value ? Place(value) : null })],
        ScaledTo = (minimum, maximum),
    };

    private static GroupPlan Unlimited(GroupPlan group, bool addsPoints) => group with
    {
        Minimum = addsPoints ? group.Minimum : 0,
        Maximum = addsPoints ? group.Maximum : 100,
        Children = [.. group.Children.Select(c => c is GroupPlan inner ? Unlimited(inner, group.IsAdditive) : c)],
    };

    private double Place(double value) => minimum + Distance(value);

    private double Distance(double value) => value * ((maximum - minimum) / 100);

    private GroupPlan Group(GroupPlan group, bool addsPoints)
    {
        Func<double, double> own = addsPoints ? Distance : Place;
        return group with
        {
            Start = group.IsAdditive ? own(group.Start) : 0,
            Minimum = group.IsAdditive ? own(group.Minimum) : 0,
            Maximum = group.IsAdditive ? own(group.Maximum) : 100,
            RedBelow = group.RedBelow is { } red ? Place(red) : null,
            Children = [.. group.Children.Select(c => c is GroupPlan inner ? (NodePlan)Group(inner, group.IsAdditive) : Measure((MeasurePlan)c, group.IsAdditive ? Distance : Place))],
        };
    }

    private static MeasurePlan Measure(MeasurePlan measure, Func<double, double> of) => measure with
    {
        Neutral = of(measure.Neutral),
        DecayNeutral = of(measure.DecayNeutral),
        Usage = measure.Usage is var (whenNot, whileInvestigated) ? (of(whenNot), of(whileInvestigated)) : null,
        Curve = measure.Curve switch
        {
            PiecewisePlan piecewise => new PiecewisePlan([.. piecewise.Points.Select(p => (p.Raw, of(p.Points)))]),
            StepsPlan step => new StepsPlan(of(step.Below), [.. step.Steps.Select(s => (s.From, of(s.Points)))]),
            RangesPlan ranges => new RangesPlan([.. ranges.Ranges.Select(r => (r.Range, of(r.Points)))]),
            TablePlan table => table with { Cells = Cells(table.Cells, of) },
            CategoriesPlan categories => new CategoriesPlan([.. categories.Categories.Select(c => (c.Category, of(c.Points)))]),
            _ => measure.Curve,
        },
    };

    private static double?[,] Cells(double?[,] cells, Func<double, double> of)
    {
        var written = (double?[,])cells.Clone();
        for (var i = 0; i < cells.Length; i++)
        {
            var (r, c) = (i / cells.GetLength(1), i % cells.GetLength(1));
            written[r, c] = cells[r, c] is { } points ? of(points) : null;
        }

        return written;
    }
}
