namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// How long the items of a template took other customers: a reference for forecasts, dated and hashed, an input like any other. Immutable.
/// </summary>
public sealed class PaceCohort
{
    private readonly Dictionary<string, int[]> _durations;

    private PaceCohort(string template, DateTimeOffset asOf, int plans, Dictionary<string, int[]> durations)
    {
        (Template, AsOf, Plans, _durations) = (template, asOf, plans, durations);
        Hash = CanonicalJson.Hash(new Dictionary<string, object?>
        {
            ["format"] = 1,
            ["template"] = template,
            ["asOf"] = NumberText.Instant(asOf),
            ["durations"] = durations.ToDictionary(d => d.Key, d => (object?)d.Value.Select(v => (object)v).ToList()),
        });
    }

    /// <summary>The template's name.</summary>
    public string Template { get; }

    /// <summary>The instant as of which it was taken.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>How many plans it was taken from.</summary>
    public int Plans { get; }

    /// <summary>The content hash: 64 lower-case hexadecimal digits of SHA-256.</summary>
    public string Hash { get; }

    /// <summary>Takes it from how plans of a template stand: of every finished item, from when it could be worked on to when it was done.</summary>
    /// <param name="states">The states, of any templates; those of others are left out.</param>
    /// <param name="template">The template's name, whatever its hash: items are told apart by their ids.</param>
    /// <param name="asOf">The instant as of which they stand.</param>
    public static PaceCohort Of(IEnumerable<PlanState> states, string template, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentException.ThrowIfNullOrWhiteSpace(template);
        var (durations, plans) = (new Dictionary<string, List<int>>(StringComparer.Ordinal), 0);
        foreach (var state in states.Where(s => s.Plan.Template.Name == template))
        {
            plans++;
            var (graph, schedule) = (state.Plan.Graph, state.Parts.Schedule);
            for (var i = 0; i < graph.Items.Length; i++)
            {
                if (schedule.Done[i] != PlanSchedule.Open)
                {
                    (durations.TryGetValue(graph.Items[i].Id, out var own) ? own : durations[graph.Items[i].Id] = []).Add(Math.Max(0, schedule.Done[i] - schedule.Ready[i]));
                }
            }
        }

        return new(template, asOf.ToUniversalTime(), plans, durations.ToDictionary(d => d.Key, d => d.Value.Order().ToArray(), StringComparer.Ordinal));
    }

    /// <summary>How many customers have finished an item.</summary>
    public int CountOf(string item) => _durations.TryGetValue(item, out var own) ? own.Length : 0;

    /// <summary>The duration of an item at a share of the customers, interpolated linearly between the two next to it, in days; null below 5 customers.</summary>
    internal double? At(string item, double share) => CountOf(item) >= 5 ? Quantile(_durations[item], share) : null;

    /// <summary>The quantile of sorted numbers, linear between the two next to it (type 7).</summary>
    internal static double Quantile(IReadOnlyList<int> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var low = (int)Math.Floor(place);
        var high = Math.Min(low + 1, sorted.Count - 1);
        return sorted[low] + ((place - low) * (sorted[high] - sorted[low]));
    }

    /// <inheritdoc />
    public override string ToString() => $"{Plans} plans of '{Template}' as of {NumberText.Instant(AsOf)}, {Hash[..12]}";
}
