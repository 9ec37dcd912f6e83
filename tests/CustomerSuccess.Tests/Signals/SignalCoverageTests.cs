using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalCoverageTests
{
    private static readonly SignalMeasure Week = SignalMeasure.Count("login").InLast(7);

    [Fact]
    public void Unless_stated_a_source_is_complete_for_ever_back_and_through_the_instant_at_which_it_is_known()
    {
        Assert.Equal(At("2026-03-01"), SignalCoverage.Complete.ThroughAsKnownAt(At("2026-03-01")));
        Assert.Equal(0, Read(SignalCoverage.Complete, "0001-01-05", "0001-01-05"));
        Assert.Equal("incomplete through 2026-03-01", Why(SignalCoverage.Complete, "2026-03-01T00:00:00.0000001Z", "2026-03-01"));
    }

    [Theory]
    [InlineData("2026-03-08T00:00:00Z", null)]                     // (1 March, 8 March]: its first instant is the tick after 1 March
    [InlineData("2026-03-07T23:59:59.9999999Z", null)]
    [InlineData("2026-03-07T23:59:59.9999998Z", "incomplete before 2026-03-01")]
    public void From_when_it_is_complete_counts_to_the_tick(string asOf, string? why)
    {
        var coverage = new SignalCoverage { From = At("2026-03-01") };

        Assert.Equal(why, Why(coverage, asOf, "2026-04-01"));
    }

    [Theory]
    [InlineData("2026-03-10T00:00:00Z", null)]
    [InlineData("2026-03-10T00:00:00.0000001Z", "incomplete through 2026-03-10")]
    public void Through_when_it_is_complete_counts_to_the_tick(string asOf, string? why) =>
        Assert.Equal(why, Why(new SignalCoverage { Through = At("2026-03-10") }, asOf, "2026-04-01"));

    [Fact]
    public void What_may_still_arrive_is_not_concluded_from()
    {
        var nightly = new SignalCoverage { Delay = TimeSpan.FromDays(1) };

        Assert.Equal(At("2026-03-09"), nightly.ThroughAsKnownAt(At("2026-03-10")));
        Assert.Equal("incomplete through 2026-03-09", Why(nightly, "2026-03-10", "2026-03-10"));
        Assert.Equal(0, Read(nightly, "2026-03-10", "2026-03-11"));
        Assert.Equal(At("2026-03-05"), (nightly with { Through = At("2026-03-05") }).ThroughAsKnownAt(At("2026-03-10")));
        Assert.Equal(DateTimeOffset.MinValue, new SignalCoverage { Delay = TimeSpan.MaxValue }.ThroughAsKnownAt(At("2026-03-10")));
    }

    [Fact]
    public void A_time_that_is_empty_is_complete_nowhere()
    {
        var empty = new SignalCoverage { From = At("2026-03-10"), Through = At("2026-03-01") };

        foreach (var day in (string[])["2026-02-01", "2026-03-05", "2026-03-20"])
        {
            Assert.NotNull(Why(empty, day, "2027-01-01"));
        }
    }

    [Fact]
    public void Without_a_window_all_that_was_before_must_be_covered() =>
        Assert.Equal(UnknownKind.Incomplete, Assert.Single(Facts(new() { From = At("2026-01-01") }, "2026-03-01", "2026-03-01").Read(SignalMeasure.Count("login")).Causes).Kind);

    [Fact]
    public void It_is_stated_per_signal()
    {
        var log = new SignalLog().Covers("login", new() { Through = At("2026-01-01") });
        var facts = log.Facts("acme", At("2026-03-01")).Signals;

        Assert.False(facts.Read(Week).IsKnown);
        Assert.Equal(0, facts.Read(SignalMeasure.Count("ticket").InLast(7)).Value);
    }

    [Fact]
    public void A_negative_delay_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SignalCoverage { Delay = TimeSpan.FromTicks(-1) });

    [Fact]
    public void It_says_what_it_is()
    {
        Assert.Equal("complete from ever through the instant at which it is known", SignalCoverage.Complete.ToString());
        Assert.Equal("complete from 2026-01-01 through 2026-02-01 less 1.00:00:00", new SignalCoverage { From = At("2026-01-01"), Through = At("2026-02-01"), Delay = TimeSpan.FromDays(1) }.ToString());
    }

    private static double Read(SignalCoverage coverage, string asOf, string knownAt) => Facts(coverage, asOf, knownAt).Read(Week).Value;

    private static string? Why(SignalCoverage coverage, string asOf, string knownAt) =>
        Facts(coverage, asOf, knownAt).Read(Week) is { IsKnown: false, Causes: [var cause] } ? cause.Reason : null;

    private static SignalFacts Facts(SignalCoverage coverage, string asOf, string knownAt) =>
        new SignalLog().Covers("login", coverage).Facts("acme", At(asOf), At(knownAt)).Signals;
}
