namespace CustomerSuccess.Health;

/// <summary>The groups' part of a program: children, weights by segment, and each measure's share of the whole.</summary>
internal sealed class ChildTable
{
    private readonly ScorecardModel _model;
    private readonly MeasureOp[] _measures;
    private readonly ScorecardNode[] _nodes;

    public ChildTable(ScorecardModel model, List<GroupModel> groups, Dictionary<ScorecardNode, int> index, MeasureOp[] measures)
    {
        (_model, _measures) = (model, measures);
        _nodes = [.. groups.SelectMany(ProgramAssembly.Sorted)];
        Children = [.. _nodes.Select(n => index[n])];
        Groups = new GroupOp[groups.Count];
        Decisive = new bool[_nodes.Length];
        var first = 0;
        for (var g = 0; g < groups.Count; g++)
        {
            Groups[g] = Group(groups[g], first);
            var marked = groups[g].Children.Any(c => c.Decisive == true);
            for (var place = first; place < first + Groups[g].ChildCount; place++)
            {
                Decisive[place] = _nodes[place].Decisive ?? !marked;
            }

            first += Groups[g].ChildCount;
        }

        Weights = [.. model.Segments.Append(null).SelectMany(segment => _nodes.Select(n => Weight(n, segment)))];
    }

    public GroupOp[] Groups { get; }

    public int[] Children { get; }

    public bool[] Decisive { get; }

    public double[] Weights { get; }

    /// <summary>Each measure's share of the whole, a row per segment, the general one last.</summary>
    public double[] Shares(int measures)
    {
        var shares = new double[(_model.Segments.Count + 1) * measures];
        for (var row = 0; row <= _model.Segments.Count; row++)
        {
            Share(Groups.Length - 1, 1, shares.AsSpan(row * measures, measures), row * Children.Length);
        }

        return shares;
    }

    private static double Weight(ScorecardNode node, string? segment) =>
        segment is not null && node.SegmentWeights.TryGetValue(segment, out var own) ? own : node.Weight ?? 1;

    private GroupOp Group(GroupModel group, int first)
    {
        var red = group.RedBelow ?? (_model.Bands.Bands.Count > 1 ? _model.Bands.Bands[1].Lower : 0);
        return new GroupOp
        {
            Kind = group.Aggregation,
            FirstChild = first,
            ChildCount = group.Children.Count,
            RedThreshold = Edge.Beyond(red, _model.Bands.Convention),
            RedCap = Math.Max(0, red - Edge.Nudge),
            Start = group.Start,
            Minimum = group.Minimum,
            Maximum = group.Maximum,
            Base = group.LimitsWithinScale ? 0 : group.Minimum,
            Scale = group.LimitsWithinScale ? 1 : 100 / (group.Maximum - group.Minimum),
        };
    }

    private void Share(int group, double share, Span<double> shares, int weightRow)
    {
        ref var op = ref Groups[group];
        var weights = new double[op.ChildCount];
        for (var i = 0; i < op.ChildCount; i++)
        {
            var child = Children[op.FirstChild + i];
            weights[i] = op.Kind == Aggregation.AdditivePoints ? LargestPoints(child) : Weights[weightRow + op.FirstChild + i];
        }

        var sum = weights.Sum();
        for (var i = 0; i < op.ChildCount; i++)
        {
            var part = share * (sum > 0 ? weights[i] / sum : 1d / op.ChildCount);
            var child = Children[op.FirstChild + i];
            if (child < shares.Length)
            {
                shares[child] = part;
            }
            else
            {
                Share(child - shares.Length, part, shares, weightRow);
            }
        }
    }

    // In an additive group a child weighs the most points it can give; where it can only take points, the most it can take.
    private double LargestPoints(int child)
    {
        var (low, high) = PointsReach(child);
        return high > 0 ? high : Math.Abs(low);
    }

    private (double Low, double High) PointsReach(int child)
    {
        if (child < _measures.Length)
        {
            return (_measures[child].ReachLow, _measures[child].ReachHigh);
        }

        var op = Groups[child - _measures.Length];
        if (op.Kind != Aggregation.AdditivePoints)
        {
            return (0, 100);
        }

        var (low, high) = (op.Start, op.Start);
        for (var i = 0; i < op.ChildCount; i++)
        {
            var reach = PointsReach(Children[op.FirstChild + i]);
            (low, high) = (low + reach.Low, high + reach.High);
        }

        return (Math.Clamp(low, op.Minimum, op.Maximum), Math.Clamp(high, op.Minimum, op.Maximum));
    }
}
