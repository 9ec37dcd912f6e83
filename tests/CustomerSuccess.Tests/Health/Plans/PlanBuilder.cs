using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>Writes a plan through the public grammar over columns.</summary>
internal static class PlanBuilder
{
    public static Scorecard Build(this CardPlan plan) => plan.Write().Build();

    /// <param name="plan">The plan.</param>
    /// <param name="statingDefaults">True to say aloud everything that is so anyway.</param>
    public static ColumnScorecardBuilder Write(this CardPlan plan, bool statingDefaults = false)
    {
        var card = Scorecard.ForColumns(plan.Name);
        Fill<ColumnScorecardBuilder>(card, plan.Root, statingDefaults);
        if (statingDefaults || plan.Edges is not [50, 75] || plan.Bands is not ["Red", "Yellow", "Green"])
        {
            card.Bands([.. plan.Bands.Select((name, i) => (name, i == 0 ? plan.ScaledTo?.Minimum ?? 0 : plan.Edges[i - 1]))]);
        }

        if (statingDefaults || plan.Convention != EdgeConvention.LowerIncluded)
        {
            card.Edges(plan.Convention);
        }

        if (statingDefaults || plan.Hysteresis != 2)
        {
            card.Hysteresis(plan.Hysteresis);
        }

        if (plan.MinimumCoverage is { } coverage)
        {
            card.MinimumCoverage(coverage);
        }

        if (statingDefaults || plan.Display != (0, 100, 1))
        {
            card.ShownAs(plan.Display.Minimum, plan.Display.Maximum, plan.Display.Decimals);
        }

        if (plan.ScaledTo is var (minimum, maximum))
        {
            card.ScaledTo(minimum, maximum);
        }

        foreach (var exception in plan.Exceptions)
        {
            Except(card, exception);
        }

        return card;
    }

    private static void Except(ColumnScorecardBuilder card, ExceptionPlan e) => _ = e switch
    {
        { Band: { } band } => card.SetBand(band, e.When.Write, e.Because, e.Priority, e.WhenUnknown, e.Id),
        { Kind: ScoreLineKind.Cap } => card.CapAt(e.Value!.Value, e.When.Write, e.Because, e.Priority, e.WhenUnknown, e.Id),
        { Kind: ScoreLineKind.Floor } => card.FloorAt(e.Value!.Value, e.When.Write, e.Because, e.Priority, e.WhenUnknown, e.Id),
        _ => card.SetTo(e.Value!.Value, e.When.Write, e.Because, e.Priority, e.WhenUnknown, e.Id),
    };

    private static void Fill<TPart>(ColumnPart<TPart> part, GroupPlan plan, bool defaults)
        where TPart : ColumnPart<TPart>
    {
        _ = plan.Aggregation switch
        {
            Aggregation.WeightedMean => defaults ? part.WeightedMean() : null,
            Aggregation.Minimum => part.Minimum(),
            Aggregation.Maximum => part.Maximum(),
            Aggregation.GeometricMean => part.GeometricMean(),
            Aggregation.AnyRed => part.AnyRed(plan.RedBelow),
            _ => part.AdditivePoints(plan.Start, plan.Minimum, plan.Maximum),
        };
        if (plan.WeightsTotal is { } total)
        {
            part.WeightsTotal(total);
        }

        foreach (var child in plan.Children)
        {
            if (child is GroupPlan group)
            {
                part.Group(group.Name, g =>
                {
                    Fill<ColumnGroup>(g, group, defaults);
                    Weigh(group, defaults && !plan.IsAdditive, w => g.Weight(w), (s, w) => g.WeightIn(s, w), d => g.Decisive(d));
                });
            }
            else
            {
                Measure(part, (MeasurePlan)child, defaults, defaults && !plan.IsAdditive);
            }
        }
    }

    private static void Weigh(NodePlan plan, bool defaults, Action<double> weight, Action<string, double> weightIn, Action<bool> decisive)
    {
        if (plan.Weight is { } stated)
        {
            weight(stated);
        }
        else if (defaults)
        {
            weight(1);
        }

        foreach (var (segment, own) in plan.SegmentWeights)
        {
            weightIn(segment, own);
        }

        if (plan.Decisive is { } decides)
        {
            decisive(decides);
        }
    }

