using CustomerSuccess.Measurement;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Measurement;

public sealed class PortfolioAlarmTests
{
    private static readonly PortfolioVector Fell = Of([new("A", Euros, new(.5, .44))]);
    private static readonly PortfolioVector Rose = Of([new("A", Euros, new(.5, .6))]);
    private static readonly PortfolioVector Open = Of([new("A", Euros, new(ValueRange.Of(.5), new(.4, .6)))]);
    private static readonly PortfolioVector Uncovered = Of([new("A", Euros, new(.5, .4)), new("B", Euros, null)]);

    private static Money Euros => new(1000, "EUR");

    [Theory]
    [Requirement("MEA-2")]
    [InlineData(1.04, 1.05, 1d, PortfolioAlarmState.Alarm, "revenue retention is 104 %, meets the goal of 100 %, and the portfolio fell: -6 points in 90 days")]
    [InlineData(.97, .95, 1d, PortfolioAlarmState.Alarm, "revenue retention is 97 %, rose from 95 %, and the portfolio fell: -6 points in 90 days")]
    [InlineData(.97, .97, 1d, PortfolioAlarmState.Quiet, "revenue retention is 97 %, misses the goal of 100 % and did not rise from 97 %")]
    [InlineData(.999999, .9999995, 1d, PortfolioAlarmState.Quiet, "revenue retention is 99.9999 %, misses the goal of 100 % and did not rise from 100 %")]
    [InlineData(1.0, 1.1, 1.00000000001, PortfolioAlarmState.Alarm, "revenue retention is 100 %, meets the goal of 100 %, and the portfolio fell: -6 points in 90 days")]
    [InlineData(.97, null, 1d, PortfolioAlarmState.CannotTell, "the portfolio fell: -6 points in 90 days, but revenue retention is 97 %, misses the goal of 100 % and was not known before")]
    [InlineData(.97, .98, null, PortfolioAlarmState.CannotTell, "the portfolio fell: -6 points in 90 days, but revenue retention is 97 %, has no goal and did not rise from 98 %")]
    [InlineData(.97, .96, null, PortfolioAlarmState.Alarm, "revenue retention is 97 %, rose from 96 %, and the portfolio fell: -6 points in 90 days")]
    [InlineData(null, .96, 1d, PortfolioAlarmState.CannotTell, "the portfolio fell: -6 points in 90 days, but revenue retention is not known")]
    public void Where_success_fell_retention_decides(double? now, double? before, double? goal, PortfolioAlarmState state, string reason)
    {
        var alarm = PortfolioAlarm.Of(Fell, now, before, goal);

        Assert.Equal((state, reason), (alarm.State, alarm.Reason));
    }

    [Fact]
    public void Success_that_did_not_fall_is_quiet_whatever_is_known_of_revenue()
    {
        foreach (var alarm in new[] { PortfolioAlarm.Of(Rose, 1.1, 1, 1), PortfolioAlarm.Of(Rose, null, null, null), PortfolioAlarm.Of(Of([new("A", Euros, new(.5, .48))]), 1.1, 1, 1) })
        {
            Assert.Equal(PortfolioAlarmState.Quiet, alarm.State);
            Assert.StartsWith("the portfolio did not fall", alarm.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Bounds_on_both_sides_of_the_cut_and_too_little_coverage_cannot_tell()
    {
        Assert.Equal("cannot tell: revenue retention is 110 %, meets the goal of 100 %, but whether the portfolio fell cannot be told: between -10 and +10 points in 90 days", PortfolioAlarm.Of(Open, 1.1, 1, 1).ToString());
        Assert.Equal("cannot tell: revenue retention is 110 %, meets the goal of 100 %, but only 50 % of revenue has a plan, below 60 %", PortfolioAlarm.Of(Uncovered, 1.1, 1, 1).ToString());
        Assert.Equal("cannot tell: revenue retention is not known, and of the portfolio it cannot be told: nobody was a customer then", PortfolioAlarm.Of(Of([]), null, null, null).ToString());
        Assert.Equal(PortfolioAlarmState.Quiet, PortfolioAlarm.Of(Uncovered, .9, 1, 1).State);
    }

    [Fact]
    public void Exactly_60_percent_of_coverage_are_enough()
    {
        var vector = Of([new("A", new(600, "EUR"), new(.5, .4)), new("B", new(400, "EUR"), null)]);

        Assert.Equal(PortfolioAlarmState.Alarm, PortfolioAlarm.Of(vector, 1, null, 1).State);
        Assert.Equal(PortfolioAlarmState.CannotTell, PortfolioAlarm.Of(Of([new("A", new(599, "EUR"), new(.5, .4)), new("B", new(401, "EUR"), null)]), 1, null, 1).State);
        Assert.Equal(PortfolioAlarmState.Alarm, PortfolioAlarm.Of(PortfolioVector.Of([new("A", new(599, "EUR"), new(.5, .4)), new("B", new(401, "EUR"), null)], new() { MinimumCoverage = .5 }), 1, null, 1).State);
    }

    [Theory]
    [InlineData(double.NaN, 1d, 1d, "revenue retention is NaN")]
    [InlineData(1d, -.1, 1d, "previous revenue retention is -0.1")]
    [InlineData(1d, 1d, double.PositiveInfinity, "goal of revenue retention is")]
    public void A_retention_that_is_none_is_refused(double? now, double? before, double? goal, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => PortfolioAlarm.Of(Fell, now, before, goal)).Message, StringComparison.Ordinal);

    private static PortfolioVector Of(IEnumerable<PortfolioEntry> entries) => PortfolioVector.Of(entries);
}
