namespace CustomerSuccess.Health;

/// <summary>Lays a scorecard out as flat tables. Children are ordered by name (ordinal), so that sums run in that order.</summary>
internal sealed class ProgramAssembly(ScorecardModel model)
{
    private readonly List<MeasureModel> _measures = [];
    private readonly List<GroupModel> _groups = [];
    private readonly List<string> _measurePaths = [];
    private readonly List<string> _groupPaths = [];
    private readonly Dictionary<ScorecardNode, int> _index = [];
    private readonly List<string> _inputs = [];

    public ScorecardProgram Assemble()
    {
        Visit(model.Root, "");
        _inputs.AddRange(_measures.Select(m => m.Name));
        for (var i = 0; i < _groups.Count; i++)
        {
            _index[_groups[i]] = _measures.Count + i;
        }

        var ops = _measures.Select(Measure).ToArray();
        var table = new ChildTable(model, _groups, _index, ops);
        var (exceptions, order) = Exceptions();
        LineSlot[] lines = [.. LineSlots.Of(_measures, _groups, order.Select(i => model.Exceptions[i].Kind))];
        return new ScorecardProgram
        {
            Measures = ops,
            Groups = table.Groups,
            Children = table.Children,
            Decisive = table.Decisive,
            Weights = table.Weights,
            Shares = table.Shares(_measures.Count),
            Exceptions = exceptions,
            ExceptionOrder = order,
            Bands = model.Bands,
            MinimumCoverage = model.MinimumCoverage is { } least && least > 0 ? least - Edge.Tolerance : double.Epsilon,
            Inputs = [.. _inputs],
            Lines = lines,
            DecayLine = [.. _measures.Select((_, i) => Array.IndexOf(lines, new(ScoreLineKind.Decay, i)))],
            UsageLine = [.. _measures.Select((_, i) => Array.IndexOf(lines, new(ScoreLineKind.Usage, i)))],
            GroupLine = [.. _groups.Select((_, g) => Array.FindIndex(lines, l => l.Kind is ScoreLineKind.Start or ScoreLineKind.AnyRed && l.Index == _measures.Count + g))],
            MeasureModels = [.. _measures],
            AddsPoints = [.. _measures.Select(m => _groups.Exists(g => g.Aggregation == Aggregation.AdditivePoints && g.Children.Contains(m)))],
            GroupModels = [.. _groups],
            Paths = [.. _measurePaths, .. _groupPaths],
            Segments = [.. model.Segments],
            HasMeasureLines = _measures.Any(m => m.HalfLife is not null || m.Usage is not null),
            ReadsMore = ops.Any(o => o.ReadsMore),
            HasStandIns = _measures.Any(m => m.Missing.Kind != MissingDataKind.Redistribute),
        }.Finished();
    }

    private static (double Low, double High) Finite(MeasureModel measure) => measure switch
    {
        { Curve: CategoryCurve categories } => (0, categories.Categories.Count - 1),
        { Curve: TableCurve { RowsValid: var valid } } => (Math.Max(valid?.Lower ?? -double.MaxValue, -double.MaxValue), Math.Min(valid?.Upper ?? double.MaxValue, double.MaxValue)),
        { Valid: { } valid } => (valid.Lower, valid.Upper),
        _ => (-double.MaxValue, double.MaxValue),
    };

    private void Visit(GroupModel group, string path)
    {
        foreach (var child in Sorted(group))
        {
            if (child is GroupModel inner)
            {
                Visit(inner, path.Length == 0 ? inner.Name : $"{path}/{inner.Name}");
            }
            else
            {
                _index[child] = _measures.Count;
                _measures.Add((MeasureModel)child);
                _measurePaths.Add(path);
            }
        }

        _groups.Add(group);
        _groupPaths.Add(path);
    }

    internal static IEnumerable<ScorecardNode> Sorted(GroupModel group) => group.Children.OrderBy(c => c.Name, StringComparer.Ordinal);

    private MeasureOp Measure(MeasureModel measure)
    {
        var curve = CurveCompiler.Compile(measure.Curve);
        var (low, high) = Finite(measure);
        var wide = Wide(measure);
        var (least, most) = measure.Valid is null && measure.Curve is LogisticCurve ? (double.NegativeInfinity, double.PositiveInfinity) : (low, high);
        var reach = wide?.Table?.Reach() ?? wide?.Percentile?.Reach(low, high) ?? curve.Reach(least, most);
        var clamps = measure.ClampToValid || measure.Curve is TableCurve { RowsClamped: true };
        var carries = measure.Missing.Kind == MissingDataKind.CarryForward;
        return new MeasureOp
        {
            Curve = curve,
            AcceptLow = clamps ? -double.MaxValue : Math.Max(low - Edge.Tolerance, -double.MaxValue),
            AcceptHigh = clamps ? double.MaxValue : Math.Min(high + Edge.Tolerance, double.MaxValue),
            ClampLow = low,
            ClampHigh = high,
            Missing = measure.Missing.Kind switch
            {
                MissingDataKind.Neutral => measure.Missing.NeutralValue,
                MissingDataKind.Pessimistic => reach.Low,
                _ => double.NaN,
            },
            ReachLow = reach.Low,
            ReachHigh = reach.High,
            ExpiresAfterDays = measure.ExpiresAfter?.TotalDays ?? double.PositiveInfinity,
            HalfLifeDays = measure.HalfLife?.TotalDays ?? double.PositiveInfinity,
            DecayNeutral = measure.DecayNeutral,
            CarryDays = carries ? measure.Missing.MaximumAge.TotalDays : 0,
            AgeSlot = measure.ReadsAge ? Input(InputNames.Age(measure.Name)) : -1,
            LastSlot = carries ? Input(InputNames.Last(measure.Name)) : -1,
            LastAgeSlot = carries ? Input(InputNames.LastAge(measure.Name)) : -1,
            Policy = measure.Missing.Kind,
            Wide = wide,
        };
    }

