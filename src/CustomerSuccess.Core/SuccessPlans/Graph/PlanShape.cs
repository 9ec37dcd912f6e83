namespace CustomerSuccess.SuccessPlans;

/// <summary>What of a plan never changes with its state: shares, who is upstream of whom, whom a delay is charged to. Immutable.</summary>
internal sealed class PlanShape
{
    public PlanShape(SuccessPlan plan)
    {
        var graph = plan.Graph;
        Items = graph.Items;
        Milestones = [.. graph.Milestones];
        var total = EngineSum(graph.Milestones.Select(m => (graph.Items[m].Id, ((Milestone)graph.Items[m]).Weight)));
        Accountabilities = [.. Enumerable.Range(0, Items.Length).Where(i => Items[i] is Accountability)];
        Shares = Array.ConvertAll(Milestones, m => ((Milestone)Items[m]).Weight / total);
        ByName = [.. Enumerable.Range(0, Milestones.Length).OrderBy(m => Items[Milestones[m]].Id, StringComparer.Ordinal)];
        Owed = Array.ConvertAll(Milestones, m => OwedFor(graph, m));
        Weights = Array.ConvertAll(Owed, owed => EngineSum(owed.Select(a => (Items[a].Id, Weight(a)))));
        Objectives = Array.ConvertAll(Milestones, m => ((Milestone)Items[m]).Objective is { } id ? plan.Content.Objectives.First(o => o.Id == id) : null);
        Serves = [.. Enumerable.Range(0, Items.Length).Select(i => new List<int>())];
        for (var m = 0; m < Milestones.Length; m++)
        {
            Serves[Milestones[m]].Add(m);
            foreach (var upstream in graph.Upstream(Milestones[m]))
            {
                Serves[upstream].Add(m);
            }
        }
    }

    public PlanItem[] Items { get; }

    /// <summary>The places of the milestones, in the order of the graph.</summary>
    public int[] Milestones { get; }

    /// <summary>The places of the accountabilities, in the order of the graph.</summary>
    public int[] Accountabilities { get; }

    /// <summary>The share of each milestone in the plan's value.</summary>
    public double[] Shares { get; }

    /// <summary>The milestones by the order of their ids, in which sums run.</summary>
    public int[] ByName { get; }

    /// <summary>For each milestone the places of the accountabilities upstream of it, by the order of their ids.</summary>
    public int[][] Owed { get; }

    /// <summary>For each milestone the sum of their weights.</summary>
    public double[] Weights { get; }

    public Objective?[] Objectives { get; }

    /// <summary>For each item the milestones that it is upstream of, itself included.</summary>
    public List<int>[] Serves { get; }

    public double Weight(int accountability) => ((Accountability)Items[accountability]).Weight;

    private static int[] OwedFor(PlanGraph graph, int milestone) =>
        [.. graph.Upstream(milestone).Where(i => graph.Items[i] is Accountability).OrderBy(i => graph.Items[i].Id, StringComparer.Ordinal)];

    private static double EngineSum(IEnumerable<(string Id, double Weight)> weights)
    {
        var sum = 0d;
        foreach (var (_, weight) in weights.OrderBy(w => w.Id, StringComparer.Ordinal))
        {
            sum += weight;
        }

        return sum;
    }
}
