namespace CustomerSuccess.Health;

/// <summary>Finds every mistake of a scorecard's tree: names, weights, groups. The other checks are its parts.</summary>
internal sealed class ScorecardCheck(ScorecardDraft draft, DiagnosticList found)
{
    private const int MostNodes = 10_000;
    private const int DeepestGroup = 32;

    private readonly Dictionary<string, MeasureDraft> _measures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _segments = new(StringComparer.Ordinal);
    private int _nodes;

    public IReadOnlyDictionary<string, MeasureDraft> Measures => _measures;

    public IReadOnlyCollection<string> Segments => _segments;

    public void Run()
    {
        var path = string.IsNullOrWhiteSpace(draft.Name) ? "(scorecard)" : draft.Name;
        if (string.IsNullOrWhiteSpace(draft.Name))
        {
            found.Add("SC001", path, $"The scorecard has no name.", "Name it: Scorecard.For<Account>(\"default\").");
        }

        Group(draft.Root, path, 0);
        if (_nodes > MostNodes)
        {
            found.Add("SC003", path, $"The scorecard has {_nodes} parts; the most is {MostNodes}.", "Split it into several scorecards.");
        }

        Weights(draft.Root, path);
    }

    private void Group(GroupDraft group, string path, int depth, bool addsPoints = false)
    {
        if (depth > DeepestGroup)
        {
            found.Add("SC003", path, $"Groups nest deeper than {DeepestGroup}.", "Flatten them.");
            return;
        }

        if (group.Children.Count == 0)
        {
            found.Add("SC003", path, $"The group has no measure.", "Add one, or remove the group.");
        }

        var points = new AdditiveCheck(draft.Scale, path, found).Points(group, addsPoints);
        if (group.RedBelow is { } red && !(draft.Scale.Contains(red) && red != draft.Scale.Minimum))
        {
            found.Add("SC009", path, $"The red edge {red} does not lie above {draft.Scale.Minimum} and up to {draft.Scale.Maximum}.", $"State an edge on the scale of {draft.Scale.Minimum} to {draft.Scale.Maximum}.", "redBelow");
        }

        foreach (var child in group.Children)
        {
            _nodes++;
            Name(child, $"{path}/{child.Name}");
            if (child is GroupDraft inner)
            {
                new AdditiveCheck(draft.Scale, $"{path}/{child.Name}", found).Proportion(inner, points);
                Group(inner, $"{path}/{child.Name}", depth + 1, points.Adds);
            }
            else
            {
                new MeasureCheck((MeasureDraft)child, points, draft.OverRows, $"{path}/{child.Name}", found).Run();
            }
        }
    }

    private void Name(NodeDraft node, string path)
    {
        if (string.IsNullOrWhiteSpace(node.Name) || node.Name.Contains('/', StringComparison.Ordinal) || node.Name.Any(char.IsControl))
        {
            found.Add("SC001", path, $"'{node.Name}' is not a name.", "Use a text that is not empty and holds no '/' and no control character.");
        }

        var added = node is MeasureDraft measure ? _measures.TryAdd(node.Name ?? "", measure) : _groups.Add(node.Name ?? "");
        if (!added)
        {
            found.Add("SC002", path, $"There are two {(node is MeasureDraft ? "measures" : "groups")} named '{node.Name}'.", "Rename one: lines, columns and conditions refer to names.");
        }
    }

    private void Weights(GroupDraft group, string path)
    {
        var additive = group.Aggregation == Aggregation.AdditivePoints;
        foreach (var child in group.Children)
        {
            var at = $"{path}/{child.Name}";
            if (additive && (child.Weight is not null || child.SegmentWeights.Count > 0))
            {
                found.Add("SC006", at, $"'{child.Name}' states a weight in an additive group, where the points weigh.", "Remove Weight, or scale the curve's points.");
            }

            foreach (var (weight, part) in child.SegmentWeights.Values.Select(w => (w, "weights")).Append((child.Weight ?? 1, "weight")).Where(w => !IsWeight(w.Item1)))
            {
                found.Add("SC005", at, $"The weight {weight} is not a number from 0 to 1e12.", "State how much it counts relative to its siblings.", part);
            }

            _segments.UnionWith(child.SegmentWeights.Keys);
        }

        if (!additive && group.Children.All(c => c.SegmentWeights.Values.Append(c.Weight ?? 1).All(IsWeight)))
        {
            Sums(group, path);
        }

        foreach (var inner in group.Children.OfType<GroupDraft>())
        {
            Weights(inner, $"{path}/{inner.Name}");
        }
    }

    private static bool IsWeight(double weight) => weight >= 0 && weight <= 1e12;

    private void Sums(GroupDraft group, string path)
    {
        if (group.Children.Count == 0)
        {
            return;
        }

        foreach (var segment in group.Children.SelectMany(c => c.SegmentWeights.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Prepend(null))
        {
            var sum = group.Children.Sum(c => segment is not null && c.SegmentWeights.TryGetValue(segment, out var own) ? own : c.Weight ?? 1);
            var where = segment is null ? "" : $" in segment '{segment}'";
            if (sum == 0)
            {
                found.Add("SC007", path, $"The weights sum to 0{where}: nothing would count.", "Give at least one part a weight above 0.");
            }
            else if (group.WeightsTotal is { } total && !(Math.Abs(sum - total) <= Edge.Tolerance * Math.Max(1, Math.Abs(total))))
            {
                found.Add("SC008", path, $"The weights sum to {sum}{where}, and {total} is stated as their total.", "Correct a weight or the total.");
            }
        }
    }
}
