namespace CustomerSuccess.Health;

/// <summary>A scorecard as data: what its content hash covers. Immutable.</summary>
public sealed class ScorecardModel
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The group at the top.</summary>
    public required GroupModel Root { get; init; }

    /// <summary>The measures, in the order written, whatever group they stand in.</summary>
    internal IEnumerable<MeasureModel> AllMeasures => In(Root);

    /// <summary>The content hash, once it was computed; null before.</summary>
    internal string? ContentHash { get; set; }

    /// <summary>The bands.</summary>
    public required HealthBands Bands { get; init; }

    /// <summary>The exceptions, as written.</summary>
    public required IReadOnlyList<ExceptionModel> Exceptions { get; init; }

    /// <summary>How scores are shown.</summary>
    public required ScoreDisplay Display { get; init; }

    /// <summary>The least coverage for a score, 0 to 1; null for "above 0".</summary>
    public double? MinimumCoverage { get; init; }

    /// <summary>When a score that is green outside counts as a watermelon.</summary>
    public WatermelonRule Watermelon { get; init; } = new();

    /// <summary>The segments that any part of the scorecard has its own weight or its own cohort for, in ordinal order.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    private static IEnumerable<MeasureModel> In(GroupModel group) => group.Children.SelectMany(c => c is GroupModel inner ? In(inner) : [(MeasureModel)c]);
}
