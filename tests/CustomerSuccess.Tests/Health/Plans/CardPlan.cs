using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>
/// A scorecard as plain data of the tests: <see cref="PlanBuilder"/> writes it through the public grammar, <see cref="Reference"/>
/// reads it by the definitions, and a test can change any part of it.
/// </summary>
internal sealed record CardPlan
{
    public string Name { get; init; } = "plan";

    public required GroupPlan Root { get; init; }

    public IReadOnlyList<string> Bands { get; init; } = ["Red", "Yellow", "Green"];

    public IReadOnlyList<double> Edges { get; init; } = [50, 75];

    public EdgeConvention Convention { get; init; }

    public double Hysteresis { get; init; } = 2;

    public double? MinimumCoverage { get; init; }

    public (double Minimum, double Maximum, int Decimals) Display { get; init; } = (0, 100, 1);

    /// <summary>The scale in which the numbers of the plan are written; null for 0–100.</summary>
    public (double Minimum, double Maximum)? ScaledTo { get; init; }

    public IReadOnlyList<ExceptionPlan> Exceptions { get; init; } = [];

    public IReadOnlyList<MeasurePlan> Measures => [.. Root.Measures];

    public IReadOnlyList<GroupPlan> Groups => [.. Root.Groups];

    public IReadOnlyList<string> Segments => [.. Nodes.SelectMany(n => n.SegmentWeights.Keys).Concat(Measures.Select(m => m.Curve).OfType<PercentilePlan>().SelectMany(p => p.Values.Keys.Where(k => k.Length > 0))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Flags => [.. Exceptions.SelectMany(e => e.When.Leaves).OfType<FlagPlan>().Select(f => f.Column).Distinct()];

    /// <summary>Whether monotony is promised exactly: no exp and no log.</summary>
    public bool IsExact => Measures.All(m => m.Curve.IsExact) && Groups.All(g => g.Aggregation != Aggregation.GeometricMean);

    private IEnumerable<NodePlan> Nodes => [.. Measures, .. Groups];

    /// <summary>The plan with one measure or group replaced.</summary>
    public CardPlan With(NodePlan old, NodePlan now) => this with { Root = (GroupPlan)Root.Replace(old, now) };
}

internal abstract record NodePlan(string Name)
{
    public double? Weight { get; init; }

    public IReadOnlyDictionary<string, double> SegmentWeights { get; init; } = new Dictionary<string, double>();

    public bool? Decisive { get; init; }

    public double WeightIn(string? segment) => segment is not null && SegmentWeights.TryGetValue(segment, out var own) ? own : Weight ?? 1;

    public abstract NodePlan Replace(NodePlan old, NodePlan now);
}

internal sealed record GroupPlan(string Name, Aggregation Aggregation, IReadOnlyList<NodePlan> Children) : NodePlan(Name)
{
    public double? WeightsTotal { get; init; }

    public double Start { get; init; }

    public double Minimum { get; init; }

    public double Maximum { get; init; } = 100;

    public double? RedBelow { get; init; }

    public bool IsAdditive => Aggregation == Aggregation.AdditivePoints;

    public IEnumerable<MeasurePlan> Measures => Children.SelectMany(c => c is GroupPlan group ? group.Measures : [(MeasurePlan)c]);

    public IEnumerable<GroupPlan> Groups => [.. Children.OfType<GroupPlan>().SelectMany(g => g.Groups), this];

    public override NodePlan Replace(NodePlan old, NodePlan now) =>
        ReferenceEquals(this, old) ? now : this with { Children = [.. Children.Select(c => c.Replace(old, now))] };
}

internal sealed record MeasurePlan(string Name, CurvePlan Curve) : NodePlan(Name)
{
    public string? Unit { get; init; }

    public Polarity Polarity { get; init; } = Polarity.Neither;

    public (double Minimum, double Maximum)? Valid { get; init; }

    public bool Clamp { get; init; }

    public MissingDataKind Policy { get; init; }

    public double Neutral { get; init; } = 50;

    public int CarryDays { get; init; } = 30;

    public int? ExpiresAfterDays { get; init; }

    public int? HalfLifeDays { get; init; }

    public double DecayNeutral { get; init; } = 50;

    public string? Layer { get; init; }

    public double? Effort { get; init; }

    /// <summary>The ceilings of usage; null where it is not judged.</summary>
    public (double WhenNot, double WhileInvestigated)? Usage { get; init; }

    public bool WholeNumbers { get; init; }

    public bool ReadsAge => ExpiresAfterDays is not null || HalfLifeDays is not null;

    /// <summary>The raw values that are accepted; infinite where every number is.</summary>
    public (double Low, double High) Range => Curve is CategoriesPlan categories
        ? (0, categories.Categories.Count - 1)
        : Curve is TablePlan table ? table.RowsValid ?? (double.NegativeInfinity, double.PositiveInfinity)
        : Valid ?? (double.NegativeInfinity, double.PositiveInfinity);

    public override NodePlan Replace(NodePlan old, NodePlan now) => ReferenceEquals(this, old) ? now : this;
}

internal sealed record ExceptionPlan(string Id, ScoreLineKind Kind, ConditionPlan When)
{
    public double? Value { get; init; }

    public string? Band { get; init; }

    public string Because { get; init; } = "so it is";

    public int Priority { get; init; }

    public WhenUnknown WhenUnknown { get; init; }
}
