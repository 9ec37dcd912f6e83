namespace CustomerSuccess.Health;

/// <summary>A node as far as it has been written.</summary>
internal abstract class NodeDraft(string name)
{
    public string Name { get; } = name;

    public double? Weight { get; set; }

    public Dictionary<string, double> SegmentWeights { get; } = new(StringComparer.Ordinal);

    public bool? Decisive { get; set; }
}

/// <summary>A measure as far as it has been written. Readers are typed by the row, so they are kept as objects here.</summary>
internal sealed class MeasureDraft(string name, object? reader) : NodeDraft(name)
{
    public object? Reader { get; set; } = reader;

    public object? AgeReader { get; set; }

    public object? LastReader { get; set; }

    public object? LastAgeReader { get; set; }

    /// <summary>Reads the second number of a table.</summary>
    public object? ByReader { get; set; }

    public object? LastByReader { get; set; }

    public string? Unit { get; set; }

    public Polarity Polarity { get; set; } = Polarity.Neither;

    public Curve? Curve { get; set; }

    /// <summary>The cohort that was given with a percentile curve.</summary>
    public CohortReference? Cohort { get; set; }

    /// <summary>The table as written; its check makes the curve of it.</summary>
    public TableDraft? Table { get; set; }

    public (double Minimum, double Maximum)? Valid { get; set; }

    public bool ClampToValid { get; set; }

    public MissingData Missing { get; set; } = MissingData.Redistribute;

    /// <summary>The neutral value that stands in, as written; null for the middle of the scale.</summary>
    public double? Neutral { get; set; }

    public TimeSpan? ExpiresAfter { get; set; }

    public TimeSpan? HalfLife { get; set; }

    /// <summary>As written; null for the middle of the scale.</summary>
    public double? DecayNeutral { get; set; }

    public string? Layer { get; set; }

    public double? Effort { get; set; }

    /// <summary>The ceilings of usage as written, null for the start and the middle of the scale; null where it is not judged.</summary>
    public (double? WhenNot, double? WhileInvestigated)? Usage { get; set; }

    public bool WholeNumbers { get; set; }

    public string? Version { get; set; }

    /// <summary>The name of the host's reader where it is another than the measure's.</summary>
    public string? ReaderName { get; set; }

    /// <summary>What expressions read: the value, its age, the last value, the age of that.</summary>
    public MeasureExpressions Expressions { get; } = new();
}

/// <summary>A group as far as it has been written.</summary>
internal sealed class GroupDraft(string name) : NodeDraft(name)
{
    public Aggregation Aggregation { get; set; } = Aggregation.WeightedMean;

    public List<NodeDraft> Children { get; } = [];

    public double? WeightsTotal { get; set; }

    public double Start { get; set; }

    /// <summary>As written; null for the scale's own end.</summary>
    public double? Minimum { get; set; }

    /// <summary>As written; null for the scale's own end.</summary>
    public double? Maximum { get; set; }

    public double? RedBelow { get; set; }
}

/// <summary>An exception as written, with the reader of its row condition.</summary>
internal sealed class ExceptionDraft
{
    public required string? Id { get; init; }

    public required ScoreLineKind Kind { get; init; }

    public double? Value { get; init; }

    public string? Band { get; init; }

    public required Func<string, ScoreCondition> When { get; init; }

    public object? Reader { get; init; }

    /// <summary>The canonical text where the condition is an expression; null otherwise.</summary>
    public string? Expression { get; init; }

    public required string Because { get; init; }

    public required int Priority { get; init; }

    public required WhenUnknown WhenUnknown { get; init; }
}

/// <summary>A scorecard as far as it has been written.</summary>
internal sealed class ScorecardDraft(string name, bool overRows)
{
    public string Name { get; } = name;

    public bool OverRows { get; } = overRows;

    public GroupDraft Root { get; } = new("");

    public List<ExceptionDraft> Exceptions { get; } = [];

    /// <summary>Cohorts that percentile curves name.</summary>
    public List<CohortReference> References { get; } = [];

    /// <summary>The bands with where each starts, null for the start of the scale.</summary>
    public List<(string Name, double? From)>? BandEdges { get; set; }

    public List<(string Name, Interval Range)>? BandRanges { get; set; }

    public EdgeConvention Convention { get; set; } = EdgeConvention.LowerIncluded;

    public double? Hysteresis { get; set; }

    /// <summary>How scores are shown, where that was said on its own.</summary>
    public (double Minimum, double Maximum, int Decimals)? Display { get; set; }

    /// <summary>The scale in which numbers are written, with the decimals shown.</summary>
    public (double Minimum, double Maximum, int Decimals)? ScaledTo { get; set; }

    public ScoreScale Scale => ScaledTo is var (minimum, maximum, _) ? new(minimum, maximum, true) : ScoreScale.Unstated;

    public double? MinimumCoverage { get; set; }

    public (double Coverage, int SuspectedFrom) Watermelon { get; set; } = (WatermelonRule.UsualCoverage, WatermelonRule.UsualSuspectedFrom);
}
