using System.Text.Json;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

public sealed class ProportionIntervalTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData(0, 10, 0, 0.277532799862889, 0, 0.217196267509211, 0, 0.308497107818761)]
    [InlineData(1, 1, 0.206549314377238, 1, 0.146746316309575, 1, 0.025, 1)]
    [InlineData(15, 148, 0.0623863995307363, 0.160487241723308, 0.0604485170092964, 0.157643143478741, 0.0578440100834486, 0.161650490349479)]
    [InlineData(1307, 1473, 0.870138336195461, 0.90245644246895, 0.870398737248896, 0.902690828157306, 0.870038801372616, 0.903008401602324)]
    public void Published_intervals_come_out(
        double x, double n, double wilsonLow, double wilsonHigh, double jeffreysLow, double jeffreysHigh, double exactLow, double exactHigh)
    {
        Same(ProportionInterval.Wilson(x, n), x / n, wilsonLow, wilsonHigh);
        Same(ProportionInterval.Jeffreys(x, n), x / n, jeffreysLow, jeffreysHigh);
        Same(ProportionInterval.ClopperPearson(x, n), x / n, exactLow, exactHigh);
    }

    [SkippableFact]
    public void Every_interval_is_the_one_that_R_computed()
    {
        using var oracle = JsonDocument.Parse(File.ReadAllText(SharedFile.PathOf("oracles", "intervals-and-tests.json")));
        var cases = oracle.RootElement.GetProperty("proportion_intervals").EnumerateArray().ToArray();
        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            var (x, n, confidence) = (one.GetProperty("x").GetDouble(), one.GetProperty("n").GetDouble(), one.GetProperty("conf").GetDouble());
            foreach (var (name, interval) in (ReadOnlySpan<(string, ProportionInterval)>)[
                ("wilson", ProportionInterval.Wilson(x, n, confidence)),
                ("jeffreys", ProportionInterval.Jeffreys(x, n, confidence)),
                ("clopper_pearson", ProportionInterval.ClopperPearson(x, n, confidence))])
            {
                Same(interval, x / n, one.GetProperty(name)[0].GetDouble(), one.GetProperty(name)[1].GetDouble());
            }
        }
    }

    [Fact]
    public void Parts_of_a_customer_count_too()
    {
        var (below, part, above) = (ProportionInterval.Wilson(2, 34.6), ProportionInterval.Wilson(2.5, 34.6), ProportionInterval.Wilson(3, 34.6));
        Assert.InRange(part.Lower, below.Lower, above.Lower);
        Assert.InRange(part.Upper, below.Upper, above.Upper);
    }

    [Fact]
    public void More_confidence_is_wider() =>
        Assert.True(ProportionInterval.Wilson(5, 10, 0.99).Upper > ProportionInterval.Wilson(5, 10, 0.9).Upper);

    [Theory]
    [InlineData(-1, 10, 0.95)]
    [InlineData(11, 10, 0.95)]
    [InlineData(double.NaN, 10, 0.95)]
    [InlineData(0, 0, 0.95)]
    [InlineData(0, double.NaN, 0.95)]
    [InlineData(1, double.PositiveInfinity, 0.95)]
    [InlineData(1, 10, 0)]
    [InlineData(1, 10, 1)]
    [InlineData(1, 10, 0.9999999999999999)]
    [InlineData(1, 10, double.NaN)]
    public void What_is_no_share_is_refused(double x, double n, double confidence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(x, n, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Jeffreys(x, n, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.ClopperPearson(x, n, confidence));
    }

    [Fact]
    public void The_ends_hold_the_share_and_stay_within_0_and_1_for_a_million_trials()
    {
        foreach (var x in (double[])[0, 0.5, 1, 265_370, 999_999, 1_000_000])
        {
            foreach (var interval in (ProportionInterval[])[ProportionInterval.Wilson(x, 1e6), ProportionInterval.Jeffreys(x, 1e6), ProportionInterval.ClopperPearson(x, 1e6)])
            {
                Claim.Holds(interval.Holds(x / 1e6), $"{interval}");
                Claim.Holds(interval is { Lower: >= 0, Upper: <= 1 } && interval.Upper - interval.Lower < 0.01, $"{interval}");
            }
        }
    }

    private static void Same(ProportionInterval interval, double estimate, double lower, double upper)
    {
        Assert.Equal(estimate, interval.Estimate, Tolerance);
        Assert.Equal(lower, interval.Lower, Tolerance);
        Assert.Equal(upper, interval.Upper, Tolerance);
    }
}
