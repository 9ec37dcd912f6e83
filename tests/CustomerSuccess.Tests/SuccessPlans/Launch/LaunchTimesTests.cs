using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Launch;

public sealed class LaunchTimesTests
{
    [Fact]
    [Requirement("MEA-12")]
    public void The_median_of_five_checked_by_hand_counts_those_not_there_yet()
    {
        // 10 there, 20 there, 20 not yet, 30 there, 40 not yet: 4/5 = 0.8, then 3/4 of it = 0.6, then 1/2 of it = 0.3.
        var time = LaunchTimes.Of([There(10), There(20), NotYet(20), There(30), NotYet(40)]);

        Assert.Equal([(10, 5, .8), (20, 4, .6), (30, 2, .3)], time.Steps.Select(s => (s.Days, s.AtRisk, Math.Round(s.NotYet, 12))));
        Assert.Equal("median 30 days, n 5, 3 reached, 2 not yet", time.ToString());
    }

    [Fact]
    [Requirement("MEA-12")]
    public void Where_it_is_not_reached_by_half_there_is_no_median()
    {
        Assert.Null(LaunchTimes.Of([There(10), NotYet(30), NotYet(40)]).MedianDays);
        Assert.Equal("median not reached by half, n 3, 1 reached, 2 not yet", LaunchTimes.Of([There(10), NotYet(30), NotYet(40)]).ToString());
        Assert.Equal(10, LaunchTimes.Of([There(10), NotYet(30)]).MedianDays);
        Assert.Null(LaunchTimes.Of([]).MedianDays);
        Assert.Null(LaunchTimes.Of([NotYet(5)]).MedianDays);
    }

    [Fact]
    [Requirement("MEA-12")]
    public void Each_segment_has_its_own_and_customers_without_one_come_last()
    {
        var plan = Plan(new PlanContent { Milestones = [new Milestone { Id = "value", DueDay = 60, IsFirstValue = true }, new Milestone { Id = "adopted", DueDay = 90, EndsLaunch = true }] });
        PlanState Of(string customer, int day, params EvidenceGiven[] done) =>
            plan.At(new CustomerFacts(customer, Day(day)), done.Select(d => EvidenceGiven.Happened(d.Id, "plan", customer, d.OccurredAt, d.Item)));
        PlanState[] states = [Of("a", 100, Done("value", 40), Done("adopted", 80)), Of("b", 100, Done("value", 60)), Of("c", 50), Of("d", -5)];
        var times = LaunchTimes.BySegment(states, s => s.CustomerId is "a" or "b" ? "large" : s.CustomerId == "c" ? null : "small");

        Assert.Equal(
            [
                "large: first value median 40 days, n 2, 2 reached, 0 not yet; launch median 80 days, n 2, 1 reached, 1 not yet",
                "small: first value median not reached by half, n 0, 0 reached, 0 not yet, 1 left out; launch median not reached by half, n 0, 0 reached, 0 not yet, 1 left out",
                "no segment: first value median not reached by half, n 1, 0 reached, 1 not yet; launch median not reached by half, n 1, 0 reached, 1 not yet",
            ],
            times.Select(t => t.ToString()));
        Assert.Contains("stands twice", Assert.Throws<ArgumentException>(() => LaunchTimes.BySegment([states[0], states[0]], _ => null)).Message, StringComparison.Ordinal);
    }

    [Law]
    public void Where_all_are_there_the_median_is_the_lower_one_and_followers_never_shorten_it(Seed seed)
    {
        var dice = seed.Dice();
        var days = Enumerable.Range(0, seed.Size).Select(_ => dice.Below(20)).ToArray();
        var all = LaunchTimes.Of(dice.Shuffled(days.Select(There)));
        var more = LaunchTimes.Of([.. days.Select(There), NotYet(30)]);

        Assert.Equal(days.Order().ElementAt((days.Length - 1) / 2), all.MedianDays);
        Assert.True(more.MedianDays is null || more.MedianDays >= all.MedianDays);
    }

    private static LaunchSpan There(int days) => Span(LaunchSpanStanding.Reached, days);

    private static LaunchSpan NotYet(int days) => Span(LaunchSpanStanding.Open, days);

    private static LaunchSpan Span(LaunchSpanStanding standing, int days) => new() { Standing = standing, Days = days, Milestone = "value", On = null };
}
