using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Skills;

public sealed class PlanSkillsTests
{
    private static readonly SuccessPlan Example = Plan(new PlanContent
    {
        Milestones =
        [
            new Milestone { Id = "value", DueDay = 60, Skills = [new("reporting", 4)] },
            new Milestone { Id = "live", DueDay = 30, Skills = [new("sql", 2), new("reporting", 3)] },
        ],
    });

    [Fact]
    [Requirement("PLN-14")]
    public void Needed_assessed_and_the_gap_and_what_nobody_assessed_is_not_known() => Assert.Equal(
        [
            "reporting for 'live': needs 3, has 3, no gap",
            "sql for 'live': needs 2, not assessed",
            "reporting for 'value': needs 4, has 3, gap 1",
        ],
        PlanSkills.Of(Example.On(20, Assessed("1", 5, "reporting", 1), Assessed("2", 9, "reporting", 3))).Select(s => s.ToString()));

    [Fact]
    [Requirement("PLN-14")]
    public void The_last_assessment_that_stands_counts()
    {
        PlanEvent[] events = [Assessed("1", 5, "reporting", 1), Assessed("2", 9, "reporting", 5)];

        Assert.Equal(0, PlanSkills.Of(Example.On(20, events))[0].Gap);
        Assert.Equal(2, PlanSkills.Of(Example.On(8, events))[0].Gap);
        Assert.Equal(2, PlanSkills.Of(Example.On(20, [.. events, new EventTakenBack("3", "plan", "acme", Day(10), "2", "ann", "wrong customer")]))[0].Gap);
        Assert.Null(PlanSkills.Of(Example.On(20))[0].Gap);
        Assert.Equal(3, PlanSkills.Of(Example.On(20, Assessed("0", 5, "reporting", 0)))[0].Gap);
    }

    [Fact]
    public void A_milestone_that_is_reached_needs_nothing_any_more() => Assert.Equal([true, true, false], PlanSkills.Of(Example.On(20, Done("live", 10))).Select(s => s.IsReached));

    [Fact]
    public void A_plan_without_skills_has_no_lines() => Assert.Empty(PlanSkills.Of(Plan(Reach("live", 30)).On(5, Assessed("1", 5, "reporting", 1))));

    private static SkillAssessed Assessed(string id, int day, string skill, int level) => new(id, "plan", "acme", Day(day), skill, level);
}
