using System.Globalization;
using System.Text;
using CustomerSuccess.Health;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Composition;

/// <summary>What scores and plans lose where a signal, a trait or a function stops. Immutable.</summary>
public sealed class CoverageLoss
{
    private CoverageLoss(LineageKind kind, string name, IReadOnlyList<CoverageLossRow> rows, IReadOnlyList<EvidenceLossRow> plans) => (Kind, Name, Rows, Plans) = (kind, name, rows, plans);

    /// <summary>What stops.</summary>
    public LineageKind Kind { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>One row a scorecard that reads it, and one for each segment with own weights, by scorecard and segment; the general weights first.</summary>
    public IReadOnlyList<CoverageLossRow> Rows { get; }

    /// <summary>One row a plan that reads it, by plan.</summary>
    public IReadOnlyList<EvidenceLossRow> Plans { get; }

    /// <summary>The rows as a table.</summary>
    public override string ToString() => Plans.Count == 0 ? Scores() : $"{Scores()}\n{EvidenceLossRow.Table(Plans)}";

    private string Scores()
    {
        if (Rows.Count == 0)
        {
            return $"Without {Kind.ToString().ToLowerInvariant()} '{Name}' no score loses coverage.";
        }

        var text = new StringBuilder($"Without {Kind.ToString().ToLowerInvariant()} '{Name}' scores lose at most:");
        var width = Rows.Max(r => r.Label.Length);
        foreach (var row in Rows)
        {
            var share = (100 * row.Share).ToString("0.0", CultureInfo.InvariantCulture).PadLeft(5);
            text.Append($"\n  {row.Label.PadRight(width)}  {share} %  {string.Join(", ", row.Measures)}{(row.Affected.Count == 0 ? "" : $"; may change: {string.Join(", ", row.Affected)}")}".TrimEnd());
        }

        return text.ToString();
    }

    internal static CoverageLoss Of(LineageKind kind, string name, IReadOnlyList<LineageEntry> entries, IEnumerable<Scorecard> scorecards, IEnumerable<PlanTemplate> templates)
    {
        var readers = entries.Where(e => e.Kind == kind && e.Name == name && e.Reader.Kind is LineageReaderKind.Measure or LineageReaderKind.Exception).ToArray();
        List<CoverageLossRow> rows = [];
        foreach (var scorecard in scorecards.OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            var own = readers.Where(r => r.Reader.Of == scorecard.Name).ToArray();
            if (own.Length == 0)
            {
                continue;
            }

            var lost = own.Where(r => r.Reader.Kind == LineageReaderKind.Measure && !r.ThroughSegment).Select(r => r.Reader.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            string[] affected = [.. own.Where(r => r.ThroughSegment || r.Reader.Kind == LineageReaderKind.Exception).Select(r => r.Reader.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            rows.AddRange(Enumerable.Range(-1, scorecard.Segments.Count + 1).Select(segment => new CoverageLossRow(
                scorecard.Name,
                segment < 0 ? null : scorecard.Segments[segment],
                lost.Sum(m => scorecard.ShareOf(m, segment)),
                Array.AsReadOnly(lost),
                Array.AsReadOnly(affected))));
        }

        return new(kind, name, rows.AsReadOnly(), EvidenceLossRow.Of([.. entries.Where(e => e.Kind == kind && e.Name == name)], templates));
    }
}

/// <summary>What the scores of one scorecard lose. Immutable.</summary>
/// <param name="Scorecard">The scorecard.</param>
/// <param name="Segment">The segment with own weights; null for the general ones.</param>
/// <param name="Share">The share of weight, 0 to 1, that would be unknown at most.</param>
/// <param name="Measures">The measures that would be unknown.</param>
/// <param name="Affected">What else reads it: exceptions whose condition may not be known, measures that read a segment which may be another.</param>
public sealed record CoverageLossRow(string Scorecard, string? Segment, double Share, IReadOnlyList<string> Measures, IReadOnlyList<string> Affected)
{
    internal string Label => Segment is null ? Scorecard : $"{Scorecard}, {Segment}";
}
