namespace CustomerSuccess.Health;

/// <summary>Searches the way to a band from one score.</summary>
internal sealed class CounterfactualSearch(ScorecardDetail detail, HealthBand band)
{
    /// <summary>Of more actionable measures only single moves are searched.</summary>
    private const int MostInSet = 12;

    private readonly ScorecardProgram _program = detail.Scorecard.Program;
    private readonly Probe _probe = new(detail, band);

    public Counterfactual Run()
    {
        var now = _probe.Value();
        if (_probe.Reaches(now))
        {
            return Answer(true, null, null, null);
        }

        if (double.IsNaN(now))
        {
            return Answer(false, null, null, "there is no score to start from");
        }

        Movable[] movables = [.. Enumerable.Range(0, _program.Measures.Length).Select(i => Movable.Of(_program, detail.Inputs, detail.Segment, i)).OfType<Movable>()];
        if (movables.Length == 0)
        {
            return Answer(false, null, null, "no measure that is known is marked actionable");
        }

        var single = BestSingle(movables);
        if (movables.Length > MostInSet)
        {
            return Answer(false, single, single, $"{movables.Length} measures are actionable: only single moves were searched, sets only up to {MostInSet}");
        }

        var search = new SetSearch(_probe, movables);
        search.Run();
        var cheapest = search.Best is { } places && (single is null || search.BestCost < single.Cost) ? Plan(movables, places) : single;
        return Answer(false, single, cheapest, Held(cheapest, movables, Reason(cheapest, search.IsCut)));
    }

    // No move lifts a measure above the ceiling that a verdict on its usage sets.
    private string? Held(CounterfactualPlan? cheapest, Movable[] movables, string? reason)
    {
        string[] held = [.. movables.Where(m => _program.Measures[m.Measure].Wide is { UsageSlot: >= 0 and var slot } && detail.Inputs[slot] >= UsageCode.Investigate).Select(m => $"'{m.Model.Name}'")];
        return cheapest is not null || held.Length == 0 ? reason : $"{reason}; a verdict on usage holds {string.Join(", ", held)}";
    }

    private static string? Reason(CounterfactualPlan? cheapest, bool isCut) => (cheapest, isCut) switch
    {
        (null, true) => "no set of moves was found before the search was cut short",
        (null, false) => "all actionable measures together do not reach it",
        (_, true) => "the search was cut short: a cheaper set may exist",
        _ => null,
    };

    private Counterfactual Answer(bool alreadyThere, CounterfactualPlan? single, CounterfactualPlan? cheapest, string? reason) => new()
    {
        Band = band,
        AlreadyThere = alreadyThere,
        BestSingle = single,
        Cheapest = cheapest,
        Reason = reason,
        HeldAsTheyStand = [.. ExceptionList.Of(detail).Where(e => e.HeldAsItStands).Select(e => e.Id)],
    };

    private CounterfactualPlan? BestSingle(Movable[] movables)
    {
        (int Movable, double To, double Cost)? best = null;
        for (var i = 0; i < movables.Length; i++)
        {
            if (SingleMove.Find(_probe, movables[i], best?.Cost ?? double.PositiveInfinity) is { } move)
            {
                best = (i, move.To, move.Cost);
            }
        }

        return best is not { } found ? null : Plan(movables, [.. movables.Select((_, i) => i == found.Movable ? found.To : double.NaN)]);
    }

    // Scores the plan once more, from the row as it was read.
    private CounterfactualPlan Plan(Movable[] movables, double[] places)
    {
        int[] moved = [.. Enumerable.Range(0, movables.Length).Where(i => !double.IsNaN(places[i]))];
        foreach (var i in moved)
        {
            _probe.Move(movables[i].Measure, places[i]);
        }

        var value = _probe.Value();
        var moves = moved.Select(i => Move(movables[i], places[i])).ToList();
        foreach (var movable in movables)
        {
            _probe.Restore(movable.Measure);
        }

        if (!_probe.Reaches(value))
        {
            throw new InvalidOperationException($"A plan to reach {band} scored {value} when it was verified. Report this with the scorecard and the row.");
        }

        return new CounterfactualPlan { Moves = moves.AsReadOnly(), Cost = moves.Sum(m => m.Cost), Value = value, Definition = detail.Scorecard.Definition };
    }

    // Rounded away from where it is now, so that what is printed is enough.
    private static double Outward(double from, double to)
    {
        var unit = Math.Abs(to) < 1 ? 1e4 : 1e2;
        var scaled = to * unit;
        return Math.Abs(scaled) > 1e15 || to == from ? to : (to > from ? Math.Ceiling(scaled - Edge.Nudge) : Math.Floor(scaled + Edge.Nudge)) / unit;
    }

    // What is printed is enough: where the rounded place is not, as just above an edge, the next one is named.
    private double Printed(Movable movable, double to)
    {
        var rounded = Outward(movable.From, to);
        if (rounded == to || IsEnough(rounded))
        {
            return rounded;
        }

        var next = Outward(movable.From, rounded + ((to > movable.From ? 1 : -1) / (Math.Abs(to) < 1 ? 1e4 : 1e2)));
        return IsEnough(next) ? next : rounded;

        bool IsEnough(double place)
        {
            var reaches = _probe.Reaches(_probe.Move(movable.Measure, place));
            _probe.Move(movable.Measure, to);
            return reaches;
        }
    }

    private CounterfactualMove Move(Movable movable, double to) => new()
    {
        Measure = movable.Model.Name,
        From = movable.From,
        To = to,
        FromText = RawText.Of(movable.Model, movable.From) ?? NumberText.Of(movable.From, movable.Model.Unit),
        ToText = RawText.Of(movable.Model, to) ?? NumberText.Of(Printed(movable, to), movable.Model.Unit),
        Cost = movable.Cost(to),
    };
}
