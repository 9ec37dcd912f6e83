using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class StudentSlopeTests
{
    [Fact]
    public void Of_Anscombes_first_set_the_slope_and_its_interval_are_the_published_ones()
    {
        // F. J. Anscombe, "Graphs in Statistical Analysis", The American Statistician 27 (1973): 0.500 with a standard error of 0.118.
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
        double[] y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
        var (slope, lower, upper) = StudentSlope.Of(Points(x, y));

        Assert.Equal(0.5001, slope, 4);
        Assert.Equal(0.1179, (upper - slope) / 2.2621571627, 4);
        Assert.Equal(0.2334, lower, 4);
        Assert.Equal(0.7668, upper, 4);
    }

    [Fact]
    public void The_worked_example_of_the_page_is_right()
    {
        var (slope, lower, upper) = StudentSlope.Of(Points([0, 28, 56, 84], [80, 70, 65, 55]));

        Assert.Equal(-8, slope * 28, 9);
        Assert.Equal(3.04, (upper - slope) * 28, 2);
        Assert.Equal(TrendDirection.Falling, StudentSlope.Direction(lower, upper));
    }

    [Theory]
    [InlineData(4, 4.302652729911275)]
    [InlineData(5, 3.182446305284263)]
    [InlineData(6, 2.776445105197793)]
    [InlineData(7, 2.570581835636197)]
    [InlineData(8, 2.446911851144969)]
    [InlineData(9, 2.364624251592784)]
    [InlineData(10, 2.306004135204166)]
    [InlineData(11, 2.262157162740992)]
    [InlineData(12, 2.228138851986273)]
    public void The_quantile_is_Students_of_two_degrees_of_freedom_fewer_than_scores(int scores, double published)
    {
        // Alternating around nothing, the standard error is known: the half width gives the quantile away.
        double[] x = [.. Enumerable.Range(0, scores).Select(i => (double)i)];
        double[] y = [.. x.Select(i => i % 2 == 0 ? 60d : 61)];
        var (slope, _, upper) = StudentSlope.Of(Points(x, y));

        Assert.Equal(published, (upper - slope) / StandardError(x, y), 9);
        Assert.Equal(StudentT.InvCDF(0, 1, scores - 2, 0.975), published, 9);
    }

    [Law]
    public void The_slope_and_its_interval_are_those_of_another_library(Seed seed)
    {
        var dice = seed.Dice();
        var count = dice.Between(StudentSlope.Fewest, StudentSlope.Most);
        double[] x = [.. Enumerable.Range(0, count).Select(i => 28d * (i + (dice.OneIn(3) ? 0.25 : 0)))];
        double[] y = [.. x.Select(_ => dice.Between(0d, 100))];
        var (slope, lower, upper) = StudentSlope.Of(Points(x, y));
        var half = StudentT.InvCDF(0, 1, count - 2, 0.975) * StandardError(x, y);

        Assert.Equal(Fit.Line(x, y).B, slope, 9);
        Assert.Equal(half, upper - slope, 1e-9 * (1 + half));
        Assert.Equal(half, slope - lower, 1e-9 * (1 + half));
    }

    [Fact]
    public void A_line_without_noise_is_a_trend_however_slight_and_a_constant_is_none()
    {
        Assert.Equal(TrendDirection.Rising, Direction(50, 50.01, 50.02, 50.03));
        Assert.Equal(TrendDirection.Falling, Direction(50.03, 50.02, 50.01, 50));
        Assert.Equal(TrendDirection.Steady, Direction(60, 60, 60, 60));
        Assert.Equal(TrendDirection.Steady, Direction(0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3));
        Assert.Equal(TrendDirection.Steady, Direction(66.66666666666667, 66.66666666666667, 66.66666666666666, 66.66666666666666));
        Assert.Equal(TrendDirection.Steady, Direction(0, 0, 0, 100));
        Assert.Equal(TrendDirection.Steady, Direction(100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 0));
    }

    private static TrendDirection Direction(params double[] y)
    {
        var (_, lower, upper) = StudentSlope.Of(Points([.. Enumerable.Range(0, y.Length).Select(i => 28d * i)], y));
        return StudentSlope.Direction(lower, upper);
    }

    private static List<TrendPoint> Points(double[] x, double[] y) => [.. x.Zip(y, (day, value) => new TrendPoint { AsOf = Usage.Start.AddDays(day), Value = value })];

    private static double StandardError(double[] x, double[] y)
    {
        var (a, b) = Fit.Line(x, y);
        var mean = x.Average();
        return Math.Sqrt(x.Zip(y, (i, j) => Math.Pow(j - a - (b * i), 2)).Sum() / (x.Length - 2) / x.Sum(i => Math.Pow(i - mean, 2)));
    }
}
