namespace CustomerSuccess.Health;

/// <summary>Gives percentile curves their cohorts, and finds the mistakes in that.</summary>
internal static class CohortCheck
{
    /// <summary>The segments that the cohorts tell apart.</summary>
    public static IEnumerable<string> Run(ScorecardDraft draft, IReadOnlyDictionary<string, MeasureDraft> measures, DiagnosticList found)
    {
        var given = draft.References.Concat(measures.Values.Select(m => m.Cohort).OfType<CohortReference>()).Distinct().GroupBy(r => r.Name, StringComparer.Ordinal).ToArray();
        foreach (var twice in given.Where(g => g.Select(r => r.ContentHash()).Distinct().Count() > 1))
        {
            found.Add("SC036", draft.Name, $"There are two cohorts named '{twice.Key}' with different contents.", "Name them apart, for instance by their dates.");
        }

        var byName = given.ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var measure in measures.Values.Where(m => m.Curve is PercentileCurve))
        {
            var curve = (PercentileCurve)measure.Curve!;
            var cohort = byName.GetValueOrDefault(curve.Reference);
            measure.Curve = new PercentileCurve(curve.Reference, curve.Series, cohort);
            foreach (var series in cohort?.Series.Where(s => s.Name == (curve.Series ?? measure.Name) && s.Segment is not null) ?? [])
            {
                yield return series.Segment!;
            }
        }
    }
}
