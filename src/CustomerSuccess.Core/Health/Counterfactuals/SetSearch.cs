namespace CustomerSuccess.Health;

/// <summary>
/// The cheapest set of moves. Three steps: a greedy plan, or, where no move alone gains, every measure at its best; branch
/// and bound over the plans that move some measures to points at which the score can change its course and at most one to a
/// place between; then every move of the best plan is taken back as far as the others allow. For means and sums of straight
/// lines and steps no plan is cheaper; after 20,000 scorings the best so far is the answer, and that is said.
/// </summary>
internal sealed class SetSearch(Probe probe, IReadOnlyList<Movable> movables)
{
    private const int MostScorings = 20_000;
    private readonly double[] _to = new double[movables.Count];
    private readonly bool[] _moved = new bool[movables.Count];

    /// <summary>The cheapest plan found: a place per movable, NaN where it stays; null where there is none.</summary>
    public double[]? Best { get; private set; }

    public double BestCost { get; private set; } = double.PositiveInfinity;

    /// <summary>True where the search was cut short.</summary>
    public bool IsCut { get; private set; }

    public void Run()
    {
        Greedy();
        if (Best is null)
        {
            AllAtTheirBest();
        }

        // Where nothing but the curves decides, all at their best is the most there is: what that does not reach, nothing does.
        if (Best is not null || probe.Program.Exceptions.Length > 0)
        {
            Branch(0, 0);
            TakeBack();
        }
    }

    private void Offer(int movable, double to, double cost)
    {
        double[] places = [.. Enumerable.Range(0, movables.Count).Select(i => i == movable ? to : _moved[i] ? _to[i] : double.NaN)];
        if (cost < BestCost || (cost == BestCost && Best is not null && Best.Count(double.IsNaN) < places.Count(double.IsNaN)))
        {
            (Best, BestCost) = (places, cost);
        }
    }

    // The move that gains most for what it costs more, again and again; the last one goes only as far as it must.
    private void Greedy()
    {
        var now = probe.Value();
        while (Steepest(now) is { Movable: >= 0 } step)
        {
            Set(step.Movable, step.To);
            now = probe.Value();
            if (!probe.Reaches(now))
            {
                continue;
            }

            _moved[step.Movable] = false;
            RestoreUnlessMoved(step.Movable);
            Finish(Enumerable.Range(0, movables.Count).Where(i => _moved[i]).Sum(i => movables[i].Cost(_to[i])));
            break;
        }

        Reset();
    }

    private void AllAtTheirBest()
    {
        for (var i = 0; i < movables.Count; i++)
        {
            var measure = movables[i].Measure;
            var best = movables[i].Points.Append(movables[i].From).MaxBy(to => probe.FreshOf(measure, to));
            if (probe.FreshOf(measure, best) > probe.ValueOf(measure))
            {
                Set(i, best);
            }
        }

        if (probe.Reaches(probe.Value()))
        {
            Best = [.. movables.Select((_, i) => _moved[i] ? _to[i] : double.NaN)];
            BestCost = movables.Select((m, i) => _moved[i] ? m.Cost(_to[i]) : 0).Sum();
            TakeBack();
        }

        Reset();
    }

    // One move after the other goes only as far as the others leave to it, dearest first, until none can go back any more.
    private void TakeBack()
    {
        if (Best is not { } places)
        {
            return;
        }

        for (var i = 0; i < movables.Count; i++)
        {
            if (!double.IsNaN(places[i]))
            {
                Set(i, places[i]);
            }
        }

        double before;
        do
        {
            before = BestCost;
            foreach (var i in Enumerable.Range(0, movables.Count).Where(i => _moved[i]).OrderByDescending(i => movables[i].Cost(_to[i])).ToArray())
            {
                TakeBack(i);
            }
        }
        while (BestCost < before - Edge.Tolerance && probe.Scorings <= 2 * MostScorings);

        Reset();
    }

    private void TakeBack(int movable)
    {
        var (to, cost) = (_to[movable], movables[movable].Cost(_to[movable]));
        _moved[movable] = false;
        RestoreUnlessMoved(movable);
        if (probe.Reaches(probe.Value()))
        {
            Offer(-1, 0, BestCost - cost);
        }
        else if (SingleMove.Find(probe, movables[movable], cost) is { } nearer)
        {
            Offer(movable, nearer.To, BestCost - cost + nearer.Cost);
            Set(movable, nearer.To);
        }
        else
        {
            Set(movable, to);
        }
    }

    private void Reset()
    {
        Array.Clear(_moved);
        for (var i = 0; i < movables.Count; i++)
        {
            RestoreUnlessMoved(i);
        }
    }

    private (int Movable, double To) Steepest(double now)
    {
        (int Movable, double To, double Gain) best = (-1, 0, 0);
        for (var i = 0; i < movables.Count; i++)
        {
            var spent = _moved[i] ? movables[i].Cost(_to[i]) : 0;
            foreach (var point in movables[i].Points)
            {
                var cost = movables[i].Cost(point) - spent;
                if (cost > 0 || (cost == 0 && !_moved[i]))
                {
                    var gain = (probe.Move(movables[i].Measure, point) - now) / Math.Max(cost, Edge.Tolerance);
                    best = gain > best.Gain ? (i, point, gain) : best;
                }
            }

            if (_moved[i])
            {
                probe.Move(movables[i].Measure, _to[i]);
            }
            else
            {
                probe.Restore(movables[i].Measure);
            }
        }

        return (best.Movable, best.To);
    }

    private void Branch(int first, double cost)
    {
        Finish(cost);
        for (var i = first; i < movables.Count; i++)
        {
            foreach (var point in movables[i].Points)
            {
                if (cost + movables[i].Cost(point) >= BestCost)
                {
                    break;
                }

                if (probe.Scorings > MostScorings)
                {
                    IsCut = true;
                    return;
                }

                Set(i, point);
                Branch(i + 1, cost + movables[i].Cost(point));
                _moved[i] = false;
                RestoreUnlessMoved(i);
            }
        }
    }

    // One more measure moves to where the band is reached, if any can within the budget.
    private bool Finish(double cost)
    {
        var found = false;
        for (var i = 0; i < movables.Count && probe.Scorings <= MostScorings; i++)
        {
            if (!_moved[i] && SingleMove.Find(probe, movables[i], BestCost - cost) is { } move)
            {
                Offer(i, move.To, cost + move.Cost);
                found = true;
            }
        }

        return found;
    }

    private void Set(int movable, double to)
    {
        (_to[movable], _moved[movable]) = (to, true);
        probe.Move(movables[movable].Measure, to);
    }

    private void RestoreUnlessMoved(int movable)
    {
        if (!_moved[movable])
        {
            probe.Restore(movables[movable].Measure);
        }
    }
}
