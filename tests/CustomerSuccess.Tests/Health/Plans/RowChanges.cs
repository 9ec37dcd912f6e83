namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>What can happen to a row: what is missing arrives, or everything is lost.</summary>
internal static class RowChanges
{
    /// <summary>A completion: every missing measure gets a fresh value of its valid range, every unknown flag a value.</summary>
    /// <param name="row">The row.</param>
    /// <param name="plan">The scorecard.</param>
    /// <param name="fresh">The value of a missing measure.</param>
    /// <param name="flag">The value of an unknown flag.</param>
    /// <param name="extreme">1 for the lowest cell of a table, −1 for the highest, 0 for the one nearest to the value.</param>
    public static RowPlan Completed(this RowPlan row, CardPlan plan, Func<MeasurePlan, double> fresh, Func<double> flag, int extreme = 0)
    {
        var reference = new Reference(plan, row);
        foreach (var measure in plan.Measures.Where(m => !reference.IsObserved(m)).ToArray())
        {
            row = row.With(measure.Name, fresh(measure)).With($"{measure.Name}.age", 0);
            if (measure.Curve is TablePlan table)
            {
                // The pair with points that is nearest to what was asked for.
                var asked = row[measure.Name];
                var (x, by, _) = table.Reachable(measure.Range.Low, measure.Range.High).OrderBy(c => extreme * c.Points).ThenBy(c => Math.Abs(c.X - asked)).First();
                row = row.With(measure.Name, x).With($"{measure.Name}.by", by);
            }
        }

        foreach (var name in plan.Flags.Select(f => $"{f}?").ToArray())
        {
            row = double.IsFinite(row[name]) ? row : row.With(name, flag());
        }

        return row;
    }

    /// <summary>The row in which no measure is known any more, and nothing can be carried forward as an observation.</summary>
    public static RowPlan Emptied(this RowPlan row, CardPlan plan, Func<double> wrong) =>
        plan.Measures.Aggregate(row, (r, m) => r.With(m.Name, wrong()));

    /// <summary>The raw value at which a curve is lowest, or highest, over the valid range; NaN where it is approached only.</summary>
    public static double Extreme(this MeasurePlan measure, bool low)
    {
        var (from, to) = measure.Range;
        if (measure.Curve is TablePlan table)
        {
            return table.Reachable(from, to).OrderBy(c => low ? c.Points : -c.Points).First().X;
        }

        double[] tries = [from, to, .. measure.Curve.Marks.SelectMany(m => (double[])[m, m - 1e-6, m + 1e-6])];
        var inside = tries.Where(x => x >= from && x <= to).Select(x => Math.Clamp(x, -1e15, 1e15));
        return low ? inside.MinBy(measure.Curve.At) : inside.MaxBy(measure.Curve.At);
    }
}
