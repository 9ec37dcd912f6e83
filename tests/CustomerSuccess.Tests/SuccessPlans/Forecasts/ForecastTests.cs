using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Forecasts;

[Requirement("PLN-6")]
public sealed class ForecastTests
{
    private static readonly SuccessPlan Chain = Plan(
        Reach("live", 60, "d", "e"),
        OfVendor("a", 10),
        OfCustomer("b", 20, "a"),
        OfVendor("c", 30, "b"),
        OfCustomer("d", 50, "c"),
        OfCustomer("e", 5));

    [Fact]
    public void Before_three_items_are_done_the_plan_is_all_there_is_and_the_range_has_no_end()
    {
        var forecast = Chain.On(14, Done("a", 14)).Forecast("live");

        Assert.Equal((64, 64, null), (forecast.Day, forecast.EarliestDay, forecast.LatestDay));
        Assert.Equal(ForecastBasis.PlannedDurations, forecast.Basis);
        Assert.Equal(new DateOnly(2026, 1, 5).AddDays(64), forecast.On);
    }

    [Fact]
    public void Own_pace_is_the_quartiles_of_actual_against_planned()
    {
        // a took 20 of 10 days, b 10 of 10, c 30 of 10: ratios 1, 2, 3. Open: d (20 days) and live (10), from day 60 on.
        var forecast = Chain.On(61, Done("a", 20), Done("b", 30), Done("c", 60)).Forecast("live");

        Assert.Equal(ForecastBasis.OwnPace, forecast.Basis);
        Assert.Equal(3, forecast.Observations);
        Assert.Equal((60 + (2 * 30), 60 + (int)(1.5 * 30), 60 + (int)(2.5 * 30)), (forecast.Day, forecast.EarliestDay, forecast.LatestDay));
        Assert.Equal("live: day 120, between 105 and 135 (by the pace of 3 finished items)", forecast.ToString());
    }

    [Fact]
    public void Of_a_cohort_it_is_what_the_same_items_took_others()
    {
        var others = Enumerable.Range(1, 5).Select(n => Chain.On(300, Done("a", 10), Done("b", 20), Done("c", 30), Done("d", 30 + (10 * n)), Done("live", 30 + (10 * n) + 4)));
        var cohort = PaceCohort.Of(others, "onboarding", Day(300));
        var forecast = Chain.On(31, Done("a", 10), Done("b", 20), Done("c", 30)).Forecast("live", cohort);

        // d takes 14, 30 or 46 days by the 10, 50 and 90 % quantiles of 10 to 50, live 4 after it.
        Assert.Equal(ForecastBasis.Cohort, forecast.Basis);
        Assert.Equal((64, 48, 80), (forecast.Day, forecast.EarliestDay, forecast.LatestDay));
        Assert.Equal(5, cohort.Plans);
        Assert.Equal(64, cohort.Hash.Length);
    }

    [Fact]
    public void What_is_reached_is_no_forecast() =>
        Assert.Equal("live: reached on day 40", Chain.On(50, Done("live", 40)).Forecast("live").ToString());

    [Fact]
    public void A_name_that_is_none_gives_a_clear_error() =>
        Assert.Contains("'life'", Assert.Throws<ArgumentException>(() => Chain.On(1).Forecast("life")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(20, .2, 100, 100, 100)] // as fast as ever
    [InlineData(40, .2, 200, 200, null)] // nothing since day 20
    public void A_measure_goes_on_at_its_pace_since_the_start_and_of_late(int day, double progress, int expected, int earliest, int? latest)
    {
        var plan = Plan(new PlanContent
        {
            Objectives = [new() { Id = "o", Baseline = 0, Target = 1, DueDay = 40, Measure = ObjectiveMeasure.Of("o", f => Reading.Known(Math.Min(progress, (f.AsOf - Start).Days * .01)), "1") }],
            Milestones = [new() { Id = "m", DueDay = 40, Objective = "o" }],
        });
        var forecast = plan.On(day).Forecast("m");

        Assert.Equal(ForecastBasis.Measure, forecast.Basis);
        Assert.Equal((expected, earliest, latest), (forecast.Day, forecast.EarliestDay, forecast.LatestDay));
    }

    [Fact]
    public void The_curve_sets_expected_against_actual_value()
    {
        var plan = Plan(new PlanContent { Milestones = [new() { Id = "first", DueDay = 10, Weight = 1 }, new() { Id = "second", DueDay = 30, Weight = 3 }] });
        var curve = plan.On(20, Done("first", 12)).Curve(10);

        Assert.Equal(
            ["day 0: 0 of 0", "day 10: 0 of 25", "day 20: 25 of 25", "day 30: ? of 100"],
            curve.Select(p => p.ToString()));
    }

    [Fact]
    public void The_critical_path_leads_to_the_milestone_that_is_reached_last() =>
        Assert.Equal(["a", "b", "c", "d", "live"], Chain.On(5, Done("e", 2)).CriticalPath);
}
