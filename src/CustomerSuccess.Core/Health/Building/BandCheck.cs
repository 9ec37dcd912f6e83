namespace CustomerSuccess.Health;

/// <summary>Finds the mistakes of a scorecard's bands, and makes the bands.</summary>
internal static class BandCheck
{
    public static HealthBands? Run(ScorecardDraft draft, DiagnosticList found)
    {
        var path = $"{draft.Name}/bands";
        var (_, maximum, _) = draft.Scale;
        if (draft.Hysteresis is { } hysteresis && !(hysteresis >= 0 && draft.Scale.Contains(draft.Scale.Minimum + hysteresis)))
        {
            found.Add("SC021", path, $"A hysteresis of {hysteresis} points is not one.", $"State 0 to {maximum - draft.Scale.Minimum} points.");
            return null;
        }

        if (draft.BandRanges is { } ranges)
        {
            return Ranges(draft, ranges, path, found);
        }

        if (draft.BandEdges is not { } bands)
        {
            return new HealthBands(["Red", "Yellow", "Green"], [50, 75], draft.Convention, Hysteresis(draft));
        }

        return Edges(draft, [.. bands.Select(b => b.Name)], [.. bands.Select(b => b.From ?? draft.Scale.Minimum)], draft.Convention, path, found);
    }

    private static HealthBands? Ranges(ScorecardDraft draft, List<(string Name, Interval Range)> ranges, string path, DiagnosticList found)
    {
        if (ranges.Count == 0 || ranges.Any(r => r.Range is null))
        {
            found.Add("SC022", path, $"There are no bands, or one has no range.", "List them from worst to best.");
            return null;
        }

        var before = found.Count;
        var sorted = ranges.OrderBy(r => r.Range.Lower).ThenBy(r => r.Range.Upper).ToArray();
        var (gaps, overlaps) = RangeCoverage.Check(sorted, draft.Scale.Minimum, draft.Scale.Maximum);
        foreach (var gap in gaps)
        {
            found.Add("SC019", path, $"The bands leave a gap: a score in {gap} has none.", "Let each band start where the one before ends: [0, 50) and [50, 75).");
        }

        foreach (var overlap in overlaps)
        {
            found.Add("SC020", path, $"Two bands overlap: {overlap}.", "Let each score be in one band: [0, 50) and [50, 75).");
        }

        var included = sorted.Skip(1).Select(r => r.Range.LowerIncluded).Distinct().ToArray();
        if (gaps.Count == 0 && overlaps.Count == 0 && included.Length > 1)
        {
            found.Add("SC023", path, $"Some bands hold their lower edge and some do not.", "Use one convention: [50, 75) or (50, 75] for all.");
        }

        var convention = included is [false] ? EdgeConvention.LowerExcluded : EdgeConvention.LowerIncluded;
        return found.Count > before ? null : Edges(draft, [.. sorted.Select(r => r.Name)], [draft.Scale.Minimum, .. sorted.Skip(1).Select(r => r.Range.Lower)], convention, path, found);
    }

    private static HealthBands? Edges(ScorecardDraft draft, string[] names, double[] from, EdgeConvention convention, string path, DiagnosticList found)
    {
        var before = found.Count;
        if (names.Length == 0 || names.Length > 100 || names.Any(string.IsNullOrWhiteSpace))
        {
            found.Add("SC022", path, $"There are {names.Length} bands, or one has no name.", "List 1 to 100 bands from worst to best.");
        }

        foreach (var twice in names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            found.Add("SC002", path, $"There are {twice.Count()} bands named '{twice.Key}'.", "Name each band once.");
        }

        var scale = draft.Scale;
        if (from.Length > 0 && from[0] != scale.Minimum && !scale.IsBroken)
        {
            found.Add("SC019", path, $"The worst band starts at {from[0]}: a score below has no band.", $"Let the first band start at {scale.Minimum}.");
        }

        double[] edges = [.. from.Select(scale.Place)];

        for (var i = 1; i < from.Length; i++)
        {
            var reachable = convention == EdgeConvention.LowerIncluded ? edges[i] > Edge.Tolerance && edges[i] <= 100 : edges[i] >= 0 && edges[i] < 100 - Edge.Tolerance;
            if (!reachable && !scale.IsBroken)
            {
                found.Add("SC024", path, $"The band '{names[i]}' from {from[i]} is unreachable: scores run from {scale.Minimum} to {scale.Maximum}.", "Move its edge, or remove it.");
            }
            else if (i > 1 && !(edges[i] - edges[i - 1] > 2 * Edge.Nudge))
            {
                found.Add("SC024", path, $"The band '{names[i - 1]}' is unreachable: it starts at {from[i - 1]} and '{names[i]}' at {from[i]}.", "Let the edges rise from worst to best.");
            }
        }

        return found.Count > before || scale.IsBroken ? null : new HealthBands(names, edges[1..], convention, Hysteresis(draft));
    }

    private static double Hysteresis(ScorecardDraft draft) => draft.Hysteresis is { } stated ? draft.Scale.Distance(stated) : HealthBands.DefaultHysteresis;
}
