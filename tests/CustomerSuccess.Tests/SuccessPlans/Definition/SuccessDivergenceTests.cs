using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.SuccessPlans.Definition;

public sealed class SuccessDivergenceTests
{
    [Fact]
    [Requirement("PLN-1")]
    public void Success_is_said_by_each_stakeholder_and_divergence_is_reported() => Assert.Equal(
        """
        acme: 6 divergences
          cost: ceo says nothing of it, and champion does
          cost: users says nothing of it, and champion does
          hours: ceo wants 10 h, champion 20 h, 50 % apart
          hours: ceo wants more of it, users less
          hours: champion wants more of it, users less
          hours: champion wants 20 h, users 10 h, 50 % apart
          not asked: ceo: desired experience
          not asked: champion: desired outcome, desired experience
          not asked: users: desired outcome
          champion (Champion) is locked in: usage is not evidence of value
        """.ReplaceLineEndings(),
        Of(
            new() { Id = "ceo", Role = StakeholderRole.Executive, DesiredOutcome = "save time", Goals = [new("hours", 10) { Unit = "h" }] },
            new() { Id = "champion", Role = StakeholderRole.Champion, Goals = [new("hours", 20) { Unit = "h" }, new("cost", 5, moreIsBetter: false)], AlternativeForOutcome = new(AlternativeKind.LockedIn) },
            new() { Id = "users", Role = StakeholderRole.EndUser, DesiredExperience = "no forms", Goals = [new("hours", 10, moreIsBetter: false) { Unit = "h" }] }).Explain());

    [Theory]
    [Requirement("PLN-1")]
    [InlineData(90, 100, false)]
    [InlineData(89.999, 100, true)]
    [InlineData(100, 90, false)]
    [InlineData(.3, .27, false)]
    [InlineData(-90, -100, false)]
    [InlineData(-1, 1, true)]
    [InlineData(0, 0, false)]
    [InlineData(0, 1e-300, true)]
    [InlineData(1.7e308, -1.7e308, true)]
    [InlineData(5e-324, 5e-324, false)]
    public void Targets_are_apart_beyond_a_tenth_of_the_larger(double one, double other, bool isApart) =>
        Assert.Equal(isApart, Of(Executive("a", new StakeholderGoal("m", one)), Executive("b", new StakeholderGoal("m", other))).Lines.Any(l => l.Kind == DivergenceKind.TargetsApart));

    [Fact]
    public void How_far_apart_is_an_option()
    {
        var definition = new SuccessDefinition("acme", DateTimeOffset.UnixEpoch) { Stakeholders = [Executive("a", new StakeholderGoal("m", 80)), Executive("b", new StakeholderGoal("m", 100))] };

        Assert.Equal(.2, Assert.Single(SuccessDivergence.Of(definition).Lines).Apart!.Value, 1e-12);
        Assert.False(SuccessDivergence.Of(definition, new() { TargetsApart = .2 }).IsDivergent);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DivergenceOptions { TargetsApart = double.NaN });
    }

    [Fact]
    [Requirement("PLN-1")]
    public void One_side_that_is_silent_is_reported()
    {
        var divergence = Of(Executive("a", new StakeholderGoal("m", 80)), new() { Id = "b", Role = StakeholderRole.EndUser });

        Assert.Equal([DivergenceKind.SilentOnMeasure, DivergenceKind.Silent], divergence.Lines.Select(l => l.Kind));
        Assert.Equal(["m: b says nothing of it, and a does", "b says nothing: no goal, no outcome, no experience"], divergence.Lines.Select(l => l.Text));
        Assert.Equal(["a: desired outcome, desired experience", "no champion was asked"], divergence.NotAsked);
    }

    [Fact]
    public void Units_that_differ_are_not_compared()
    {
        var lines = Of(Executive("a", new StakeholderGoal("m", 1) { Unit = "h" }), Executive("b", new StakeholderGoal("m", 60) { Unit = "min" })).Lines;

        Assert.Equal("m: a counts in h, b in min", Assert.Single(lines).Text);
    }

    [Fact]
    public void Who_contradicts_itself_is_told_too() =>
        Assert.Equal("m: a wants 1, a 2, 50 % apart", Assert.Single(Of(Executive("a", new StakeholderGoal("m", 2), new StakeholderGoal("m", 1))).Lines).Text);

    [Fact]
    public void The_order_of_stakeholders_changes_nothing()
    {
        Stakeholder[] all = [Executive("a", new StakeholderGoal("m", 2)), Executive("b", new StakeholderGoal("m", 1), new StakeholderGoal("n", 1)), new() { Id = "c", Role = StakeholderRole.Other }];

        Assert.Equal(Of(all).Explain(), Of([.. all.Reverse()]).Explain());
    }

    [Fact]
    [Requirement("PLN-16")]
    public void The_best_alternative_is_recorded_for_outcome_and_experience_and_who_is_locked_in_is_listed()
    {
        var divergence = Of(
            new() { Id = "a", Role = StakeholderRole.Executive, AlternativeForOutcome = new(AlternativeKind.Competitor, "another"), AlternativeForExperience = new(AlternativeKind.Nothing) },
            new() { Id = "b", Role = StakeholderRole.Champion, AlternativeForExperience = new(AlternativeKind.LockedIn) },
            new() { Id = "c", Role = StakeholderRole.EndUser, AlternativeForOutcome = new(AlternativeKind.LockedIn), AlternativeForExperience = new(AlternativeKind.Competitor) });

        Assert.Equal(["b", "c"], divergence.LockedIn.Select(s => s.Id));
        Assert.Contains("b (Champion) is locked in: usage is not evidence of value", divergence.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_asked_is_no_divergence_and_says_whom_to_ask()
    {
        Assert.False(Of().IsDivergent);
        Assert.Equal(["no executive was asked", "no champion was asked", "no end user was asked"], Of().NotAsked);
    }

    private static Stakeholder Executive(string id, params StakeholderGoal[] goals) => new() { Id = id, Role = StakeholderRole.Executive, Goals = goals };

    private static SuccessDivergence Of(params Stakeholder[] stakeholders) => SuccessDivergence.Of(new SuccessDefinition("acme", DateTimeOffset.UnixEpoch) { Stakeholders = stakeholders });
}
