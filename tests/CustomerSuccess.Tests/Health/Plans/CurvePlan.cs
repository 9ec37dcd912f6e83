using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>A curve as a test writes it, and what the definitions say it makes of a raw value, written without any table.</summary>
internal abstract record CurvePlan
{
    /// <summary>The value at a raw value that is accepted and clamped already.</summary>
    public abstract double At(double raw);

    /// <summary>Raw values where something happens.</summary>
    public abstract IReadOnlyList<double> Marks { get; }

    /// <summary>Whether the engine promises monotony exactly, or within 1e-9 only.</summary>
    public virtual bool IsExact => true;
}

internal sealed record LinearPlan(double Worst, double Best) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [Worst, Best];

    public override double At(double raw) => 100 * Math.Clamp((raw - Worst) / (Best - Worst), 0, 1);
}

internal sealed record PiecewisePlan(IReadOnlyList<(double Raw, double Points)> Points) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [.. Points.Select(p => p.Raw)];

    public override double At(double raw)
    {
        var sorted = Points.OrderBy(p => p.Raw).ToArray();
        if (raw <= sorted[0].Raw)
        {
            return sorted[0].Points;
        }

        for (var i = 1; i < sorted.Length; i++)
        {
            var (from, to) = (sorted[i - 1], sorted[i]);
            if (raw <= to.Raw)
            {
                var t = (raw - from.Raw) / (to.Raw - from.Raw);
                return (from.Points * (1 - t)) + (to.Points * t);
            }
        }

        return sorted[^1].Points;
    }
}

internal sealed record StepsPlan(double Below, IReadOnlyList<(double From, double Points)> Steps) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [.. Steps.Select(s => s.From)];

    public override double At(double raw) =>
        Steps.Where(s => raw >= s.From - 1e-9).OrderBy(s => s.From).Select(s => s.Points).Prepend(Below).Last();
}

internal sealed record RangesPlan(IReadOnlyList<(Interval Range, double Points)> Ranges) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [.. Ranges.SelectMany(r => (double[])[r.Range.Lower, r.Range.Upper]).Where(double.IsFinite)];

    public override double At(double raw) => Ranges.OrderBy(r => r.Range.Lower).ThenBy(r => r.Range.Upper)
        .Where((r, i) => i == 0 || (r.Range.LowerIncluded ? raw >= r.Range.Lower - 1e-9 : raw > r.Range.Lower + 1e-9)).Last().Points;
}

internal sealed record LogisticPlan(double Midpoint, double Steepness) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [Midpoint];

    public override bool IsExact => false;

    public override double At(double raw) => 100 / (1 + Math.Exp(-Steepness * (raw - Midpoint)));
}

/// <summary>Ranges of two numbers, from the lowest to the highest, with the points of each pair; null for none.</summary>
internal sealed record TablePlan(IReadOnlyList<Interval> Rows, IReadOnlyList<Interval> Columns, double?[,] Cells) : CurvePlan
{
    public (double Low, double High)? RowsValid { get; init; }

    public (double Low, double High)? ColumnsValid { get; init; }

    public bool ClampsColumns { get; init; }

    /// <summary>The columns' ranges in the order in which they are written.</summary>
    public IReadOnlyList<int> Order { get; init; } = [];

    public override IReadOnlyList<double> Marks => [.. Rows.Skip(1).Select(r => r.Lower).Prepend(RowsValid?.Low ?? 0)];

    public IEnumerable<double> ColumnMarks => Columns.Skip(1).Select(r => r.Lower).Prepend(ColumnsValid?.Low ?? 0);

    public override double At(double raw) => throw new InvalidOperationException("A table needs two numbers.");

    public double At(double raw, double by) => Cells[Place(Rows, raw), Place(Columns, by)] ?? double.NaN;

    public bool AcceptsColumn(double by) => double.IsFinite(by) && (ClampsColumns || ColumnsValid is not var (low, high) || (by >= low - 1e-9 && by <= high + 1e-9));

    public double Clamped(double by) => ColumnsValid is var (low, high) ? Math.Clamp(by, low, high) : by;

    /// <summary>The cells that a pair of valid numbers can reach, each with such a pair.</summary>
    public IEnumerable<(double X, double By, double Points)> Reachable(double low, double high) =>
        from x in Inside(Rows, low, high)
        from y in Inside(Columns, ColumnsValid?.Low ?? double.NegativeInfinity, ColumnsValid?.High ?? double.PositiveInfinity)
        where !double.IsNaN(At(x, y))
        select (x, y, At(x, y));

    private static int Place(IReadOnlyList<Interval> ranges, double x) =>
        ranges.Select((r, i) => (r, i)).Last(p => p.i == 0 || (p.r.LowerIncluded ? x >= p.r.Lower - 1e-9 : x > p.r.Lower + 1e-9)).i;

    private static IEnumerable<double> Inside(IReadOnlyList<Interval> ranges, double low, double high) =>
        ranges.Skip(1).SelectMany(r => (double[])[r.Lower, r.Lower + 1e-6, r.Lower - 1e-6]).Append(Math.Clamp(0, low, high)).Where(x => x >= low && x <= high);
}

/// <summary>The values of a cohort, of everyone under the empty name; turned where less is better.</summary>
internal sealed record PercentilePlan(IReadOnlyDictionary<string, IReadOnlyList<double>> Values, bool IsTurned) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [.. Values[""]];

    public override double At(double raw) => At(raw, null);

    public double At(double raw, string? segment)
    {
        var values = segment is not null && Values.TryGetValue(segment, out var own) ? own : Values[""];
        var rank = 100 * (values.Count(v => v < raw - 1e-9) + (values.Count(v => v >= raw - 1e-9 && v <= raw + 1e-9) / 2d)) / values.Count;
        return IsTurned ? 100 - rank : rank;
    }

    public CohortReference Cohort(string measure) => CohortReference.From(
        $"cohort of {measure}", DateTimeOffset.UnixEpoch, Values.Select(v => new CohortSeries(measure, v.Value, v.Key.Length == 0 ? null : v.Key)));
}

internal sealed record CategoriesPlan(IReadOnlyList<(string Category, double Points)> Categories) : CurvePlan
{
    public override IReadOnlyList<double> Marks => [.. Enumerable.Range(0, Categories.Count).Select(i => (double)i)];

    public override double At(double raw) => Categories[(int)Math.Round(raw)].Points;
}
