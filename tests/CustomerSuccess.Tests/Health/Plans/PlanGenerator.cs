using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>Throws scorecards of every kind: nested groups, every aggregation, curve, policy, age, weight, band and exception.</summary>
internal sealed class PlanGenerator(Dice dice, int size)
{
    private static readonly string[] Names = ["seats", "nps", "Severe issues", "logins", "Zeta", "alpha", "ß use", "api calls", "Öffnung", "m", "M", "last call", "tickets", "value", "e"];
    private static readonly string[] GroupNames = ["product", "Risk", "voice", "outcomes", "people", "G"];
    private static readonly string[] AllSegments = ["large", "Small", "trial"];

    private readonly Queue<string> _names = new(dice.Shuffled(Names));
    private readonly Queue<string> _groups = new(dice.Shuffled(GroupNames));
    private readonly string[] _segments = AllSegments[..dice.Below(4)];
    private int _left = Math.Min(Names.Length, 1 + dice.Below(2 * size));

    /// <summary>False for scorecards without exceptions.</summary>
    public bool Exceptions { get; init; } = true;

    /// <summary>True for measures that all say which direction is better.</summary>
    public bool Monotone { get; init; }

    /// <summary>True for scorecards in which some measures can be acted upon.</summary>
    public bool Actionable { get; init; }

    /// <summary>True for one weighted mean of measures without ages, nearly all of them redistributed: what columns are fastest at.</summary>
    public bool Flat { get; init; }

    public CardPlan Card()
    {
        var root = Group("", 0);
        var bands = 1 + dice.Below(4);
        var edges = Enumerable.Range(0, 200).Select(_ => dice.Between(1, 99) + (dice.OneIn(3) ? dice.Share() : 0)).Distinct().Take(bands - 1).Order().ToArray();
        var plan = new CardPlan
        {
            Root = root,
            Bands = [.. Enumerable.Range(0, bands).Select(i => $"band {i}")],
            Edges = edges,
            Convention = dice.Of(EdgeConvention.LowerIncluded, EdgeConvention.LowerExcluded),
            Hysteresis = dice.Of(2, 0, 5, dice.Between(0d, 30d)),
            MinimumCoverage = dice.OneIn(4) ? dice.Of(0.3, dice.Share(), 1, 0) : null,
            Display = dice.Of<(double, double, int)>((0, 100, 1), (0, 100, 1), (0, 10, 1), (1, 5, 2), (-50, 50, 0), (0, 1000, 3)),
        };
        return Exceptions ? plan with { Exceptions = [.. Enumerable.Range(0, dice.Below(4)).Select(i => Exception(plan, i))] } : plan;
    }

    private GroupPlan Group(string name, int depth)
    {
        var aggregation = Flat ? Aggregation.WeightedMean : dice.Of(Enum.GetValues<Aggregation>());
        var additive = aggregation == Aggregation.AdditivePoints;
        var children = new List<NodePlan>();
        for (var wanted = dice.Between(1, Flat ? 9 : 4); wanted > 0 || children.Count == 0; wanted--)
        {
            children.Add(!Flat && depth < 3 && _left > 1 && _groups.Count > 0 && dice.OneIn(3) ? Group(_groups.Dequeue(), depth + 1)
                : _left > 0 ? Measure(additive)
                : new MeasurePlan($"extra {depth} {name}", new LinearPlan(0, additive ? 2 : 10)));
            if (_left == 0)
            {
                break;
            }
        }

        if (!additive)
        {
            children = [.. Weighed(children)];
        }

        return new GroupPlan(name, aggregation, children)
        {
            Start = additive ? dice.Of(0, 20, 100, dice.Between(-50d, 50d)) : 0,
            Minimum = additive ? dice.Of(0, 0, -20, 10) : 0,
            Maximum = additive ? dice.Of(100, 100, 150, 60) : 100,
            RedBelow = aggregation == Aggregation.AnyRed && dice.OneIn(3) ? dice.Between(1, 100) : null,
        };
    }

    private IEnumerable<NodePlan> Weighed(List<NodePlan> children)
    {
        var sure = dice.Below(children.Count);
        var marks = dice.OneIn(2);
        for (var i = 0; i < children.Count; i++)
        {
            double? weight = dice.Below(6) switch
            {
                0 => null,
                1 => i == sure ? 1 : 0,
                2 => dice.Share() + 0.001,
                3 => dice.Of(1e6, 1e-6),
                _ => dice.Between(1, 50),
            };
            yield return children[i] with
            {
                Weight = weight,
                SegmentWeights = _segments.Where(_ => dice.OneIn(3)).ToDictionary(s => s, _ => i == sure || !dice.OneIn(5) ? dice.Between(1, 50) : 0d),
                Decisive = marks && dice.OneIn(2) ? !dice.OneIn(3) : null,
            };
        }
    }

