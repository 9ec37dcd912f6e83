using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>Throws rows for a scorecard: typical values, values at edges and next to them, missing, wrong and aged ones.</summary>
internal static class RowGenerator
{
    public static RowPlan Row(Dice dice, CardPlan plan)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var missing = dice.Of(0, 3, 6, 20);
        foreach (var measure in plan.Measures)
        {
            values[measure.Name] = missing > 0 && dice.OneIn(missing) ? Wrong(dice) : Near(dice, measure);
            values[$"{measure.Name}.age"] = Age(dice, measure.ExpiresAfterDays ?? 30);
            values[$"{measure.Name}.last"] = dice.OneIn(4) ? Wrong(dice) : Near(dice, measure);
            values[$"{measure.Name}.last.age"] = Age(dice, measure.CarryDays);
            values[$"{measure.Name}.usage"] = dice.Of(double.NaN, 0, 1, 2);
            if (measure.Curve is TablePlan table)
            {
                values[$"{measure.Name}.by"] = missing > 0 && dice.OneIn(missing) ? Wrong(dice) : Column(dice, table);
                values[$"{measure.Name}.last.by"] = dice.OneIn(4) ? Wrong(dice) : Column(dice, table);
            }
        }

        foreach (var flag in plan.Flags)
        {
            values[$"{flag}?"] = dice.Of(0, 1, 2, double.NaN);
        }

        return new RowPlan(values, dice.Of([null, .. plan.Segments]), dice.Below(plan.Bands.Count + 1) - 1);
    }

    /// <summary>A value that is accepted.</summary>
    public static double Typical(Dice dice, MeasurePlan measure)
    {
        if (measure.Curve is CategoriesPlan categories)
        {
            return dice.Below(categories.Categories.Count);
        }

        var (low, high) = Extent(measure);
        var value = dice.OneIn(2) ? dice.Between(low, high) : dice.Of([.. measure.Curve.Marks, low, high]);
        return Math.Clamp(value, measure.Range.Low, measure.Range.High);
    }

    /// <summary>The raw values that are worth a try.</summary>
    public static (double Low, double High) Extent(MeasurePlan measure)
    {
        var marks = measure.Curve.Marks;
        var width = marks.Max() > marks.Min() ? marks.Max() - marks.Min() : 3;
        return measure.Valid ?? (measure.Curve as TablePlan)?.RowsValid ?? (marks.Min() - (width / 3), marks.Max() + (width / 3));
    }

    private static double Column(Dice dice, TablePlan table)
    {
        double[] marks = [.. table.ColumnMarks];
        return Near(dice, dice.OneIn(2) ? dice.Of(marks) : dice.Between(marks.Min() - 1, marks.Max() + 1));
    }

    private static double Near(Dice dice, MeasurePlan measure) => Near(dice, Typical(dice, measure));

    private static double Near(Dice dice, double value)
    {
        return dice.Below(14) switch
        {
            0 => double.BitIncrement(value),
            1 => double.BitDecrement(value),
            2 => value - 1e-9,
            3 => value + 1e-9,
            4 => value - 5e-10,
            5 => value + 2e-9,
            6 => value - 1e-6,
            _ => value,
        };
    }

    private static double Wrong(Dice dice) => dice.Of(double.NaN, double.NaN, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300, FailedReading.Value);

    private static double Age(Dice dice, int edge) => dice.Below(9) switch
    {
        0 => 0,
        1 => edge,
        2 => edge + 0.5,
        3 => dice.Of(double.NaN, -1, double.PositiveInfinity),
        4 => dice.Between(0d, 400d),
        _ => dice.Between(0d, edge),
    };
}
