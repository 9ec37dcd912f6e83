namespace CustomerSuccess.Health;

/// <summary>
/// The cheapest move of one measure that reaches the band while all others stand. Walks outward over the points at which
/// the score can change its course; in the first stretch whose far end reaches, narrows down to the nearest place that does.
/// </summary>
internal static class SingleMove
{
    private const int MostSteps = 60;

    /// <param name="budget">Moves that cost as much or more are not looked for.</param>
    public static (double To, double Cost, double Value)? Find(Probe probe, Movable measure, double budget)
    {
        (double To, double Cost, double Value)? best = null;
        var fresh = probe.Move(measure.Measure, measure.From);
        if (probe.Reaches(fresh))
        {
            best = (measure.From, 0, fresh);
        }
        else
        {
            Walk(probe, measure, budget, fresh, up: true, ref best);
            Walk(probe, measure, best?.Cost ?? budget, fresh, up: false, ref best);
        }

        probe.Restore(measure.Measure);
        return best;
    }

    private static void Walk(Probe probe, Movable measure, double budget, double fresh, bool up, ref (double To, double Cost, double Value)? best)
    {
        var (near, nearValue) = (measure.From, fresh);
        foreach (var point in measure.Points)
        {
            if (point > measure.From != up)
            {
                continue;
            }

            // The stretch begins within the budget even where it ends beyond.
            if (measure.Cost(near) >= budget)
            {
                return;
            }

            var value = probe.Move(measure.Measure, point);
            if (probe.Reaches(value))
            {
                var (to, reached) = measure.IsContinuous
                    ? Narrow(probe, measure, near, nearValue, point, value)
                    : measure.Model.WholeNumbers && !measure.IsTable ? NarrowWhole(probe, measure, near, point, value) : (point, value);
                if (measure.Cost(to) < budget)
                {
                    best = Better(best, (to, measure.Cost(to), reached));
                }

                if (measure.Model.Curve is not CategoryCurve)
                {
                    return;
                }
            }

            (near, nearValue) = measure.Model.Curve is CategoryCurve ? (measure.From, fresh) : (point, value);
        }
    }

    // Of categories, which cost the same, the one that changes the score least.
    private static (double To, double Cost, double Value) Better((double To, double Cost, double Value)? one, (double To, double Cost, double Value) other) =>
        one is not { } known || other.Cost < known.Cost || (other.Cost == known.Cost && other.Value < known.Value) ? other : known;

    // Between near (does not reach) and far (does) the score runs one way: false position first, then halving.
    private static (double To, double Value) Narrow(Probe probe, Movable measure, double near, double nearValue, double far, double farValue)
    {
        var target = probe.Program.Bands.Thresholds[probe.Target - 1] + Edge.Tolerance;
        for (var step = 0; step < MostSteps && Math.Abs(far - near) > 1e-12 * Math.Max(1, Math.Abs(far)); step++)
        {
            var share = step % 2 == 0 ? (target - nearValue) / (farValue - nearValue) : 0.5;
            var middle = near + ((far - near) * (share > 0 && share < 1 ? share : 0.5));
            if (middle == near || middle == far)
            {
                break;
            }

            var value = probe.Move(measure.Measure, middle);
            if (probe.Reaches(value))
            {
                (far, farValue) = (middle, value);
                if (Math.Abs(value - target) <= Edge.Tolerance && !ReachesNearer(probe, measure, near, ref far, ref farValue))
                {
                    break;
                }
            }
            else
            {
                (near, nearValue) = (middle, value);
            }
        }

        return (far, farValue);
    }

    // Where others decide, the score stays at the edge for a while: there is then a nearer place.
    private static bool ReachesNearer(Probe probe, Movable measure, double near, ref double far, ref double farValue)
    {
        var nearer = far - ((far - near) * 1e-7);
        var value = probe.Move(measure.Measure, nearer);
        var reaches = probe.Reaches(value);
        (far, farValue) = reaches ? (nearer, value) : (far, farValue);
        return reaches;
    }

    private static (double To, double Value) NarrowWhole(Probe probe, Movable measure, double near, double far, double farValue)
    {
        var towardFar = far > near;
        while (true)
        {
            var middle = towardFar ? Math.Floor((near + far) / 2) : Math.Ceiling((near + far) / 2);
            if (towardFar ? middle <= near || middle >= far : middle >= near || middle <= far)
            {
                return (far, farValue);
            }

            var value = probe.Move(measure.Measure, middle);
            if (probe.Reaches(value))
            {
                (far, farValue) = (middle, value);
            }
            else
            {
                near = middle;
            }
        }
    }
}
