using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Evaluating;

[Requirement("HLT-8")]
public sealed class ExceptionEvaluatorTests
{
    [Fact]
    public void A_cap_lowers_a_floor_lifts_and_a_set_sets_each_with_its_reason()
    {
        var score = Score(80, c => c.CapAt(40, m => m["a"].AtLeast(50), "three severe issues are open"));

        Assert.Equal((40, "Red"), (score.Value, score.Band!.Name));
        var line = score.Line("cap 1", ScoreLineKind.Cap);
        Assert.Equal((-40, "three severe issues are open"), (line.Points, line.Because));
        Assert.Equal((60, 60), (Score(20, c => c.FloorAt(60, m => m["a"].IsKnown, "so")).Value, Score(80, c => c.SetTo(60, m => m["a"].IsKnown, "so")).Value));
    }

    [Fact]
    public void One_that_held_without_effect_is_listed_and_one_that_did_not_hold_is_not()
    {
        var score = Score(30, c => c.CapAt(40, m => m["a"].IsKnown, "so").FloorAt(90, m => m["a"].AtLeast(50), "so"));

        var exception = Assert.Single(score.Exceptions);
        Assert.Equal(("cap 1", ScoreLineKind.Cap, ExceptionOutcome.WithoutEffect, 0, false), (exception.Id, exception.Kind, exception.Outcome, exception.Points, exception.HeldAsItStands));
        Assert.Equal(30, score.Value);
    }

    [Fact]
    public void They_are_applied_one_after_another_so_that_the_larger_priority_has_the_last_word()
    {
        Assert.Equal(70, Score(50, c => c.FloorAt(70, m => m["a"].IsKnown, "so", priority: 2).CapAt(40, m => m["a"].IsKnown, "so", priority: 1)).Value);
        Assert.Equal(40, Score(50, c => c.FloorAt(70, m => m["a"].IsKnown, "so", priority: 1).CapAt(40, m => m["a"].IsKnown, "so", priority: 2)).Value);
    }

    [Fact]
    public void Of_the_same_priority_sets_come_first_then_floors_then_caps_then_ids()
    {
        var score = Score(50, c => c
            .CapAt(30, m => m["a"].IsKnown, "so", id: "b")
            .CapAt(20, m => m["a"].IsKnown, "so", id: "a")
            .FloorAt(80, m => m["a"].IsKnown, "so", id: "c")
            .SetTo(10, m => m["a"].IsKnown, "so", id: "d")
            .SetTo(60, m => m["a"].IsKnown, "so", id: "e", priority: -1));

        Assert.Equal(["e", "d", "c", "a", "b"], score.Exceptions.Select(e => e.Id));
        Assert.Equal([10, -50, 70, -60, 0], score.Exceptions.Select(e => e.Points));
        Assert.Equal(20, score.Value);
    }

    [Theory]
    [InlineData(EdgeConvention.LowerIncluded, "Yellow", 90, 75 - 1e-6)]
    [InlineData(EdgeConvention.LowerIncluded, "Yellow", 20, 50)]
    [InlineData(EdgeConvention.LowerIncluded, "Yellow", 60, 60)]
    [InlineData(EdgeConvention.LowerIncluded, "Red", 90, 50 - 1e-6)]
    [InlineData(EdgeConvention.LowerIncluded, "green", 20, 75)]
    [InlineData(EdgeConvention.LowerExcluded, "Yellow", 90, 75)]
    [InlineData(EdgeConvention.LowerExcluded, "Yellow", 20, 50 + 1e-6)]
    [InlineData(EdgeConvention.LowerExcluded, "Green", 75, 75 + 1e-6)]
    public void One_that_sets_a_band_moves_the_value_just_inside_it(EdgeConvention convention, string band, double value, double expected)
    {
        var score = Score(value, c => c.Edges(convention).SetBand(band, m => m["a"].IsKnown, "so"));

        Assert.Equal(expected, score.Value!.Value, 1e-12);
        Assert.Equal(band, score.Level!.Name, ignoreCase: true);
        Assert.Equal(expected - value, score.Lines.Single(l => l.Kind == ScoreLineKind.Set).Points, 1e-12);
    }

    [Fact]
    public void A_band_that_is_set_is_not_held_back_by_hysteresis()
    {
        var card = One.Measures(1).SetBand("Yellow", m => m["a"].AtLeast(90), "so").Build();
        var set = card.Score([95], new ScoreRequest { AsOf = One.AsOf, PreviousBand = "Green" });
        var fallen = card.Score([74.5], new ScoreRequest { AsOf = One.AsOf, PreviousBand = "Green" });

        Assert.Equal(("Yellow", "Yellow"), (set.Level!.Name, set.Band!.Name));
        Assert.Equal(("Yellow", "Green"), (fallen.Level!.Name, fallen.Band!.Name));
    }

