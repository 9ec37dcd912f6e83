using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>Changes one thing of a scorecard, whatever it may be, so that it stays buildable and means something else.</summary>
internal static class PlanChanges
{
    public static CardPlan Changed(this CardPlan plan, Dice dice) => dice.Below(3) switch
    {
        0 => Card(plan, dice),
        1 => plan.Measures is { Count: > 0 } measures ? Measure(plan, dice.Of([.. measures]), dice) : Card(plan, dice),
        _ => Group(plan, dice.Of([.. plan.Groups]), dice),
    };

    private static CardPlan Card(CardPlan plan, Dice dice) => dice.Below(8) switch
    {
        0 => plan with { Name = plan.Name + "!" },
        1 => plan with { Hysteresis = plan.Hysteresis + 0.5 },
        2 => plan with { MinimumCoverage = plan.MinimumCoverage is { } c ? (c + 1) / 3 : 0.25 },
        3 => plan with { Display = plan.Display with { Decimals = plan.Display.Decimals + 1 } },
        4 => plan with { Display = plan.Display with { Maximum = plan.Display.Maximum + 1 } },
        5 => plan with { Bands = [.. plan.Bands.Select(b => b == plan.Bands[0] ? b + "?" : b)], Exceptions = [.. plan.Exceptions.Select(e => e.Band == plan.Bands[0] ? e with { Band = e.Band + "?" } : e)] },
        6 when plan.Edges.Count > 0 => dice.OneIn(2)
            ? plan with { Edges = [.. plan.Edges.Select((e, i) => i < plan.Edges.Count - 1 ? e : e > 99 ? (e + 100) / 2 : e + 0.125)] }
            : plan with { Convention = plan.Convention == EdgeConvention.LowerIncluded ? EdgeConvention.LowerExcluded : EdgeConvention.LowerIncluded },
        _ => Exception(plan, dice),
    };

    private static CardPlan Exception(CardPlan plan, Dice dice)
    {
        if (plan.Exceptions.Count == 0)
        {
            return plan with { Exceptions = [new ExceptionPlan("new", ScoreLineKind.Cap, new KnownPlan(plan.Measures[0].Name)) { Value = 40 }] };
        }

        var old = dice.Of([.. plan.Exceptions]);
        var now = dice.Below(7) switch
        {
            0 => old with { Priority = old.Priority + 1 },
            1 => old with { Because = old.Because + ", really" },
            2 => old with { Id = old.Id + "b" },
            3 => old with { When = new NotPlan(old.When) },
            4 => old with { When = new BothPlan(old.When, new FlagPlan("other")) },
            5 => old with { WhenUnknown = old.WhenUnknown == WhenUnknown.Apply ? WhenUnknown.Abstain : WhenUnknown.Apply },
            _ => old.Value is { } value ? old with { Value = 100 - (value / 2) - 1.25 } : old with { Band = null, Value = 12 },
        };
        return plan with { Exceptions = [.. plan.Exceptions.Select(e => ReferenceEquals(e, old) ? now : e)] };
    }

    private static CardPlan Group(CardPlan plan, GroupPlan group, Dice dice)
    {
        if (group.Children.Count > 1 && dice.OneIn(4))
        {
            return plan.With(group, group with { Children = [.. group.Children.Skip(1), group.Children[0]] });
        }

        if (group.Name.Length > 0 && dice.OneIn(4))
        {
            return plan.With(group, group with { Name = group.Name + "2" });
        }

        return plan.With(group, group.Aggregation switch
        {
            Aggregation.AdditivePoints => dice.Below(3) switch
            {
                0 => group with { Start = group.Start + 3 },
                1 => group with { Minimum = group.Minimum - 7 },
                _ => group with { Maximum = group.Maximum + 11 },
            },
            Aggregation.AnyRed when dice.OneIn(2) => group with { RedBelow = group.RedBelow is { } red ? (red + 100) / 2.5 : 33 },
            Aggregation.Minimum => group with { Aggregation = Aggregation.Maximum },
            Aggregation.WeightedMean when dice.OneIn(2) => group with { WeightsTotal = group.WeightsTotal is null && group.Children.All(c => c.SegmentWeights.Count == 0) ? group.Children.Sum(c => c.Weight ?? 1) : null, Aggregation = Aggregation.AnyRed },
            _ => group with { Aggregation = Aggregation.Minimum, RedBelow = null },
        });
    }

