namespace CustomerSuccess.Health;

/// <summary>
/// Attributes a change: first the configuration (the old row re-scored under the new one), then per measure
/// value = mean weight × Δn and weight and coverage = mean n × Δweight; signed lines by difference.
/// </summary>
internal static class ChangeAttribution
{
    public static ScoreChange Of(HealthScore before, HealthScore after)
    {
        if (before.Computed is not { } from || after.Computed is not { } to)
        {
            throw new ArgumentException("A change is attributed between two scores, and one of the two has none. Look at its Reason.", nameof(before));
        }

        var byName = before.Detail is ScorecardDetail && after.Detail is ScorecardDetail;
        var (old, now) = (ByLine(before.Detail.Lines(before), byName), ByLine(after.Detail.Lines(after), byName));
        var middle = Middle(before, after, old);
        var lines = old.Keys.Union(now.Keys).Select(key => Line(key, old, middle, now)).OrderByDescending(l => Math.Abs(l.Total)).ThenBy(l => l.Name, StringComparer.Ordinal);
        return new ScoreChange { Before = from, After = to, Lines = lines.ToList().AsReadOnly(), Definition = after.Definition };
    }

    // The old row under the new configuration; null where it has no score there, so that everything is the configuration's.
    private static Dictionary<LineKey, ScoreLine>? Middle(HealthScore before, HealthScore after, Dictionary<LineKey, ScoreLine> old)
    {
        if (before.Definition.ConfigurationHash == after.Definition.ConfigurationHash)
        {
            return old;
        }

        if (before.Detail is not ScorecardDetail { Scorecard: var oldCard, Inputs: var row } || after.Detail is not ScorecardDetail { Scorecard: var newCard })
        {
            return null;
        }

        var mapped = newCard.Program.Inputs.Select(name => Array.IndexOf(oldCard.Program.Inputs, name)).Select(i => i < 0 ? double.NaN : row[i]).ToArray();
        for (var i = 0; i < newCard.Program.Measures.Length; i++)
        {
            mapped[i] = Category(oldCard.Program, newCard.Program.MeasureModels[i], mapped[i]);
        }

        var score = ScoreMaker.Make(newCard, mapped, null, before.CustomerId, before.Segment, before.AsOf, before.KnownAt, -1, null, []);
        return score.Computed is null ? null : ByLine(score.Detail.Lines(score), byName: true);
    }

    // Categories may stand in another order under the new configuration.
    private static double Category(ScorecardProgram old, MeasureModel now, double raw)
    {
        var before = Array.Find(old.MeasureModels, m => m.Name == now.Name);
        if (before is null || now.Curve is not CategoryCurve { Categories: var categories } || RawText.Of(before, raw) is not { } text)
        {
            return raw;
        }

        var found = Enumerable.Range(0, categories.Count).Where(i => categories[i].Name == text).ToArray();
        return found.Length == 0 ? double.NaN : found[0];
    }

    private static ScoreChangeLine Line(LineKey key, Dictionary<LineKey, ScoreLine> old, Dictionary<LineKey, ScoreLine>? middle, Dictionary<LineKey, ScoreLine> now)
    {
        var (first, last) = (old.GetValueOrDefault(key), now.GetValueOrDefault(key));
        var total = Points(last) - Points(first);
        if (middle is null)
        {
            return Make(key, total, 0, 0);
        }

        var centre = middle.GetValueOrDefault(key);
        var configuration = Points(centre) - Points(first);
        var rest = Points(last) - Points(centre);
        if (!IsProduct(centre) || !IsProduct(last))
        {
            return Make(key, configuration, rest, 0);
        }

        var (n0, n1) = (centre!.Normalised ?? last!.Normalised ?? 0, last!.Normalised ?? centre.Normalised ?? 0);
        var value = (centre.Weight + last.Weight) / 2 * (n1 - n0);
        return Make(key, configuration, value, rest - value);
    }

    private static bool IsProduct(ScoreLine? line) =>
        line is { Kind: ScoreLineKind.Measure } && Math.Abs((line.Weight * (line.Normalised ?? 0)) - line.Points) <= Edge.Tolerance;

    private static double Points(ScoreLine? line) => line?.Points ?? 0;

    private static ScoreChangeLine Make(LineKey key, double configuration, double value, double weight) => new()
    {
        Name = key.Name,
        Group = key.Group,
        Kind = key.Kind,
        Configuration = configuration,
        Value = value,
        WeightAndCoverage = weight,
    };

    private static Dictionary<LineKey, ScoreLine> ByLine(IReadOnlyList<ScoreLine> lines, bool byName)
    {
        var map = new Dictionary<LineKey, ScoreLine>();
        foreach (var line in lines)
        {
            // A scorecard's measure keeps its line when it moves to another group; signed lines, and the parts of composites, belong to theirs.
            var group = byName && line.Kind is ScoreLineKind.Measure or ScoreLineKind.Decay or ScoreLineKind.Usage ? "" : line.Group;
            map[new LineKey(line.Kind, group, line.Name)] = line;
        }

        return map;
    }

    private readonly record struct LineKey(ScoreLineKind Kind, string Group, string Name);
}
