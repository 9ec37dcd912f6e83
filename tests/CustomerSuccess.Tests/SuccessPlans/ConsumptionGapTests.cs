using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.SuccessPlans;

public sealed class ConsumptionGapTests
{
    private static readonly Money Paid = new(1200, "EUR");

    [Fact]
    [Requirement("HLT-22")]
    public void The_example_of_the_definition_is_66_percent_of_what_is_relevant_and_82_and_a_half_raw()
    {
        var gap = ConsumptionGap.Of([new("a", 100, 60, .5), new("b", 50, 0, .1), new("c", 10, 1, .4), new("d", 7, 0, 0)]);

        Assert.Equal(.66, gap.Relevant.Gap!.Value, 12);
        Assert.Equal(.825, gap.Raw.Gap!.Value, 12);
        Assert.Equal((false, 1d, 1d), (gap.IsWarning, gap.Relevant.Coverage, gap.Raw.Coverage));
        Assert.Equal([.2, .1, .36, 0], gap.Lines.Select(l => Math.Round(l.Relevant, 12)));
        Assert.Equal("consumption gap 66 % (no warning below 80 %); raw gap 82.5 %", gap.Explain().Split('\n')[0]);
        Assert.Equal("consumption gap 66 %; raw 82.5 %", gap.ToString());
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(20.00000001, true)]
    [InlineData(20.001, false)]
    [InlineData(0, true)]
    public void From_80_percent_of_the_relevant_gap_there_is_a_warning_with_the_tolerance_of_edges(double used, bool isWarning) =>
        Assert.Equal(isWarning, ConsumptionGap.Of([new("a", 100, used, 3)]).IsWarning);

