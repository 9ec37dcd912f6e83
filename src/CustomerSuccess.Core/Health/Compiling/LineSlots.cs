namespace CustomerSuccess.Health;

/// <summary>Which lines a program writes, in their order: measures, what decay and verdicts made of them, groups, exceptions.</summary>
internal static class LineSlots
{
    public static IEnumerable<LineSlot> Of(IReadOnlyList<MeasureModel> measures, IReadOnlyList<GroupModel> groups, IEnumerable<ScoreLineKind> exceptions) =>
    [
        .. measures.Select((_, i) => new LineSlot(ScoreLineKind.Measure, i)),
        .. Where(measures, m => m.HalfLife is not null, ScoreLineKind.Decay),
        .. Where(measures, m => m.Usage is not null, ScoreLineKind.Usage),
        .. groups.SelectMany((g, i) => Own(g.Aggregation).Select(kind => new LineSlot(kind, measures.Count + i))),
        .. exceptions.Select((kind, i) => new LineSlot(kind, i)),
    ];

    private static IEnumerable<LineSlot> Where(IReadOnlyList<MeasureModel> measures, Func<MeasureModel, bool> has, ScoreLineKind kind) =>
        Enumerable.Range(0, measures.Count).Where(i => has(measures[i])).Select(i => new LineSlot(kind, i));

    private static ScoreLineKind[] Own(Aggregation aggregation) => aggregation switch
    {
        Aggregation.GeometricMean => [ScoreLineKind.Start],
        Aggregation.AdditivePoints => [ScoreLineKind.Start, ScoreLineKind.Limit],
        Aggregation.AnyRed => [ScoreLineKind.AnyRed],
        _ => [],
    };
}
