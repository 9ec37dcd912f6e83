using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.States;

public sealed class PaceTests
{
    private static readonly SuccessPlan Four = Plan(
        Reach("live", 40, "a", "b", "c", "d"),
        OfVendor("a", 10),
        OfCustomer("b", 20),
        OfVendor("c", 30),
        OfCustomer("d", 40));

    [Theory]
    [InlineData(12, Pace.OnTrack)]
    [InlineData(22, Pace.Behind)]
    [InlineData(25, Pace.Stuck)]
    [Requirement("PLN-6")]
    public void The_example_of_the_definition(int day, Pace pace) => Assert.Equal(pace, Four.On(day, Done("a", 9)).Milestone("live").Pace);

    [Fact]
    [Requirement("PLN-6")]
    public void Expected_stands_against_actual()
    {
        var milestone = Four.On(22, Done("a", 9)).Milestone("live");

        Assert.Equal((.5, .25), (milestone.Expected, milestone.Actual.Lower));
    }

    [Fact]
    public void Before_its_start_it_is_not_started_and_reached_comes_first()
    {
        var plan = Plan(new Milestone { Id = "live", DueDay = 40, StartDay = 10 });

        Assert.Equal(Pace.NotStarted, plan.On(9).Milestone("live").Pace);
        Assert.Equal(Pace.OnTrack, plan.On(10).Milestone("live").Pace);
        Assert.Equal(Pace.Reached, plan.On(9, Done("live", 3)).Milestone("live").Pace);
        Assert.Equal(Pace.NotStarted, plan.On(-3).Milestone("live").Pace);
    }

    [Fact]
    public void After_its_day_nothing_is_on_track()
    {
        PlanEvent[] all = [Done("a", 9), Done("b", 19), Done("c", 29), Done("d", 39)];

        Assert.Equal(Pace.OnTrack, Four.On(40, all).Milestone("live").Pace);
        Assert.Equal(.99, Four.On(40, all).Milestone("live").Actual.Upper);
        Assert.Equal(Pace.Behind, Four.On(41, all).Milestone("live").Pace);
        Assert.Equal(Pace.Stuck, Four.On(53, all).Milestone("live").Pace);
    }

    [Fact]
    public void A_long_milestone_is_stuck_only_after_a_quarter_of_its_time()
    {
        var plan = Plan(Reach("live", 100, "a", "b"), OfVendor("a", 10), OfCustomer("b", 20));

        Assert.Equal(Pace.Behind, plan.On(33, Done("a", 9)).Milestone("live").Pace);
        Assert.Equal(Pace.Stuck, plan.On(34, Done("a", 9)).Milestone("live").Pace);
    }
}
