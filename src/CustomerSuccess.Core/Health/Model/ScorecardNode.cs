namespace CustomerSuccess.Health;

/// <summary>A part of a scorecard: a measure or a group. Immutable.</summary>
public abstract class ScorecardNode
{
    private protected ScorecardNode()
    {
    }

    /// <summary>The name, unique among measures or among groups.</summary>
    public required string Name { get; init; }

    /// <summary>The stated weight, relative to the siblings; null where none was stated.</summary>
    public double? Weight { get; init; }

    /// <summary>Weights that differ by segment.</summary>
    public IReadOnlyDictionary<string, double> SegmentWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether being red decides in an any-red parent; null where nothing was stated.</summary>
    public bool? Decisive { get; init; }
}

/// <summary>A measure: how a raw value counts.</summary>
public sealed class MeasureModel : ScorecardNode
{
    internal const double Middle = 50;

    /// <summary>The unit, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether more is better.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>The curve.</summary>
    public required Curve Curve { get; init; }

    /// <summary>The valid range; null where every number is valid.</summary>
    public Interval? Valid { get; init; }

    /// <summary>Whether a value outside the valid range is clamped into it rather than unknown.</summary>
    public bool ClampToValid { get; init; }

    /// <summary>The policy for missing data.</summary>
    public MissingData Missing { get; init; } = MissingData.Redistribute;

    /// <summary>The age after which an observation is unknown; null for never.</summary>
    public TimeSpan? ExpiresAfter { get; init; }

    /// <summary>The half-life of the decay toward neutral; null for none.</summary>
    public TimeSpan? HalfLife { get; init; }

    /// <summary>The value toward which observations decay.</summary>
    public double DecayNeutral { get; init; } = Middle;

    /// <summary>The layer that the measure belongs to, or null.</summary>
    public string? Layer { get; init; }

    /// <summary>The ceilings of the value while a verdict on its usage is in force; null where it is not judged as usage.</summary>
    public UsageCeilings? Usage { get; init; }

    /// <summary>The effort of moving the measure across its whole range; null where it is not actionable.</summary>
    public double? Effort { get; init; }

    /// <summary>Whether only whole numbers make sense, for counterfactuals.</summary>
    public bool WholeNumbers { get; init; }

    /// <summary>What reads the value: null for a column of that name, otherwise the declared version of the host's delegate, empty where none was declared.</summary>
    public string? ReaderVersion { get; init; }

    /// <summary>The canonical text of the expression that reads the value; null where something else reads it.</summary>
    public string? Expression => Expressions.Value?.Text;

    /// <summary>The name of the host's reader where it is another than the measure's; otherwise null.</summary>
    public string? ReaderName { get; init; }

    internal MeasureExpressions Expressions { get; init; } = new();

    /// <summary>Whether an age of the observation is read.</summary>
    public bool ReadsAge => ExpiresAfter is not null || HalfLife is not null;
}

/// <summary>A group of measures and groups.</summary>
public sealed class GroupModel : ScorecardNode
{
    /// <summary>How the children become one value.</summary>
    public required Aggregation Aggregation { get; init; }

    /// <summary>The children, as written.</summary>
    public required IReadOnlyList<ScorecardNode> Children { get; init; }

    /// <summary>What the children's weights must sum to, where that was stated.</summary>
    public double? WeightsTotal { get; init; }

    /// <summary>Where additive points start.</summary>
    public double Start { get; init; }

    /// <summary>The lower limit of additive points: 0 of the group's value unless <see cref="LimitsWithinScale"/>.</summary>
    public double Minimum { get; init; }

    /// <summary>The upper limit of additive points: 100 of the group's value unless <see cref="LimitsWithinScale"/>.</summary>
    public double Maximum { get; init; } = 100;

    /// <summary>True where the limits of additive points lie within 0 to 100 and are themselves on that scale: within 10 to 90 the least is 10 and not 0.</summary>
    public bool LimitsWithinScale { get; init; }

    /// <summary>The edge below which a child is red in an any-red group; null for the lowest edge of the scorecard's bands.</summary>
    public double? RedBelow { get; init; }
}
