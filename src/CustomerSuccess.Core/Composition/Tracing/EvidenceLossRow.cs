using System.Globalization;
using System.Text;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Composition;

/// <summary>What one plan loses where something stops: milestones and accountabilities that nobody would see completed by themselves any more. Immutable.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Share">The share of the plan's value, 0 to 1: the weight of those milestones in that of all. Recorded evidence may still complete them, where they accept it.</param>
/// <param name="Milestones">The milestones whose evidence, or whose objective's measure, would be unknown.</param>
/// <param name="Accountabilities">The accountabilities whose evidence would be unknown.</param>
/// <param name="Objectives">The objectives whose measure would be unknown.</param>
/// <param name="Affected">What reads it only through a segment, which may be another.</param>
public sealed record EvidenceLossRow(string Plan, double Share, IReadOnlyList<string> Milestones, IReadOnlyList<string> Accountabilities, IReadOnlyList<string> Objectives, IReadOnlyList<string> Affected)
{
    internal static IReadOnlyList<EvidenceLossRow> Of(IReadOnlyList<LineageEntry> entries, IEnumerable<PlanTemplate> templates)
    {
        List<EvidenceLossRow> rows = [];
        foreach (var template in templates.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var own = entries.Where(e => e.Reader.Of == template.Name && e.Reader.Kind is LineageReaderKind.Milestone or LineageReaderKind.Accountability or LineageReaderKind.Objective).ToArray();
            if (own.Length == 0)
            {
                continue;
            }

            string[] Lost(LineageReaderKind kind) => [.. own.Where(e => e.Reader.Kind == kind && !e.ThroughSegment).Select(e => e.Reader.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            var milestones = Lost(LineageReaderKind.Milestone);
            var weights = template.Content.Milestones.OrderBy(m => m.Id, StringComparer.Ordinal).ToArray();
            rows.Add(new(
                template.Name,
                weights.Where(m => milestones.Contains(m.Id, StringComparer.Ordinal)).Sum(m => m.Weight) / weights.Sum(m => m.Weight),
                Array.AsReadOnly(milestones),
                Array.AsReadOnly(Lost(LineageReaderKind.Accountability)),
                Array.AsReadOnly(Lost(LineageReaderKind.Objective)),
                Array.AsReadOnly([.. own.Where(e => e.ThroughSegment).Select(e => e.ReadBy).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])));
        }

        return rows.AsReadOnly();
    }

    internal static string Table(IReadOnlyList<EvidenceLossRow> rows)
    {
        var text = new StringBuilder("Plans lose at most the evidence of:");
        var width = rows.Max(r => r.Plan.Length);
        foreach (var row in rows)
        {
            string?[] parts =
            [
                string.Join(", ", row.Milestones),
                row.Accountabilities.Count == 0 ? null : $"owed: {string.Join(", ", row.Accountabilities)}",
                row.Objectives.Count == 0 ? null : $"objectives: {string.Join(", ", row.Objectives)}",
                row.Affected.Count == 0 ? null : $"may change: {string.Join(", ", row.Affected)}",
            ];
            text.Append($"\n  {row.Plan.PadRight(width)}  {(100 * row.Share).ToString("0.0", CultureInfo.InvariantCulture).PadLeft(5)} %  {string.Join("; ", parts.Where(p => !string.IsNullOrEmpty(p)))}".TrimEnd());
        }

        return text.ToString();
    }
}
