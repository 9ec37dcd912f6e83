using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Distance;

public sealed class PlanDistanceTests
{
    private static readonly PlanContent Model = new()
    {
        Milestones = [new Milestone { Id = "a", DueDay = 50, Weight = 3 }, new Milestone { Id = "b", DueDay = 100, Weight = 1, Objective = "users" }],
        Accountabilities = [OfVendor("x", 20), OfCustomer("y", 30)],
        Objectives = [new() { Id = "users", Baseline = 0, Target = 100, DueDay = 90, Measure = ObjectiveMeasure.Of("users", _ => Reading.Known(1d), "1") }],
    };

    [Fact]
    [Requirement("PLN-8")]
    public void The_distance_from_the_model_checked_by_hand()
    {
        // Shares 3/4 and 1/4 become 3/6 and 3/6: half of 1/4 + 1/4. Ten of a hundred days at a share of 3/4. One of three accountabilities is new. 25 of 100 users.
        var distance = PlanDistance.FromModel(Plan(Model, new WeightChanged("b", 3), new DueMoved("a", 60), new AccountabilityAdded("z", PlanParty.Vendor, 10), new ObjectiveSet("users", 0, 125)));

        Assert.Equal(.25, distance.Weights!.Value, 1e-12);
        Assert.Equal(.075, distance.Schedule!.Value, 1e-12);
        Assert.Equal(1 / 3d, distance.Accountabilities!.Value, 1e-12);
        Assert.Equal(.25, distance.Targets!.Value, 1e-12);
        Assert.Equal((.25 + .075 + (1 / 3d) + .25) / 4, distance.Total, 1e-12);
        Assert.Equal("0.227: weights 0.25, schedule 0.075, accountabilities 0.333, targets 0.25", distance.ToString());
    }

    [Fact]
    [Requirement("PLN-8")]
    public void A_plan_made_from_the_model_without_a_change_is_at_0() => Assert.Equal("0: weights 0, schedule 0, accountabilities 0, targets 0", PlanDistance.FromModel(Plan(Model)).ToString());

    [Fact]
    public void What_is_each_customers_own_does_not_count() =>
        Assert.Equal(0, PlanDistance.FromModel(Plan(Model, new OwnerNamed("x", "bob"), new DueMoved("x", 25), new DueMoved("users", 80), new ObjectiveSet("users", 20, 100), new WeightChanged("x", 5))).Total);

    [Fact]
    public void Parts_that_do_not_exist_are_left_out_and_what_one_side_lacks_counts_whole()
    {
        Assert.Equal("0: weights 0, schedule 0, accountabilities none, targets none", PlanDistance.FromModel(Plan(Reach("a", 10))).ToString());
        Assert.Equal(1, PlanDistance.FromModel(Plan(Model, new ItemRemoved("users", "none"), new AccountabilityAdded("z", PlanParty.Vendor, 5))).Targets);
        var other = PlanTemplate.Of("other", new() { Milestones = [Reach("c", 10)], Accountabilities = [OfCustomer("x", 5)] });
        Assert.Equal("1: weights 1, schedule none, accountabilities 1, targets 1", PlanDistance.Between(other, Plan(Model)).ToString());
    }

    [Fact]
    public void A_model_of_one_day_and_moves_beyond_its_length_are_at_most_1()
    {
        Assert.Equal(1, PlanDistance.FromModel(Plan(new PlanContent { Milestones = [Reach("a", 0)] }, new DueMoved("a", 1))).Schedule);
        Assert.Equal(1, PlanDistance.FromModel(Plan(new PlanContent { Milestones = [Reach("a", 10)] }, new DueMoved("a", 5000))).Schedule);
    }

    [Law(MaxTest = 1_000)]
    public void It_lies_within_0_and_1_and_is_0_where_nothing_that_matters_changed(Seed seed)
    {
        var dice = seed.Dice();
        var changes = Enumerable.Range(0, dice.Below(seed.Size + 1)).Select(_ => Change(dice)).DistinctBy(c => (c.GetType(), c.Item)).ToArray();
        var plan = Plan(Model, changes);
        var distance = PlanDistance.FromModel(plan);
        var same = plan.Content.Milestones.Select(m => (m.Id, m.DueDay)).SequenceEqual(Model.Milestones.Select(m => (m.Id, m.DueDay)))
            && plan.Content.Milestones[0].Weight == 3 * plan.Content.Milestones[1].Weight
            && plan.Content.Accountabilities.Select(a => (a.Id, a.Party)).ToHashSet().SetEquals(Model.Accountabilities.Select(a => (a.Id, a.Party)))
            && plan.Content.Objectives.Select(o => o.Target).SequenceEqual(Model.Objectives.Select(o => o.Target));

        foreach (var part in new[] { distance.Total, distance.Weights, distance.Schedule, distance.Accountabilities, distance.Targets }.OfType<double>())
        {
            Assert.InRange(part, 0, 1);
        }

        Assert.Equal(same, distance.Total == 0);
    }

    private static PlanChange Change(Dice dice) => dice.Below(7) switch
    {
        0 => new DueMoved("a", dice.Of(50, 51, 99)),
        1 => new DueMoved("b", dice.Of(100, 100, 4000)),
        2 => new WeightChanged("a", dice.Of(3, 6, .1)),
        3 => new WeightChanged("b", dice.Of(1, 2, 1e9)),
        4 => new ObjectiveSet("users", dice.Of(0, 7), dice.Of(100, 100.5, -1e6)),
        5 => new AccountabilityAdded("z", dice.Of(PlanParty.Customer, PlanParty.Vendor), 10),
        _ => dice.Of<PlanChange>(new OwnerNamed("x", "bob"), new DueMoved("x", 3), new DueMoved("users", 10)),
    };
}
