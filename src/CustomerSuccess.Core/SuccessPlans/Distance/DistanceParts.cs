namespace CustomerSuccess.SuccessPlans;

/// <summary>Reckons the parts of a distance. Sums run in the order of the ids.</summary>
internal static class DistanceParts
{
    public static double? Weights(PlanContent model, PlanContent plan)
    {
        var (from, to) = (Shares(model), Shares(plan));
        var sum = 0d;
        foreach (var id in Union(from.Keys, to.Keys))
        {
            sum += Math.Abs(from.GetValueOrDefault(id) - to.GetValueOrDefault(id));
        }

        // Weights on another scale are the same shares but for rounding.
        return from.Count + to.Count == 0 ? null : sum < 1e-12 ? 0 : Math.Min(1, sum / 2);
    }

    public static double? Schedule(PlanContent model, PlanContent plan)
    {
        var (length, shares) = (model.Items.Select(i => i.DueDay).DefaultIfEmpty(0).Max(), Shares(model));
        var (was, now) = (model.Milestones.ToDictionary(m => m.Id, m => m.DueDay, StringComparer.Ordinal), plan.Milestones.ToDictionary(m => m.Id, m => m.DueDay, StringComparer.Ordinal));
        var (sum, weight) = (0d, 0d);
        foreach (var id in was.Keys.Where(now.ContainsKey).Order(StringComparer.Ordinal))
        {
            sum += shares[id] * Part(Math.Abs((double)now[id] - was[id]), length);
            weight += shares[id];
        }

        return weight > 0 ? Math.Min(1, sum / weight) : null;
    }

    public static double? Accountabilities(PlanContent model, PlanContent plan)
    {
        var (from, to) = (Owed(model), Owed(plan));
        var all = from.Union(to).Count();
        return all == 0 ? null : 1 - (from.Intersect(to).Count() / (double)all);
    }

    public static double? Targets(PlanContent model, PlanContent plan)
    {
        var (from, to) = (model.Objectives.ToDictionary(o => o.Id, StringComparer.Ordinal), plan.Objectives.ToDictionary(o => o.Id, StringComparer.Ordinal));
        string[] all = Union(from.Keys, to.Keys);
        var sum = 0d;
        foreach (var id in all)
        {
            sum += from.TryGetValue(id, out var was) && to.TryGetValue(id, out var now) ? Part(Math.Abs(now.Target - was.Target), Math.Abs(was.Target - was.Baseline)) : 1;
        }

        return all.Length == 0 ? null : sum / all.Length;
    }

    private static double Part(double difference, double length) => difference == 0 ? 0 : difference >= length ? 1 : difference / length;

    private static Dictionary<string, double> Shares(PlanContent content)
    {
        var total = 0d;
        foreach (var milestone in content.Milestones.OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            total += milestone.Weight;
        }

        return content.Milestones.ToDictionary(m => m.Id, m => m.Weight / total, StringComparer.Ordinal);
    }

    private static (string, PlanParty)[] Owed(PlanContent content) => [.. content.Accountabilities.Select(a => (a.Id, a.Party)).Distinct()];

    private static string[] Union(IEnumerable<string> one, IEnumerable<string> other) => [.. one.Union(other, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
