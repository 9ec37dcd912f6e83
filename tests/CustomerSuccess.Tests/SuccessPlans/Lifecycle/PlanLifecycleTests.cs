using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Lifecycle;

public sealed class PlanLifecycleTests
{
    private static readonly SuccessPlan Year = Plan(Reach("live", 365));

    [Fact]
    [Requirement("PLN-9")]
    public void It_is_updated_every_month_and_refreshed_every_quarter_of_the_calendar()
    {
        var fresh = PlanLifecycle.Of(Year.On(0));

        Assert.Equal((new DateOnly(2026, 2, 5), new DateOnly(2026, 4, 5)), (fresh.UpdateDue, fresh.RefreshDue));
        Assert.Equal("update due 2026-02-05, refresh due 2026-04-05; 12 months ahead, to 2027-01-05", fresh.ToString());
        var updated = PlanLifecycle.Of(Year.On(60, Reviewed(26, PlanReviewKind.Update), Reviewed(40, PlanReviewKind.Refresh)));
        Assert.Equal((new DateOnly(2026, 3, 14), new DateOnly(2026, 5, 14)), (updated.UpdateDue, updated.RefreshDue));
        Assert.Equal((new DateOnly(2026, 2, 14), new DateOnly(2026, 2, 14)), (updated.LastUpdate, updated.LastRefresh));
        Assert.Equal(new DateOnly(2026, 4, 5), PlanLifecycle.Of(Year.On(60, Reviewed(26, PlanReviewKind.Update))).RefreshDue);
    }

    [Fact]
    [Requirement("PLN-9")]
    public void It_is_stale_from_the_day_after_with_the_reason()
    {
        Assert.False(PlanLifecycle.Of(Year.On(31)).IsStale);
        Assert.Equal(["the update of 2026-02-05 is 1 day overdue"], PlanLifecycle.Of(Year.On(32)).Reasons);
        Assert.Equal(["the update of 2026-02-05 is 60 days overdue", "the refresh of 2026-04-05 is 1 day overdue"], PlanLifecycle.Of(Year.On(91)).Reasons);
        Assert.False(PlanLifecycle.Of(Year.On(91, Reviewed(90, PlanReviewKind.Refresh))).IsStale);
        Assert.Contains("nothing is planned after 2026-02-04", PlanLifecycle.Of(Plan(Reach("live", 30)).On(31)).Reasons);
    }

    [Fact]
    public void The_months_ahead_are_complete_ones_of_twelve_rolling()
    {
        Assert.Equal(12, PlanLifecycle.Of(Year.On(0)).MonthsAhead);
        Assert.Equal((11, false, new DateOnly(2027, 1, 6)), (PlanLifecycle.Of(Year.On(1)).MonthsAhead, PlanLifecycle.Of(Year.On(1)).IsHorizonShort, PlanLifecycle.Of(Year.On(1)).ToReachTo));
        Assert.False(PlanLifecycle.Of(Year.On(90)).IsHorizonShort);
        Assert.True(PlanLifecycle.Of(Year.On(91)).IsHorizonShort);
        Assert.Equal(0, PlanLifecycle.Of(Year.On(400)).MonthsAhead);
    }

    [Fact]
    public void The_last_day_of_a_month_is_followed_by_that_of_the_next()
    {
        var template = PlanTemplate.Of("onboarding", new() { Milestones = [Reach("live", 30)] });
        var plan = template.For(template.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 31), "UTC"));

        Assert.Equal((new DateOnly(2026, 2, 28), new DateOnly(2026, 4, 30)), (PlanLifecycle.Of(plan.On(27)).UpdateDue, PlanLifecycle.Of(plan.On(27)).RefreshDue));
    }

    [Fact]
    public void A_new_version_is_an_update_and_a_plan_that_has_not_begun_is_not_stale()
    {
        var template = PlanTemplate.Of("onboarding", new() { Milestones = [Reach("live", 365)] });
        var second = template.For(template.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 5), "UTC", Day(40)));

        Assert.Equal((new DateOnly(2026, 3, 14), new DateOnly(2026, 4, 5)), (PlanLifecycle.Of(second.On(50)).UpdateDue, PlanLifecycle.Of(second.On(50)).RefreshDue));
        Assert.False(PlanLifecycle.Of(Year.On(-200)).IsStale);
    }

    [Fact]
    public void Days_are_those_of_the_plans_zone()
    {
        var template = PlanTemplate.Of("onboarding", new() { Milestones = [Reach("live", 365)] });
        var plan = template.For(template.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 5), "Pacific/Auckland"));
        var review = new PlanReviewed("r", "plan", "acme", new(2026, 1, 20, 23, 0, 0, TimeSpan.Zero), PlanReviewKind.Update, "ann");

        Assert.Equal(new DateOnly(2026, 2, 21), PlanLifecycle.Of(plan.At(new CustomerFacts("acme", Day(30)), [review])).UpdateDue);
    }

    [Fact]
    public void Other_periods_are_an_option()
    {
        var options = new PlanLifecycleOptions { HorizonMonths = 6, UpdateMonths = 2, RefreshMonths = 6 };

        Assert.Equal((new DateOnly(2026, 3, 5), new DateOnly(2026, 7, 5)), (PlanLifecycle.Of(Year.On(0), options).UpdateDue, PlanLifecycle.Of(Year.On(0), options).RefreshDue));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlanLifecycleOptions { UpdateMonths = 0 });
    }

    private static PlanReviewed Reviewed(int day, PlanReviewKind kind) => new($"{kind} {day}", "plan", "acme", Day(day), kind, "ann");
}
