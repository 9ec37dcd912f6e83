using CustomerSuccess.Health;

namespace CustomerSuccess.Benchmarks.Health;

/// <summary>A scorecard of eight measures and four segments with own weights, and seeded customers for it, 3 % of whose numbers are missing.</summary>
internal sealed class HealthWorkload
{
    private const ulong Seed = 20_260_101;
    private const double Missing = 0.03;

    public HealthWorkload(int customers)
    {
        var numbers = new SeededNumbers(Seed);
        Customers = customers;
        Columns = [.. Scorecard.Model.Root.Children.Cast<MeasureModel>().OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => Column(m, numbers))];
        Segments = new byte[customers];
        foreach (ref var segment in Segments.AsSpan())
        {
            segment = (byte)(numbers.Next() * Scorecard.Segments.Count);
        }
    }

    public Scorecard Scorecard { get; } = Build();

    public int Customers { get; }

    /// <summary>One column per input of the scorecard, in its order.</summary>
    public double[][] Columns { get; }

    /// <summary>The place of each customer's segment among the scorecard's.</summary>
    public byte[] Segments { get; }

    /// <summary>The first customers as rows, one after the other.</summary>
    public double[] Rows(int customers)
    {
        var rows = new double[customers * Columns.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Columns[i % Columns.Length][i / Columns.Length];
        }

        return rows;
    }

    private static Scorecard Build() => Scorecard.ForColumns("benchmark")
        .Measure("days since login", m => Weigh(m.LessIsBetter().Piecewise((1, 100), (7, 80), (30, 30), (90, 0)), 20, 15, 20, 25, 30))
        .Measure("features used", m => Weigh(m.MoreIsBetter().Linear(worst: 0, best: 20), 15, 20, 15, 10, 10))
        .Measure("invoice delay", m => Weigh(m.LessIsBetter().Linear(worst: 60, best: 0), 10, 5, 10, 15, 20))
        .Measure("licence use", m => Weigh(m.MoreIsBetter().Piecewise((20, 0), (50, 50), (80, 90), (95, 100)), 20, 25, 20, 15, 10))
        .Measure("recommendation", m => Weigh(m.MoreIsBetter().Linear(worst: -100, best: 100), 10, 10, 10, 10, 5))
        .Measure("severe issues", m => Weigh(m.LessIsBetter().Piecewise((0, 100), (1, 70), (3, 30), (8, 0)), 15, 20, 15, 10, 10))
        .Measure("tenure", m => Weigh(m.MoreIsBetter().Linear(worst: 0, best: 36), 5, 2, 5, 10, 10))
        .Measure("training", m => Weigh(m.MoreIsBetter().Piecewise((0, 10), (25, 40), (60, 85), (100, 100)), 5, 3, 5, 5, 5))
        .Bands(yellow: 50, green: 75)
        .Build();

    private static ColumnMeasure Weigh(ColumnMeasure measure, double general, double enterprise, double middle, double small, double starter) => measure
        .Weight(general)
        .WeightIn("enterprise", enterprise)
        .WeightIn("mid-market", middle)
        .WeightIn("small business", small)
        .WeightIn("starter", starter);

    // Even over the curve's range and a tenth beyond each end.
    private double[] Column(MeasureModel measure, SeededNumbers numbers)
    {
        var (low, high) = measure.Curve switch
        {
            LinearCurve linear => (Math.Min(linear.Worst, linear.Best), Math.Max(linear.Worst, linear.Best)),
            PiecewiseCurve piecewise => (piecewise.Points[0].Raw, piecewise.Points[^1].Raw),
            _ => throw new InvalidOperationException("The workload has linear and piecewise curves."),
        };
        var column = new double[Customers];
        foreach (ref var value in column.AsSpan())
        {
            value = numbers.Next() < Missing ? double.NaN : low + ((high - low) * ((numbers.Next() * 1.2) - 0.1));
        }

        return column;
    }
}