    [Theory]
    [InlineData(WhenUnknown.Ignore, 80d, ExceptionOutcome.UnknownIgnored)]
    [InlineData(WhenUnknown.Apply, 40d, ExceptionOutcome.UnknownApplied)]
    [InlineData(WhenUnknown.Abstain, null, ExceptionOutcome.UnknownAbstained)]
    public void What_follows_where_the_condition_is_not_known_is_stated(WhenUnknown whenUnknown, double? expected, ExceptionOutcome outcome)
    {
        var card = One.Measures(2).CapAt(40, m => m["b"].AtLeast(3), "three severe issues are open", whenUnknown: whenUnknown).Build();
        var score = card.Score([80, double.NaN], One.AsOf);

        Assert.Equal((expected, outcome), (score.Value, Assert.Single(score.Exceptions).Outcome));
        Assert.Equal((40, 90), (score.Lower, score.Upper));
        Assert.Equal(expected is null ? "not known whether \"three severe issues are open\" holds" : null, score.Reason);
    }

    [Fact]
    public void Ignoring_what_is_not_known_is_the_default_and_is_said()
    {
        var score = One.Measures(2).CapAt(40, m => m["b"].AtLeast(3), "three severe issues are open").Build().Score([80, double.NaN], One.AsOf);

        Assert.Equal(80, score.Value);
        Assert.EndsWith("\n  not known whether \"three severe issues are open\" holds: ignored", score.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_that_no_completion_can_meet_does_not_widen_the_bounds()
    {
        var card = Scorecard.ForColumns()
            .Measure("a", m => m.MoreIsBetter().Linear(0, 100))
            .Measure("b", m => m.Valid(0, 10).MoreIsBetter().Linear(0, 10))
            .CapAt(5, m => m["b"].MoreThan(10), "never")
            .CapAt(70, m => m["b"].AtLeast(0), "always")
            .Build();
        var score = card.Score([80, double.NaN], One.AsOf);

        Assert.Equal((80, 40, 80), (score.Value, score.Lower, score.Upper));
    }

    [Fact]
    public void A_bool_is_taken_at_its_word_and_held_as_it_stands()
    {
        var card = Scorecard.For<(double A, double? B, bool Escalated)>()
            .Measure("a", r => r.A, m => m.MoreIsBetter().Linear(0, 100))
            .Measure("b", r => r.B, m => m.MoreIsBetter().Linear(0, 100))
            .CapAt(60, when: r => r.Escalated, because: "escalated")
            .Build();
        var score = card.Score((80, null, true), One.AsOf);

        Assert.Equal((60, 40, 60), (score.Value, score.Lower, score.Upper));
        var exception = Assert.Single(score.Exceptions);
        Assert.Equal((ExceptionOutcome.Applied, true, -20), (exception.Outcome, exception.HeldAsItStands, exception.Points));
        Assert.Empty(card.Score((80, null, false), One.AsOf).Exceptions);
    }

    [Theory]
    [InlineData(true, 60d, 60, 60)]
    [InlineData(false, 80d, 80, 80)]
    [InlineData(null, 80d, 60, 80)]
    public void A_bool_or_null_can_be_undetermined(bool? escalated, double? expected, double lower, double upper)
    {
        var card = Scorecard.For<(double A, bool? Escalated)>()
            .Measure("a", r => r.A, m => m.MoreIsBetter().Linear(0, 100))
            .CapAt(60, when: r => r.Escalated, because: "escalated")
            .Build();
        var score = card.Score((80, escalated), One.AsOf);

        Assert.Equal((expected, lower, upper), (score.Value, score.Lower, score.Upper));
        Assert.Equal(1, score.Coverage);
    }

    [Fact]
    public void Every_word_of_an_exception_takes_a_lambda_over_the_row()
    {
        var card = Scorecard.For<double>("all")
            .Measure("a", r => r, m => m.MoreIsBetter().Linear(0, 100))
            .SetTo(10, r => r == 1, "one").SetTo(20, r => r == 2 ? true : (bool?)null, "two", id: "set 2b")
            .FloorAt(30, r => r == 3, "three").FloorAt(40, r => r == 4 ? true : (bool?)null, "four", id: "floor 2b")
            .CapAt(7, r => r == 95, "five").CapAt(8, r => r == 96 ? true : (bool?)null, "six", id: "cap 2b")
            .SetBand("Green", r => r == 7, "seven", id: "band").SetBand("Yellow", r => r == 8 ? true : (bool?)null, "eight", id: "band b")
            .Build();

        Assert.Equal([10, 20, 30, 40, 7, 8, 75, 50], new double[] { 1, 2, 3, 4, 95, 96, 7, 8 }.Select(r => card.Score(r, One.AsOf).Value!.Value));
    }

    private static HealthScore Score(double a, Func<ColumnScorecardBuilder, ColumnScorecardBuilder> except) => except(One.Measures(1)).Build().Score([a], One.AsOf);
}