    private MeasurePlan Measure(bool additive)
    {
        _left--;
        var polarity = dice.Of(Polarity.MoreIsBetter, Polarity.LessIsBetter, Monotone ? Polarity.MoreIsBetter : Polarity.Neither);
        var scale = dice.Of(1, 10, 100, 1000, 0.05);
        var from = dice.OneIn(2) ? 0 : Math.Round(dice.Between(-1d, 1d) * scale, 3);
        var curves = new CurveGenerator(dice, polarity, additive, from, scale);
        var category = polarity == Polarity.Neither && dice.OneIn(2);
        (double, double)? valid = !category && dice.OneIn(2)
            ? (from - dice.Of(0, scale / 4), from + scale + dice.Of(0, scale / 4, -scale / 4)) : null;
        var ages = Flat ? 0 : dice.Below(4);
        var effort = Actionable && dice.OneIn(2) ? dice.Of(1, 2, 0.5) : (double?)null;
        var table = polarity == Polarity.Neither && !category && dice.OneIn(2);
        var curve = category ? curves.Categories() : table ? curves.Table() : polarity != Polarity.Neither && valid is null && effort is null && dice.OneIn(5) ? curves.Percentile(_segments) : curves.Any(valid);
        valid = table ? null : valid;
        return new MeasurePlan(_names.Dequeue(), curve)
        {
            Unit = category ? null : dice.Of(null, "%", "days"),
            Polarity = category ? Polarity.Neither : polarity,
            Valid = valid ?? (effort is not null && curve is not CategoriesPlan and not TablePlan && curve.Marks.Distinct().Count() < 2 ? (from, from + scale) : null),
            Clamp = !category && dice.OneIn(3) && valid is not null,
            Policy = Flat && !dice.OneIn(8) ? MissingDataKind.Redistribute : dice.Of(MissingDataKind.Redistribute, MissingDataKind.Redistribute, MissingDataKind.Neutral, MissingDataKind.Pessimistic, MissingDataKind.CarryForward, dice.Of(MissingDataKind.Abstain, MissingDataKind.Redistribute)),
            Neutral = dice.Of(50, dice.Between(0, 100)),
            ExpiresAfterDays = ages == 1 || (ages == 2 && dice.OneIn(2)) ? dice.Between(1, 120) : null,
            HalfLifeDays = ages == 2 ? dice.Between(1, 60) : null,
            DecayNeutral = dice.Of(50, dice.Between(0, 100)),
            Layer = dice.OneIn(3) ? dice.Of(HealthLayer.Usage, HealthLayer.Value, HealthLayer.People, HealthLayer.Sentiment, "money") : null,
            Usage = dice.OneIn(5) ? (dice.Of(0, dice.Between(0, 40)), dice.Of(50, dice.Between(41d, 100d))) : null,
            Effort = curve is TablePlan { RowsValid: null } && curve.Marks.Distinct().Count() < 3 ? null : effort,
            WholeNumbers = !category && !table && effort is not null && scale >= 10 && dice.OneIn(3),
        };
    }

    private ExceptionPlan Exception(CardPlan plan, int i)
    {
        var kind = dice.Of(ScoreLineKind.Set, ScoreLineKind.Floor, ScoreLineKind.Cap);
        var band = kind == ScoreLineKind.Set && dice.OneIn(2) ? dice.Of([.. plan.Bands]) : null;
        return new ExceptionPlan($"exception {i}", kind, Condition(plan, 0))
        {
            Band = band,
            Value = band is null ? dice.Of(dice.Between(0, 100), dice.Between(0d, 100d)) : null,
            Because = $"reason {i}",
            Priority = dice.Between(-1, 1),
            WhenUnknown = dice.Of(WhenUnknown.Ignore, WhenUnknown.Ignore, WhenUnknown.Apply, WhenUnknown.Abstain),
        };
    }

    private ConditionPlan Condition(CardPlan plan, int depth)
    {
        if (depth < 3 && dice.OneIn(2))
        {
            return dice.Below(3) switch
            {
                0 => new BothPlan(Condition(plan, depth + 1), Condition(plan, depth + 1)),
                1 => new EitherPlan(Condition(plan, depth + 1), Condition(plan, depth + 1)),
                _ => new NotPlan(Condition(plan, depth + 1)),
            };
        }

        if (dice.OneIn(5))
        {
            return new FlagPlan(dice.Of("escalated", "at risk"));
        }

        var measure = dice.Of([.. plan.Measures]);
        if (dice.OneIn(6))
        {
            return new KnownPlan(measure.Name);
        }

        if (measure.Curve is CategoriesPlan categories)
        {
            var index = dice.Below(categories.Categories.Count);
            return new IsPlan(measure.Name, categories.Categories[index].Category, index);
        }

        return new ComparePlan(measure.Name, dice.Of(Enum.GetValues<Comparison>()), RowGenerator.Typical(dice, measure));
    }
}
