namespace CustomerSuccess.Health;

/// <summary>
/// What a cohort of customers looked like at an instant: per measure, or per scorecard for its scores, the values of everyone
/// and of each segment. Percentiles are taken from it, so that a score never depends on who else is scored. Immutable and
/// safe to share.
/// </summary>
public sealed class CohortReference
{
    private readonly Dictionary<(string Name, string Segment), CohortSeries> _series = [];

    private CohortReference(string name, DateTimeOffset asOf, IEnumerable<CohortSeries> series)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(series);
        (Name, AsOf) = (name, asOf.ToUniversalTime());
        foreach (var one in series)
        {
            ArgumentNullException.ThrowIfNull(one, nameof(series));
            if (!_series.TryAdd((one.Name, one.Segment ?? ""), one))
            {
                throw new ArgumentException($"The cohort '{name}' has two series '{one.Name}' of {one.Segment ?? "everyone"}. Join their values into one.", nameof(series));
            }
        }

        Series = _series.OrderBy(s => s.Key.Name, StringComparer.Ordinal).ThenBy(s => s.Key.Segment, StringComparer.Ordinal).Select(s => s.Value).ToList().AsReadOnly();
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The instant as of which the values hold, UTC.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>The series by name, then segment (ordinal, everyone first).</summary>
    public IReadOnlyList<CohortSeries> Series { get; }

    /// <summary>A cohort of stated series.</summary>
    /// <param name="name">The name. Not empty.</param>
    /// <param name="asOf">The instant as of which the values hold.</param>
    /// <param name="series">The series, each pair of name and segment once.</param>
    /// <exception cref="ArgumentException">The name is empty, or two series are of one name and segment.</exception>
    public static CohortReference From(string name, DateTimeOffset asOf, params IEnumerable<CohortSeries> series) => new(name, asOf, series);

    /// <summary>A cohort of scores: per strategy a series of everyone and one of each segment. Computed scores count, not what overrides say; customers without one are left out.</summary>
    /// <param name="name">The name. Not empty.</param>
    /// <param name="asOf">The instant as of which the scores hold.</param>
    /// <param name="scores">The scores, of one scorecard or of several.</param>
    public static CohortReference OfScores(string name, DateTimeOffset asOf, IEnumerable<HealthScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var all = scores.Where(s => s.Computed is not null).Select(s => (s.Definition.Strategy, s.Segment, Value: s.Computed!.Value)).ToArray();
        var everyone = all.GroupBy(s => s.Strategy, StringComparer.Ordinal).Select(g => new CohortSeries(g.Key, g.Select(s => s.Value)));
        var segments = all.Where(s => !string.IsNullOrWhiteSpace(s.Segment)).GroupBy(s => (s.Strategy, s.Segment)).Select(g => new CohortSeries(g.Key.Strategy, g.Select(s => s.Value), g.Key.Segment));
        return new(name, asOf, everyone.Concat(segments));
    }

    /// <summary>The series of a segment, or the one of everyone where that has no values of its own; null where neither has.</summary>
    public CohortSeries? Find(string series, string? segment = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        return _series.GetValueOrDefault((series, segment ?? "")) is { Values.Count: > 0 } own ? own
            : _series.GetValueOrDefault((series, "")) is { Values.Count: > 0 } everyone ? everyone
            : null;
    }

    /// <summary>
    /// Where a value stands within its segment, or within everyone where the segment has no values: the answer says which.
    /// Unknown where the value is no finite number, or there are no values at all.
    /// </summary>
    /// <param name="series">The measure, or the scorecard.</param>
    /// <param name="segment">The customer's segment; null for everyone.</param>
    /// <param name="value">The value, in the measure's unit, or a score of 0 to 100.</param>
    public Reading<CohortPercentile> Percentile(string series, string? segment, double value)
    {
        if (Find(series, segment) is not { } found)
        {
            return Reading.Unknown<CohortPercentile>(new UnknownCause(series, UnknownKind.NoObservations, $"{this} has none for {segment ?? "everyone"}"));
        }

        return double.IsFinite(value)
            ? Reading.Known(new CohortPercentile(this, found, segment, value))
            : Reading.Unknown<CohortPercentile>(new UnknownCause(series, double.IsNaN(value) ? UnknownKind.NotGiven : UnknownKind.NotANumber));
    }

    /// <summary>
    /// Where a score stands among the scores of its own scorecard and segment. So scores of different scorecards become
    /// comparable: both say whom they are ahead of. Unknown, with the score's reason, where there is no computed score.
    /// </summary>
    public Reading<CohortPercentile> Percentile(HealthScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return score.Computed is { } computed
            ? Percentile(score.Definition.Strategy, score.Segment, computed)
            : Reading.Unknown<CohortPercentile>(new UnknownCause(score.Definition.Strategy, UnknownKind.Stated, score.Reason ?? "there is no score"));
    }

    /// <summary><c>cohort 'all customers' as of 2026-01-01</c>.</summary>
    public override string ToString() => $"cohort '{Name}' as of {NumberText.Instant(AsOf)}";
}
