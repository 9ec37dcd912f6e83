namespace CustomerSuccess.Proof;

/// <summary>The figures of one segment: the segment that the matched score names. Immutable.</summary>
public sealed class SegmentFigures
{
    internal SegmentFigures(string? segment, IReadOnlyList<MatchedOutcome> outcomes, RankFigures ranking, JudgeOptions options)
    {
        Segment = segment;
        InAll = ranking;
        TooFew = Math.Min(ranking.Churned, ranking.Customers - ranking.Churned) < ScoreProof.FewestForVerdict;
        Figures = new(outcomes, ranking, TooFew, options);
    }

    /// <summary>The segment; null for the scores that name none.</summary>
    public string? Segment { get; }

    /// <summary>Its figures. Where there are <see cref="TooFew"/> outcomes the ranking is null.</summary>
    public JudgedFigures Figures { get; }

    /// <summary>Whether fewer than <see cref="ScoreProof.FewestForVerdict"/> customers left, or stayed.</summary>
    public bool TooFew { get; }

    /// <summary>The ranking even where there are too few for a figure of its own: the pairs count all the same.</summary>
    internal RankFigures InAll { get; }

    internal static SegmentFigures[] Table(IReadOnlyList<MatchedOutcome> outcomes, JudgeOptions options, CancellationToken cancellationToken)
    {
        if (!outcomes.Any(o => o.Segment is not null))
        {
            return [];
        }

        return
        [
            .. outcomes.GroupBy(o => o.Segment)
                .OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Of(g.Key, [.. g], options, cancellationToken)),
        ];
    }

    private static SegmentFigures Of(string? segment, MatchedOutcome[] outcomes, JudgeOptions options, CancellationToken cancellationToken) =>
        new(segment, outcomes, JudgedFigures.Rank(outcomes, options, cancellationToken), options);
}
