namespace CustomerSuccess.Health;

/// <summary>
/// The lines of a stated result: its contributions, then what was read and is not known, then what it leaves unattributed
/// and what the limits of the scale took. They sum to the value.
/// </summary>
internal static class StatedLines
{
    public static IReadOnlyList<ScoreLine> Of(HealthResult result, IReadOnlyList<(string Name, UnknownCause? Cause)> read, double? computed)
    {
        var scored = computed is not null;
        var causes = Causes(result, read);
        var lines = new List<ScoreLine>();
        var sum = 0d;
        foreach (var same in result.Contributions.GroupBy(c => c.Name, StringComparer.Ordinal))
        {
            var points = same.Sum(c => c.Points ?? 0);
            sum += points;
            causes.Remove(same.Key, out var cause);
            lines.Add(Line(same.Key, scored ? points : 0, same.Last().Raw, cause, same.Any(c => c.Points is not null), scored));
        }

        lines.AddRange(causes.Select(c => Line(c.Key, 0, null, c.Value, false, scored)));
        if (computed is { } value)
        {
            Rest(lines, "unattributed", ScoreLineKind.Unattributed, result.Value - sum);
            Rest(lines, "limit", ScoreLineKind.Limit, value - result.Value);
        }

        return lines.AsReadOnly();
    }

    private static OrderedDictionary<string, UnknownCause> Causes(HealthResult result, IReadOnlyList<(string Name, UnknownCause? Cause)> read)
    {
        var causes = new OrderedDictionary<string, UnknownCause>(StringComparer.Ordinal);
        foreach (var cause in result.Causes)
        {
            causes.TryAdd(cause.Subject, cause);
        }

        foreach (var (name, cause) in read)
        {
            if (cause is not null)
            {
                causes.TryAdd(name, cause);
            }
        }

        return causes;
    }

    private static ScoreLine Line(string name, double points, double? raw, UnknownCause? cause, bool attributed, bool scored) => new()
    {
        Name = name,
        Group = "",
        Kind = ScoreLineKind.Measure,
        Points = points,
        State = cause is null && attributed ? ScoreLineState.Observed
            : cause is not null && !scored ? ScoreLineState.Abstained : ScoreLineState.LeftToStrategy,
        Raw = raw is { } number && double.IsFinite(number) ? number : null,
        Cause = cause,
    };

    private static void Rest(List<ScoreLine> lines, string name, ScoreLineKind kind, double points)
    {
        if (Math.Abs(points) > Edge.Tolerance)
        {
            lines.Add(new ScoreLine { Name = name, Group = "", Kind = kind, Points = points });
        }
    }
}
