using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Composition;

/// <summary>What several modules of a host say about its customers, put together: the same thing said twice is one thing.</summary>
internal static class CustomersMerge
{
    public static CustomerHealthBuilder Of(IReadOnlyList<CustomerHealthBuilder> parts, RowsCheck check)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var whole = new CustomerHealthBuilder();
        foreach (var part in parts)
        {
            whole.Facts.Add(part.Facts);
        }

        foreach (var scheme in parts.SelectMany(p => p.Schemes).DistinctBy(Identity))
        {
            whole.SegmentedBy(scheme);
        }

        foreach (var template in parts.SelectMany(p => p.Plans))
        {
            whole.PlannedBy(template);
        }

        whole.PlanOptions = check.Single(parts.Select(p => p.PlanOptions), "PlansJudgedBy", "options");

        // A grid has no equality of its own; its words say all of it.
        whole.EvaluationGrid = check.Single(parts.Select(p => p.EvaluationGrid), "On", "grids", g => g.ToString());
        whole.Override = check.Single(parts.Select(p => p.Override), "OverriddenBy", "lambdas");
        whole.Usage = check.Single(parts.Select(p => p.Usage), "UsageJudgedBy", "lambdas");
        whole.History = check.Single(parts.Select(p => p.History), "RecordedIn", "histories");
        whole.Spacing = (TimeSpan?)check.Single(parts.Select(p => (object?)p.Spacing), "TrendOver", "times");
        whole.Batches = ((int, int)?)check.Single(parts.Select(p => (object?)p.Batches), "InBatches", "numbers");
        return whole;
    }

    // The same scheme, or one of the same content, where the hash pins it down.
    private static object Identity(SegmentScheme scheme) => scheme.Reproducible ? scheme.ConfigurationHash : scheme;
}