    private static void Measure<TPart>(ColumnPart<TPart> part, MeasurePlan plan, bool defaults, bool weights)
        where TPart : ColumnPart<TPart>
    {
        if (plan.Curve is CategoriesPlan categories)
        {
            part.Category(plan.Name, m => Options(m.Points([.. categories.Categories]), plan, defaults, weights));
            return;
        }

        if (plan.Curve is TablePlan table)
        {
            part.Table(plan.Name, t => Options(
                t.Rows(r => Axis(plan.Unit is { } unit ? r.Unit(unit) : r, table.RowsValid, plan.Clamp).Ranges([.. table.Rows]))
                    .Columns(c => Axis(c, table.ColumnsValid, table.ClampsColumns).Ranges([.. table.Order.Select(i => table.Columns[i])]))
                    .Cells(Ordered(table)),
                plan,
                defaults,
                weights));
            return;
        }

        part.Measure(plan.Name, m =>
        {
            if (plan.Unit is { } unit)
            {
                m.Unit(unit);
            }

            if (plan.Valid is var (minimum, maximum))
            {
                _ = plan.Clamp ? m.ClampedTo(minimum, maximum) : m.Valid(minimum, maximum);
            }

            var curve = plan.Polarity switch
            {
                Polarity.MoreIsBetter => m.MoreIsBetter(),
                Polarity.LessIsBetter => m.LessIsBetter(),
                _ => m.NeitherIsBetter(),
            };
            return Options(
                plan.Curve switch
                {
                    LinearPlan linear => curve.Linear(linear.Worst, linear.Best),
                    PiecewisePlan piecewise => curve.Piecewise([.. piecewise.Points]),
                    StepsPlan steps => curve.Steps(steps.Below, [.. steps.Steps]),
                    RangesPlan ranges => curve.Ranges([.. ranges.Ranges]),
                    PercentilePlan percentile => curve.Percentile(percentile.Cohort(plan.Name)),
                    LogisticPlan logistic => curve.Logistic(logistic.Midpoint, logistic.Steepness),
                    _ => throw new InvalidOperationException("No such curve."),
                },
                plan,
                defaults,
                weights);
        });
    }

    private static TableAxis Axis(TableAxis axis, (double Low, double High)? valid, bool clamps) =>
        valid is not var (low, high) ? axis : clamps ? axis.ClampedTo(low, high) : axis.Valid(low, high);

    private static double?[,] Ordered(TablePlan table)
    {
        var cells = (double?[,])table.Cells.Clone();
        for (var r = 0; r < table.Rows.Count; r++)
        {
            for (var c = 0; c < table.Order.Count; c++)
            {
                cells[r, c] = table.Cells[r, table.Order[c]];
            }
        }

        return cells;
    }

    private static ColumnMeasure Options(ColumnMeasure m, MeasurePlan plan, bool defaults, bool weights)
    {
        Weigh(plan, weights, w => m.Weight(w), (s, w) => m.WeightIn(s, w), d => m.Decisive(d));
        _ = plan.Policy switch
        {
            MissingDataKind.Redistribute => defaults ? m.Redistribute() : m,
            MissingDataKind.Neutral => m.Neutral(plan.Neutral),
            MissingDataKind.Pessimistic => m.Pessimistic(),
            MissingDataKind.CarryForward => m.CarryForward(TimeSpan.FromDays(plan.CarryDays)),
            _ => m.Abstain(),
        };
        if (plan.ExpiresAfterDays is { } expiry)
        {
            m.ExpiresAfter(TimeSpan.FromDays(expiry));
        }

        if (plan.HalfLifeDays is { } halfLife)
        {
            m.HalfLife(TimeSpan.FromDays(halfLife), plan.DecayNeutral);
        }

        if (plan.Layer is { } layer)
        {
            m.Layer(layer);
        }

        if (plan.Usage is var (whenNot, whileInvestigated))
        {
            m.JudgedAsUsage(whenNot, whileInvestigated);
        }

        if (plan.Effort is { } effort)
        {
            m.Actionable(effort);
        }

        return plan.WholeNumbers ? m.WholeNumbers() : m;
    }
}
