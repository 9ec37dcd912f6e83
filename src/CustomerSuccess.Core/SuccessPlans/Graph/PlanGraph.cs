using System.Collections.ObjectModel;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// The acyclic graph of a plan's items, in an order in which prerequisites come first and, among those free to come, smaller ids
/// (ordinal). Immutable.
/// </summary>
internal sealed class PlanGraph
{
    private readonly Dictionary<string, int> _places;

    private PlanGraph(PlanItem[] items, int[][] after)
    {
        (Items, After) = (items, after);
        _places = new(items.Length, StringComparer.Ordinal);
        (Due, Duration, Planned, Start) = (new int[items.Length], new int[items.Length], new int[items.Length], new int[items.Length]);
        var before = Array.ConvertAll(items, _ => new List<int>());
        for (var i = 0; i < items.Length; i++)
        {
            _places.Add(items[i].Id, i);
            Due[i] = items[i].DueDay;
            Start[i] = after[i].Length == 0 ? items[i].StartDay : 0;
            Planned[i] = after[i].Length == 0 ? Start[i] : after[i].Max(p => items[p].DueDay);
            Duration[i] = Due[i] - Planned[i];
            foreach (var p in after[i])
            {
                before[p].Add(i);
            }
        }

        Before = Array.ConvertAll(before, b => b.ToArray());
        Milestones = Array.AsReadOnly([.. Enumerable.Range(0, items.Length).Where(i => items[i] is Milestone)]);
    }

    /// <summary>The items in the order of the graph.</summary>
    public PlanItem[] Items { get; }

    /// <summary>The places of the prerequisites of each.</summary>
    public int[][] After { get; }

    /// <summary>The places of those that need each.</summary>
    public int[][] Before { get; }

    public int[] Due { get; }

    /// <summary>The planned duration: due − the latest due of its prerequisites, or its own start.</summary>
    public int[] Duration { get; }

    /// <summary>The latest due of the prerequisites, or the own start: from when on it is planned.</summary>
    public int[] Planned { get; }

    /// <summary>From when each can be worked on where nothing drives it: its own start where nothing comes before it, otherwise the plan's.</summary>
    public int[] Start { get; }

    /// <summary>The places of the milestones.</summary>
    public ReadOnlyCollection<int> Milestones { get; }

    public int PlaceOf(string id) => _places.GetValueOrDefault(id, -1);

    /// <summary>The graph; null where a prerequisite is missing or the items form a circle.</summary>
    public static PlanGraph? Of(IReadOnlyList<PlanItem> items) => Sort(items) is (var order, var after, null) ? new(order, after) : null;

    /// <summary>A circle of prerequisites, each needing the next and the last the first; null where there is none. Prerequisites that are not there are passed over.</summary>
    public static IReadOnlyList<string>? CircleOf(IReadOnlyList<PlanItem> items) => Sort(items) is (_, _, { Count: > 0 } circle) ? circle : null;

    /// <summary>The items upstream of one: whatever comes before it, at any depth, in the order of the graph.</summary>
    public int[] Upstream(int place)
    {
        var met = new bool[Items.Length];
        var open = new Stack<int>(After[place]);
        while (open.TryPop(out var next))
        {
            if (!met[next])
            {
                met[next] = true;
                foreach (var p in After[next])
                {
                    open.Push(p);
                }
            }
        }

        return [.. Enumerable.Range(0, met.Length).Where(i => met[i])];
    }

    // Kahn's algorithm with the smallest id first; what is left over stands in a circle, or behind one.
    private static (PlanItem[] Order, int[][] After, List<string>? Circle) Sort(IReadOnlyList<PlanItem> items)
    {
        var byId = new Dictionary<string, PlanItem>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            byId.TryAdd(item.Id, item);
        }

        var (before, missing) = (new Dictionary<string, List<PlanItem>>(StringComparer.Ordinal), false);
        var waits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in byId.Values)
        {
            string[] after = [.. item.After.Distinct(StringComparer.Ordinal)];
            missing |= Array.Exists(after, id => !byId.ContainsKey(id));
            waits[item.Id] = after.Count(byId.ContainsKey);
            foreach (var id in after.Where(byId.ContainsKey))
            {
                (before.TryGetValue(id, out var list) ? list : before[id] = []).Add(item);
            }
        }

        var free = new PriorityQueue<PlanItem, string>(waits.Where(w => w.Value == 0).Select(w => (byId[w.Key], w.Key)), StringComparer.Ordinal);
        var order = new List<PlanItem>(byId.Count);
        while (free.TryDequeue(out var item, out _))
        {
            order.Add(item);
            foreach (var next in before.GetValueOrDefault(item.Id, []))
            {
                if (--waits[next.Id] == 0)
                {
                    free.Enqueue(next, next.Id);
                }
            }
        }

        if (order.Count < byId.Count)
        {
            return ([], [], Circle(byId, waits));
        }

        if (missing)
        {
            return ([], [], []);
        }

        var places = order.Select((item, place) => (item.Id, place)).ToDictionary(p => p.Id, p => p.place, StringComparer.Ordinal);
        return ([.. order], [.. order.Select(i => i.After.Distinct(StringComparer.Ordinal).Select(id => places[id]).Order().ToArray())], null);
    }

    // From any that is left, always to a prerequisite that is left too: that comes round.
    private static List<string> Circle(Dictionary<string, PlanItem> byId, Dictionary<string, int> waits)
    {
        bool IsLeft(string id) => waits.GetValueOrDefault(id) > 0;
        var (path, met) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var at = waits.Where(w => w.Value > 0).Select(w => w.Key).Min(StringComparer.Ordinal)!;
        while (met.TryAdd(at, path.Count))
        {
            path.Add(at);
            at = byId[at].After.Where(IsLeft).Min(StringComparer.Ordinal)!;
        }

        return path[met[at]..];
    }
}