    [Fact]
    public void Another_edge_may_be_stated_and_edges_that_are_none_are_refused()
    {
        Assert.True(ConsumptionGap.Of([new("a", 100, 60, 1)], new() { WarningFrom = .4 }).IsWarning);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsumptionOptions { WarningFrom = 80 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsumptionOptions { ShelfwareBelow = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsumptionOptions { ShelfwareAfter = TimeSpan.FromDays(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsumptionOptions { LargestRelevance = 0 });
    }

    [Fact]
    public void Use_that_is_not_known_is_coverage_and_bounds()
    {
        var gap = ConsumptionGap.Of([new("a", 100, 60, .5), new("b", 50, null, .3), new("c", 10, 1, .2)]);

        Assert.Equal((.2 + .18) / .7, gap.Relevant.Gap!.Value, 12);
        Assert.Equal(.7, gap.Relevant.Coverage, 12);
        Assert.Equal((.38, .68), (Math.Round(gap.Relevant.Lower!.Value, 12), Math.Round(gap.Relevant.Upper!.Value, 12)));
        Assert.Equal(2d / 3, gap.Raw.Coverage, 12);
        Assert.Equal(["use: not given"], gap.Lines[1].Causes.Select(c => c.ToString()));
    }

    [Fact]
    public void A_relevance_that_is_not_known_counts_as_any_and_where_it_is_a_share_as_one_up_to_1()
    {
        CapabilityUse[] uses = [new("a", 100, 100, 1), new("b", 100, 0)];
        var (any, share) = (ConsumptionGap.Of(uses).Relevant, ConsumptionGap.Of(uses, new() { LargestRelevance = 1 }).Relevant);

        Assert.Equal((0, .5, 0, 1), (any.Gap, any.Coverage, any.Lower, any.Upper));
        Assert.Equal((0, .5, 0, .5), (share.Gap, share.Coverage, share.Lower, share.Upper));
        Assert.Equal("0 %, 50 % known, between 0 % and 100 %", any.ToString());
    }

    [Fact]
    public void Without_any_relevance_the_raw_gap_is_all_that_is_said()
    {
        var gap = ConsumptionGap.Of([new("a", 100, 50), new("b", 100, 0)]);

        Assert.Equal((null, "the relevance of no capability is known", null, .75), (gap.Relevant.Gap, gap.Relevant.Reason, gap.IsWarning, gap.Raw.Gap));
        Assert.Equal((.5, 1d, 0d), (gap.Relevant.Lower, gap.Relevant.Upper, gap.Relevant.Coverage));
        Assert.Equal("no capability is relevant", ConsumptionGap.Of([new("a", 1, 1, 0)]).Relevant.Reason);
        Assert.Null(ConsumptionGap.Of([new("a", 1, 1, 0)]).Relevant.Upper);
        Assert.Equal("the use of no relevant capability is known", ConsumptionGap.Of([new("a", 1, null, 1), new("b", 1, 1, 0)]).Relevant.Reason);
    }

    [Fact]
    public void Of_nothing_entitled_there_is_no_gap()
    {
        foreach (var gap in new[] { ConsumptionGap.Of([]), ConsumptionGap.Of([new("a", 0, 3, 1)]) })
        {
            Assert.Equal((null, null, "nothing is entitled", 0d), (gap.Relevant.Gap, gap.Raw.Gap, gap.Raw.Reason, gap.Raw.Coverage));
            Assert.Equal((null, null, null), (gap.Raw.Lower, gap.Raw.Upper, gap.IsWarning));
            Assert.StartsWith("consumption gap not known: nothing is entitled; raw gap not known: nothing is entitled", gap.Explain(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Use_beyond_the_entitlement_is_expansion_and_makes_up_for_nothing_else()
    {
        var gap = ConsumptionGap.Of([new("a", 100, 150, 1), new("b", 100, 0, 1), new("c", 0, 4, 9)]);

        Assert.Equal(.5, gap.Relevant.Gap);
        Assert.Equal([("a", 50), ("c", 4)], gap.Expansions.Select(l => (l.Capability.Name, l.Expansion!.Value)));
        Assert.Contains("expansion: a is used by 50 more than is entitled", gap.Explain(), StringComparison.Ordinal);
        Assert.Contains("not entitled", gap.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shelfware_is_paid_and_unused_for_60_days_in_money_of_each_currency()
    {
        var gap = ConsumptionGap.Of([
            Unused("a", 0, 60, Paid), Unused("b", 4.9, 61, new(100, "USD"), new(1, "EUR")), Unused("c", 5, 90, Paid),
            Unused("d", 0, 59.9, Paid), Unused("e", 0, 90), Unused("f", 0, 90, new Money(0, "EUR"))]);

        Assert.Equal(["a", "b"], gap.Shelfware.Select(l => l.Capability.Name));
        Assert.Equal([new(1201, "EUR"), new Money(100, "USD")], gap.ShelfwareCost);
        Assert.Contains("shelf-ware: 1201 EUR and 100 USD a year for a, b, unused for 60 days", gap.Explain(), StringComparison.Ordinal);
        Assert.Empty(ConsumptionGap.Of([new("a", 1, 1)]).ShelfwareCost);
    }

    [Fact]
    public void Shelfware_is_not_known_where_nothing_decides()
    {
        var (unknown, use) = (Reading.Unknown<TimeSpan>(), new CapabilityUse("a", 100, 0));

        Assert.Null(Shelfware(new("a", 100, 0) { UnusedFor = Reading.Known(TimeSpan.FromDays(90)) }));
        Assert.Null(Shelfware(new("a", 100, 0) { PaidAnnually = [Paid], UnusedFor = unknown }));
        Assert.Null(Shelfware(new("a", 100, (double?)null) { PaidAnnually = [Paid], UnusedFor = Reading.Known(TimeSpan.FromDays(90)) }));
        Assert.False(Shelfware(new("a", 100, 50) { UnusedFor = unknown }));
        Assert.False(Shelfware(new("a", 100, 0) { PaidAnnually = [] }));
        Assert.False(Shelfware(new("a", 0, 0) { PaidAnnually = [Paid], UnusedFor = Reading.Known(TimeSpan.FromDays(90)) }));
        Assert.Throws<ArgumentException>(() => new CapabilityUse("a", 1, 1) { PaidAnnually = [new(-1, "EUR")] });
        Assert.Equal("a: 0 of 100", use.ToString());
    }

    [Fact]
    public void What_is_no_use_is_not_known_and_what_is_no_entitlement_is_refused()
    {
        foreach (var bad in new[] { double.NaN, double.PositiveInfinity, -1 })
        {
            var gap = ConsumptionGap.Of([new("a", 100, bad, 1), new("b", 100, 50, 1), new("c", 100, 50, bad)]);

            Assert.Equal(.5, gap.Relevant.Gap);
            Assert.Equal([0, 2d / 3], [gap.Lines[0].Relevant, gap.Raw.Coverage]);
            Assert.Throws<ArgumentOutOfRangeException>(() => new CapabilityUse("a", bad, 1));
        }

        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => ConsumptionGap.Of([new("a", 1, 1), new("a", 2, 1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CapabilityUse(" ", 1, 1));
    }

    private static bool? Shelfware(CapabilityUse use) => ConsumptionGap.Of([use]).Lines[0].IsShelfware;

    private static CapabilityUse Unused(string name, double used, double days, params Money[] paid) =>
        new(name, 100, used, 1) { PaidAnnually = paid, UnusedFor = Reading.Known(TimeSpan.FromDays(days)) };
}
