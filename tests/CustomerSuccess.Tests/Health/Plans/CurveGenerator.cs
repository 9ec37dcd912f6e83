using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>Throws curves that fit a polarity and a kind of group.</summary>
internal sealed class CurveGenerator(Dice dice, Polarity polarity, bool additive, double from, double scale)
{
    public CurvePlan Any((double Minimum, double Maximum)? valid) => dice.Below(5) switch
    {
        0 => polarity == Polarity.LessIsBetter ? new LinearPlan(from + scale, from) : new LinearPlan(from, from + scale),
        1 => Piecewise(),
        2 => Steps(),
        3 => Ranges(valid),
        _ => new LogisticPlan(from + (scale / 2), (polarity == Polarity.LessIsBetter ? -1 : 1) * dice.Of(4, 10, 100) / scale),
    };

    public CurvePlan Categories()
    {
        var count = dice.Between(1, 4);
        var points = Points(count);
        return new CategoriesPlan([.. Enumerable.Range(0, count).Select(i => ($"kind {i}", points[i]))]);
    }

    public PercentilePlan Percentile(IEnumerable<string> segments)
    {
        var values = segments.Where(_ => dice.OneIn(2)).Append("").ToDictionary(
            s => s,
            IReadOnlyList<double> (_) => [.. Enumerable.Range(0, dice.Between(1, 9)).Select(_ => from + (scale * dice.Of(0, 0.25, 0.5, 1, dice.Share())))]);
        return new PercentilePlan(values, polarity == Polarity.LessIsBetter);
    }

    public TablePlan Table()
    {
        var (rows, rowsValid) = Axis();
        var (columns, columnsValid) = Axis();
        var cells = new double?[rows.Count, columns.Count];
        foreach (var (r, c) in Enumerable.Range(0, rows.Count).SelectMany(r => Enumerable.Range(0, columns.Count).Select(c => (r, c))))
        {
            cells[r, c] = dice.OneIn(6) && (r + c) % 2 == 1 ? null : Points(1)[0];
        }

        return new TablePlan(rows, columns, cells)
        {
            RowsValid = rowsValid,
            ColumnsValid = columnsValid,
            ClampsColumns = columnsValid is not null && dice.OneIn(3),
            Order = dice.Shuffled(Enumerable.Range(0, columns.Count)),
        };
    }

    private (IReadOnlyList<Interval> Ranges, (double, double)? Valid) Axis()
    {
        (double, double)? valid = dice.OneIn(2) ? (from - scale, from + (2 * scale)) : null;
        return ([.. Ranges(valid).Ranges.Select(r => r.Range).OrderBy(r => r.Lower).ThenBy(r => r.Upper)], valid);
    }

    private PiecewisePlan Piecewise()
    {
        var raws = Raws(dice.Between(2, 5));
        var points = Points(raws.Length);
        return new PiecewisePlan(dice.Shuffled(raws.Select((r, i) => (r, points[i]))));
    }

    private StepsPlan Steps()
    {
        var raws = Raws(dice.Between(1, 4));
        var points = Points(raws.Length + 1);
        return new StepsPlan(points[0], dice.Shuffled(raws.Select((r, i) => (r, points[i + 1]))));
    }

    private RangesPlan Ranges((double Minimum, double Maximum)? valid)
    {
        var (low, high) = valid ?? (double.NegativeInfinity, double.PositiveInfinity);
        var raws = Raws(dice.Between(1, 3)).Where(r => r > low && r < high).ToArray();
        var points = Points((2 * raws.Length) + 1);
        var ranges = new List<(Interval, double)>();
        var (start, included, p) = (low, true, 0);
        foreach (var raw in raws)
        {
            if (dice.OneIn(4))
            {
                // The edge is a range of its own.
                ranges.Add((included ? Interval.ClosedOpen(start, raw) : Interval.Open(start, raw), points[p++]));
                ranges.Add((Interval.Closed(raw, raw), points[p++]));
                (start, included) = (raw, false);
                continue;
            }

            var goesUp = dice.OneIn(2);
            ranges.Add(((included, goesUp) switch
            {
                (true, true) => Interval.ClosedOpen(start, raw),
                (true, false) => Interval.Closed(start, raw),
                (false, true) => Interval.Open(start, raw),
                _ => Interval.OpenClosed(start, raw),
            }, points[p++]));
            (start, included) = (raw, goesUp);
        }

        ranges.Add((included ? Interval.Closed(start, high) : Interval.OpenClosed(start, high), points[p]));
        return new RangesPlan(dice.Shuffled(ranges));
    }

    // Distinct and rising: multiples of a fortieth of the scale, or somewhere behind them with all the digits a double has.
    private double[] Raws(int count)
    {
        var isPlain = dice.OneIn(2);
        return [.. dice.Shuffled(Enumerable.Range(0, 40)).Take(count).Order().Select(i => isPlain ? Math.Round(from + (scale * i / 40), 5) : from + (scale * (i + (0.9 * dice.Share())) / 41))];
    }

    private double[] Points(int count)
    {
        var points = Enumerable.Range(0, count).Select(_ => additive ? dice.Between(-40, 40) + (dice.OneIn(4) ? dice.Share() : 0) : dice.Of(0, 100, dice.Between(0, 100), dice.Between(0d, 100d))).ToArray();
        if (polarity != Polarity.Neither)
        {
            Array.Sort(points);
        }

        if (polarity == Polarity.LessIsBetter)
        {
            Array.Reverse(points);
        }

        return points;
    }
}