    private WideOp? Wide(MeasureModel measure) => measure is { Curve: not (TableCurve or PercentileCurve), Usage: null } ? null : new WideOp
    {
        Table = measure.Curve is TableCurve table ? TableOp.Of(table) : null,
        Percentile = measure.Curve is PercentileCurve percentile ? new(measure, percentile, model.Segments) : null,
        BySlot = measure.Curve is TableCurve ? Input(InputNames.By(measure.Name)) : -1,
        LastBySlot = measure is { Curve: TableCurve, Missing.Kind: MissingDataKind.CarryForward } ? Input(InputNames.LastBy(measure.Name)) : -1,
        UsageSlot = measure.Usage is not null ? Input(InputNames.Usage(measure.Name)) : -1,
        WhenNot = (measure.Usage?.WhenNot ?? 0) + 0d,
        WhileInvestigated = (measure.Usage?.WhileInvestigated ?? 0) + 0d,
    };

    private int Input(string name)
    {
        _inputs.Add(name);
        return _inputs.Count - 1;
    }

    private (ExceptionOp[] Ops, int[] Order) Exceptions()
    {
        var order = Enumerable.Range(0, model.Exceptions.Count)
            .OrderBy(i => model.Exceptions[i].Priority)
            .ThenBy(i => model.Exceptions[i].Kind)
            .ThenBy(i => model.Exceptions[i].Id, StringComparer.Ordinal)
            .ToArray();
        return ([.. order.Select(i => Exception(model.Exceptions[i]))], order);
    }

    private ExceptionOp Exception(ExceptionModel exception)
    {
        var band = exception.Band is { } name ? model.Bands.Find(name) : null;
        var low = band is null ? exception.Value!.Value : model.Bands.Lowest(band.Index);
        var high = band is null ? exception.Value!.Value : model.Bands.Highest(band.Index);
        var steps = new List<ConditionOp>();
        Condition(exception.When, steps);
        return new ExceptionOp
        {
            Low = exception.Kind == ScoreLineKind.Cap ? double.NegativeInfinity : low,
            High = exception.Kind == ScoreLineKind.Floor ? double.PositiveInfinity : high,
            SetsBand = band is not null,
            WhenUnknown = exception.WhenUnknown,
            Condition = [.. steps],
        };
    }

    private void Condition(ScoreCondition condition, List<ConditionOp> steps)
    {
        switch (condition)
        {
            case CombinedCondition combined:
                Condition(combined.Left, steps);
                Condition(combined.Right, steps);
                steps.Add(new ConditionOp { Kind = combined.IsAnd ? ConditionKind.And : ConditionKind.Or });
                break;
            case NegatedCondition negated:
                Condition(negated.Inner, steps);
                steps.Add(new ConditionOp { Kind = ConditionKind.Not });
                break;
            case ThresholdCondition threshold:
                steps.Add(AtLeast(threshold.Measure, threshold.OrEqual ? Edge.AtLeast(threshold.Number) : Edge.MoreThan(threshold.Number)));
                break;
            case CategoryCondition category:
                var code = Code(category);
                steps.Add(AtLeast(category.Measure, code - 0.5));
                steps.Add(AtLeast(category.Measure, code + 0.5));
                steps.Add(new ConditionOp { Kind = ConditionKind.Not });
                steps.Add(new ConditionOp { Kind = ConditionKind.And });
                break;
            case KnownCondition known:
                steps.Add(new ConditionOp { Kind = ConditionKind.Known, Index = _inputs.IndexOf(known.Measure) });
                break;
            case FlagCondition flag:
                var name = InputNames.Flag(flag.Name);
                var slot = _inputs.IndexOf(name);
                steps.Add(new ConditionOp { Kind = ConditionKind.Flag, Index = slot < 0 ? Input(name) : slot });
                break;
        }
    }

    private ConditionOp AtLeast(string measure, double threshold) =>
        new() { Kind = ConditionKind.AtLeast, Index = _inputs.IndexOf(measure), Threshold = threshold };

    private int Code(CategoryCondition category)
    {
        var categories = ((CategoryCurve)_measures.First(m => m.Name == category.Measure).Curve).Categories;
        return Enumerable.Range(0, categories.Count).First(i => categories[i].Name == category.Category);
    }
}
