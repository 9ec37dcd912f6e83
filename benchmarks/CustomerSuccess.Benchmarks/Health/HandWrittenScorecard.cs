namespace CustomerSuccess.Benchmarks.Health;

/// <summary>The workload's scorecard as a careful programmer would write it for this one purpose.</summary>
internal static class HandWrittenScorecard
{
    private static readonly double[] General = [20, 15, 10, 20, 10, 15, 5, 5];

    private static readonly double[][] BySegment =
    [
        [15, 20, 5, 25, 10, 20, 2, 3],
        [20, 15, 10, 20, 10, 15, 5, 5],
        [25, 10, 15, 15, 10, 10, 10, 5],
        [30, 10, 20, 10, 5, 10, 10, 5],
    ];

    /// <summary>The value and its band; each measure's contribution into the lines.</summary>
    public static double Explain(ReadOnlySpan<double> row, Span<double> lines, int segment, out int band)
    {
        var weights = (uint)segment < (uint)BySegment.Length ? BySegment[segment] : General;
        var weight = 0d;
        var login = Weighted(row[0], DaysSinceLogin(row[0]), weights[0], ref weight);
        var features = Weighted(row[1], Line(row[1], 0, 20), weights[1], ref weight);
        var invoice = Weighted(row[2], 100 - Line(row[2], 0, 60), weights[2], ref weight);
        var licences = Weighted(row[3], LicenceUse(row[3]), weights[3], ref weight);
        var recommendation = Weighted(row[4], Line(row[4], -100, 100), weights[4], ref weight);
        var issues = Weighted(row[5], SevereIssues(row[5]), weights[5], ref weight);
        var tenure = Weighted(row[6], Line(row[6], 0, 36), weights[6], ref weight);
        var training = Weighted(row[7], Training(row[7]), weights[7], ref weight);
        if (weight <= 0)
        {
            lines.Clear();
            band = -1;
            return double.NaN;
        }

        var share = 1 / weight;
        lines[7] = training * share;
        lines[6] = tenure * share;
        lines[5] = issues * share;
        lines[4] = recommendation * share;
        lines[3] = licences * share;
        lines[2] = invoice * share;
        lines[1] = features * share;
        lines[0] = login * share;
        var value = Math.Clamp((login + features + invoice + licences + recommendation + issues + tenure + training) * share, 0, 100);
        band = value >= 75 - 1e-9 ? 2 : value >= 50 - 1e-9 ? 1 : 0;
        return value;
    }

    private static double Weighted(double x, double points, double own, ref double weight)
    {
        if (!double.IsFinite(x))
        {
            return 0;
        }

        weight += own;
        return own * points;
    }

    private static double Line(double x, double low, double high) => x <= low ? 0 : x >= high ? 100 : (x - low) * (100 / (high - low));

    private static double DaysSinceLogin(double x) =>
        x <= 1 ? 100
        : x < 7 ? 100 - ((x - 1) * (20.0 / 6))
        : x < 30 ? 80 - ((x - 7) * (50.0 / 23))
        : x < 90 ? 30 - ((x - 30) * (30.0 / 60))
        : 0;

    private static double LicenceUse(double x) =>
        x <= 20 ? 0
        : x < 50 ? (x - 20) * (50.0 / 30)
        : x < 80 ? 50 + ((x - 50) * (40.0 / 30))
        : x < 95 ? 90 + ((x - 80) * (10.0 / 15))
        : 100;

    private static double SevereIssues(double x) =>
        x <= 0 ? 100
        : x < 1 ? 100 - (x * 30)
        : x < 3 ? 70 - ((x - 1) * 20)
        : x < 8 ? 30 - ((x - 3) * 6)
        : 0;

    private static double Training(double x) =>
        x <= 0 ? 10
        : x < 25 ? 10 + (x * (30.0 / 25))
        : x < 60 ? 40 + ((x - 25) * (45.0 / 35))
        : x < 100 ? 85 + ((x - 60) * (15.0 / 40))
        : 100;
}
