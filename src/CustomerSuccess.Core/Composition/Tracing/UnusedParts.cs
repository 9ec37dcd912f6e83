using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Composition;

/// <summary>Finds what is declared and read by nothing.</summary>
internal static class UnusedParts
{
    public static IReadOnlyList<string> Of(CustomerHealthPlan plan, CustomerConfiguration? configuration, IReadOnlyList<LineageEntry> entries)
    {
        HashSet<string> Read(LineageKind kind) => entries.Where(e => e.Kind == kind).Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        var (signals, traits, segments) = (Read(LineageKind.Signal), Read(LineageKind.Trait), Read(LineageKind.Segment));
        var declared = configuration?.Vocabulary ?? new();
        return Array.AsReadOnly([
            .. declared.Signals.Where(s => !signals.Contains(s.Name)).Select(s => $"signal '{s.Name}'"),
            .. declared.Traits.Where(t => !traits.Contains(t.Name)).Select(t => $"trait '{t.Name}'"),
            .. plan.Model.Facts.Schemes.Where(s => s.Purpose != SegmentPurpose.Experience && !segments.Contains(s.Name)).Select(s => $"scheme '{s.Name}'"),
            .. (configuration?.Scorecards ?? []).Where(s => plan.Scorecards.All(p => p.Name != s.Name)).Select(s => $"scorecard '{s.Name}'"),
        ]);
    }
}