    private static CardPlan Measure(CardPlan plan, MeasurePlan old, Dice dice)
    {
        var additive = plan.Groups.Single(g => g.Children.Contains(old)).IsAdditive;
        var now = dice.Below(14) switch
        {
            13 => old with { Layer = old.Layer is null ? HealthLayer.Value : old.Layer + "2" },
            12 => old with { Usage = old.Usage is var (no, maybe) ? (no / 2, maybe + 0.25 is var more && more > 100 ? 99 : more) : (1, 2) },
            0 => Category(old, m => m with { Unit = m.Unit + "x" }),
            1 when !additive => old with { Weight = (old.Weight ?? 1) + 2 },
            2 when !additive => old with { SegmentWeights = old.SegmentWeights.Append(new("new segment", 3)).ToDictionary() },
            3 => old with { Decisive = old.Decisive != true },
            4 => old.Policy == MissingDataKind.Neutral ? old with { Neutral = (old.Neutral / 2) + 1 } : old with { Policy = MissingDataKind.Neutral },
            5 => old.Policy == MissingDataKind.CarryForward ? old with { CarryDays = old.CarryDays + 1 } : old with { Policy = MissingDataKind.CarryForward },
            6 => old with { ExpiresAfterDays = (old.ExpiresAfterDays ?? 0) + 5 },
            7 => old.HalfLifeDays is null ? old with { HalfLifeDays = 9 } : old with { DecayNeutral = (old.DecayNeutral / 2) + 1 },
            10 when old.Curve is PercentilePlan => old with { WholeNumbers = !old.WholeNumbers },
            8 when old.Curve is CategoriesPlan || old.Valid is not null => old with { Effort = (old.Effort ?? 0) + 1.5 },
            9 => old with { WholeNumbers = !old.WholeNumbers },
            10 when old.Valid is not null => old with { Clamp = !old.Clamp },
            _ => old with { Curve = Curve(old.Curve) },
        };
        return plan.With(old, now);
    }

    private static MeasurePlan Category(MeasurePlan measure, Func<MeasurePlan, MeasurePlan> change) =>
        measure.Curve is CategoriesPlan ? measure with { WholeNumbers = !measure.WholeNumbers } : change(measure);

    private static CurvePlan Curve(CurvePlan curve) => curve switch
    {
        LinearPlan linear => linear with { Best = linear.Best + ((linear.Best - linear.Worst) / 8) },
        PiecewisePlan piecewise => new PiecewisePlan([.. piecewise.Points.Select(p => (p.Raw, Points: p.Points / 2)), (piecewise.Points.Max(p => p.Raw) + 1, EndOf(piecewise))]),
        StepsPlan steps => new StepsPlan(steps.Below / 2, [.. steps.Steps.Select(s => (s.From + 0.01, s.Points / 2))]),
        RangesPlan ranges => new RangesPlan([.. ranges.Ranges.Select(r => (r.Range, (r.Points / 2) + 0.5))]),
        LogisticPlan logistic => logistic with { Midpoint = logistic.Midpoint + 0.25 },
        PercentilePlan percentile => percentile with { Values = percentile.Values.ToDictionary(v => v.Key, v => v.Key.Length == 0 ? [.. v.Value, 7.5] : v.Value) },
        TablePlan table => table with { Cells = Changed(table.Cells) },
        CategoriesPlan categories => new CategoriesPlan([.. categories.Categories, ("one more", 7)]),
        _ => throw new InvalidOperationException("No such curve."),
    };

    private static double?[,] Changed(double?[,] cells)
    {
        var changed = (double?[,])cells.Clone();
        changed[0, 0] = ((cells[0, 0] ?? 4) / 2) + 0.5;
        return changed;
    }

    private static double EndOf(PiecewisePlan piecewise) => piecewise.Points.MaxBy(p => p.Raw).Points / 2;
}
