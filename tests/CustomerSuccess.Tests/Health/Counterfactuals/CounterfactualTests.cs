using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Counterfactuals;

[Requirement("HLT-15")]
public sealed class CounterfactualTests
{
    private static readonly Scorecard Card = Scorecard.ForColumns()
        .Measure("seats", m => m.Unit("%").Valid(0, 100).MoreIsBetter().Linear(20, 90).Weight(50).Actionable())
        .Measure("severe issues", m => m.Valid(0, 10).LessIsBetter().Piecewise((0, 100), (1, 40), (3, 0)).Weight(30).Actionable(effort: 2).WholeNumbers())
        .Measure("tenure", m => m.MoreIsBetter().Linear(0, 36).Weight(20))
        .CapAt(40, m => m["severe issues"].AtLeast(3), "three severe issues are open")
        .Build();

    [Fact]
    public void The_cheapest_single_measure_is_moved_to_just_where_the_band_is_reached()
    {
        var score = Card.Score([48, 0, 6], One.AsOf);
        var way = score.WayTo("Green");

        // 50 of 100 come from seats: 30 + 20·6/36 leave 75 − 33.33 to them.
        Assert.Equal(("Yellow", 160d / 3), (score.Band!.Name, Math.Round(score.Value!.Value, 9)), (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-8);
        var move = Assert.Single(way.BestSingle!.Moves);
        Assert.Equal("seats", move.Measure);
        Assert.Equal(20 + (70 * (75 - 30 - (20 * 6d / 36)) / 50), move.To, 1e-6);
        Assert.Equal((move.To - 48) / 100, move.Cost, 1e-9);
        Assert.Equal(75, way.BestSingle.Value, 1e-8);
        Assert.Equal("seats: 48 % → 78.34 % → 75.0", way.BestSingle.ToString());
        Assert.True(way.CanReach && !way.AlreadyThere);
    }

    [Fact]
    public void Whole_numbers_stay_whole_and_a_condition_over_measures_moves_with_them()
    {
        var way = Card.Score([90, 5, 36], One.AsOf).WayTo("Yellow");
        var move = Assert.Single(way.BestSingle!.Moves);

        // With two issues the cap is gone and the value is 50 + 30 · 20 % + 20.
        Assert.Equal(("severe issues", 5, 2, 0.6), (move.Measure, move.From, move.To, Math.Round(move.Cost, 12)));
        Assert.Equal(76, way.BestSingle.Value, 1e-9);
    }

    [Fact]
    public void Where_no_single_measure_reaches_it_several_together_may()
    {
        var way = Card.Score([30, 5, 36], One.AsOf).WayTo("Green");

        Assert.Null(way.BestSingle);
        Assert.Equal(["seats", "severe issues"], way.Cheapest!.Moves.Select(m => m.Measure));
        Assert.True(way.Cheapest.Value >= 75 - 1e-9);
    }

    [Fact]
    public void A_measure_that_is_not_actionable_never_moves_and_cannot_reach_is_an_answer()
    {
        var card = One.Measures(2, (m, n) => n == "a" ? m.Actionable() : m).Build();
        var way = card.Score([50, 20], One.AsOf).WayTo("Green");

        Assert.False(way.CanReach);
        Assert.Equal((null, null), (way.BestSingle, way.Cheapest));
        Assert.Equal("cannot reach Green: all actionable measures together do not reach it", way.ToString());
        Assert.Equal("no measure that is known is marked actionable", One.Measures(1).Build().Score([20], One.AsOf).WayTo("Green").Reason);
    }

    [Fact]
    public void A_score_in_the_band_or_a_better_one_is_already_there()
    {
        var way = Card.Score([90, 0, 36], One.AsOf).WayTo("yellow");

        Assert.True(way.AlreadyThere && way.CanReach);
        Assert.Equal("already Yellow", way.ToString());
    }

    [Fact]
    public void A_band_that_does_not_exist_is_refused_with_those_that_do() =>
        Assert.Equal(
            "No band named 'gold'. The bands of 'default' are 'Red', 'Yellow', 'Green'. (Parameter 'band')",
            Assert.Throws<ArgumentException>(() => Card.Score([50, 0, 36], One.AsOf).WayTo("gold")).Message);

    [Fact]
    public void A_moved_observation_is_fresh()
    {
        var card = Scorecard.ForColumns()
            .Measure("x", m => m.Valid(0, 100).MoreIsBetter().Linear(0, 100).HalfLife(TimeSpan.FromDays(30)).Actionable())
            .Build();
        var way = card.Score([80, 60], One.AsOf).WayTo("Green");

        // 80 as of 60 days ago counts 57.5; observed afresh it counts 80.
        Assert.Equal((80, 80, 0), (way.BestSingle!.Moves[0].From, way.BestSingle.Moves[0].To, way.BestSingle.Cost));
        Assert.Equal("x: 80, observed afresh", way.BestSingle.Moves[0].ToString());
    }

    [Fact]
    public void A_fresh_observation_of_the_same_value_can_be_part_of_a_set()
    {
        var card = Scorecard.ForColumns().Minimum()
            .Measure("a", m => m.Valid(0, 100).MoreIsBetter().Linear(0, 100).HalfLife(TimeSpan.FromDays(30)).Actionable())
            .Measure("b", m => m.Valid(0, 100).MoreIsBetter().Linear(0, 100).Actionable())
            .Build();
        var way = card.Score([100, 20, 60], One.AsOf).WayTo("Green");

        // 100 as of 60 days ago counts 62.5.
        Assert.Null(way.BestSingle);
        Assert.Equal([("a", 100), ("b", 75)], way.Cheapest!.Moves.Select(m => (m.Measure, Math.Round(m.To, 6))));
        Assert.Equal(0.55, way.Cheapest.Cost, 1e-6);
    }

    [Fact]
    public void A_lambda_over_the_row_is_held_as_it_stands_and_that_is_said()
    {
        var card = Scorecard.For<double>()
            .Measure("x", r => r, m => m.Valid(0, 100).MoreIsBetter().Linear(0, 100).Actionable())
            .CapAt(40, r => r < 50, "few")
            .Build();
        var way = card.Score(20, One.AsOf).WayTo("Green");

        Assert.False(way.CanReach);
        Assert.Equal(["cap 1"], way.HeldAsTheyStand);
    }

    [Fact]
    public void Of_categories_the_nearest_that_reaches_is_proposed_at_the_whole_effort()
    {
        var card = Scorecard.For<string>()
            .Category("plan", r => r, m => m.Points(("free", 0), ("enterprise", 100), ("pro", 80)).Actionable(effort: 3))
            .Build();
        var plan = card.Score("free", One.AsOf).WayTo("Green").BestSingle!;

        Assert.Equal("plan: free → pro", plan.Moves[0].ToString());
        Assert.Equal((3, 80), (plan.Cost, plan.Value));
    }

    [Fact]
    public void Where_two_measures_must_move_before_anything_gains_both_move()
    {
        var way = One.Measures(2, (m, _) => m.Actionable()).Minimum().Build().Score([20, 30], One.AsOf).WayTo("Yellow");

        Assert.Null(way.BestSingle);
        Assert.Equal([50, 50], way.Cheapest!.Moves.Select(m => Math.Round(m.To, 6)));
        Assert.Equal(0.5, way.Cheapest.Cost, 1e-6);
    }

    [Fact]
    public void Where_the_score_is_flat_a_measure_moves_only_as_far_as_it_must()
    {
        var plan = One.Measures(2, (m, n) => n == "a" ? m.Actionable() : m).Minimum().Build().Score([20, 50], One.AsOf).WayTo("Yellow").BestSingle!;

        Assert.Equal(50, plan.Moves[0].To, 1e-6);
    }

    [Fact]
    public void Without_a_valid_range_a_measure_may_move_beyond_its_first_and_last_edge()
    {
        var card = One.Measure(m => m.LessIsBetter().Steps(100, (3, 60), (5, 0)).Actionable());

        Assert.InRange(card.Score([6], One.AsOf).WayTo("Green").BestSingle!.Moves[0].To, 2.999999, 2.999999999);
    }

    [Fact]
    public void A_plan_is_printed_on_the_scale_of_the_scorecard()
    {
        var way = One.Measures(1, (m, _) => m.Actionable()).ShownAs(0, 10, 2).Build().Score([20], One.AsOf).WayTo("Green");

        Assert.EndsWith(" → 7.50", way.Cheapest!.ToString(), StringComparison.Ordinal);
    }
}
