namespace CustomerSuccess.Health;

/// <summary>
/// Ordinary least squares over a few scores, with Student's 95 % interval of the slope: slope ± t(0.975, n − 2) · s ÷ √Sxx
/// (any text on regression, for instance Draper and Smith, Applied Regression Analysis, chapter 1).
/// </summary>
internal static class StudentSlope
{
    public const int Fewest = 4;
    public const int Most = 12;

    // What is less is rounding: points a day.
    private const double Nothing = 1e-9;

    // Quantiles 0.975 of Student's t with 2 to 10 degrees of freedom.
    private static readonly double[] Quantiles =
    [
        4.302652729911275, 3.182446305284263, 2.776445105197793, 2.570581835636197, 2.446911851144969,
        2.364624251592784, 2.306004135204166, 2.262157162740992, 2.228138851986273,
    ];

    /// <summary>The slope a day with its interval.</summary>
    /// <param name="points">4 to 12 points.</param>
    public static (double Slope, double Lower, double Upper) Of(IReadOnlyList<TrendPoint> points)
    {
        var n = points.Count;
        var (meanX, meanY) = (0d, 0d);
        foreach (var point in points)
        {
            meanX += Days(point, points[0]);
            meanY += point.Value;
        }

        (meanX, meanY) = (meanX / n, meanY / n);
        var (along, across) = (0d, 0d);
        foreach (var point in points)
        {
            var x = Days(point, points[0]) - meanX;
            along += x * x;
            across += x * (point.Value - meanY);
        }

        var (slope, residual) = (across / along, 0d);
        foreach (var point in points)
        {
            var off = point.Value - meanY - (slope * (Days(point, points[0]) - meanX));
            residual += off * off;
        }

        var half = Quantiles[n - Fewest] * Math.Sqrt(residual / (n - 2) / along);
        return Math.Abs(slope) <= Nothing ? (0, -half, half) : (slope, slope - half, slope + half);
    }

    public static TrendDirection Direction(double lower, double upper) => lower > 0 ? TrendDirection.Rising : upper < 0 ? TrendDirection.Falling : TrendDirection.Steady;

    private static double Days(TrendPoint point, TrendPoint from) => (point.AsOf - from.AsOf).Ticks / (double)TimeSpan.TicksPerDay;
}
