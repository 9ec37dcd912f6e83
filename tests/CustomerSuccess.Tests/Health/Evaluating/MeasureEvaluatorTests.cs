using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Evaluating;

public sealed class MeasureEvaluatorTests
{
    [Theory]
    [Requirement("HLT-2")]
    [InlineData(-20, 0)]
    [InlineData(60, 100)]
    [InlineData(-20.0000000005, 0)]
    [InlineData(60.0000000005, 100)]
    public void A_value_in_its_valid_range_counts_ends_included(double raw, double expected) =>
        Assert.Equal(expected, One.Value(One.Measure(m => m.Valid(-20, 60).MoreIsBetter().Linear(-20, 60)), raw));

    [Theory]
    [Requirement("HLT-2")]
    [InlineData(-20.001, "-20 points is not in [-20, 60]")]
    [InlineData(61.5, "61.5 points is not in [-20, 60]")]
    [InlineData(1e300, "1E+300 points is not in [-20, 60]")]
    public void A_value_outside_its_valid_range_is_unknown_and_says_in_its_unit_what_it_was(double raw, string words)
    {
        var score = One.Measure(m => m.Unit("points").Valid(-20, 60).MoreIsBetter().Linear(-20, 60)).Score([raw], One.AsOf);

        Assert.Null(score.Value);
        Assert.Equal((UnknownKind.OutOfRange, words), (score.Line("x").Cause!.Kind, score.Line("x").Cause!.Detail));
        Assert.Equal(("points", raw), (score.Line("x").Unit, score.Line("x").Raw));
    }

    [Theory]
    [Requirement("HLT-2")]
    [InlineData(-1e300, 20)]
    [InlineData(9, 20)]
    [InlineData(31, 60)]
    public void Or_it_is_clamped_where_the_measure_says_so(double raw, double expected) =>
        Assert.Equal(expected, One.Value(One.Measure(m => m.ClampedTo(10, 30).MoreIsBetter().Linear(0, 50)), raw));

    [Fact]
    [Requirement("HLT-2")]
    public void A_unit_stands_behind_the_raw_value()
    {
        var score = One.Measure(m => m.Unit("seats").MoreIsBetter().Linear(0, 50)).Score([12], One.AsOf);

        Assert.Contains("12 seats → 24", score.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("HLT-2")]
    public void A_curve_against_its_polarity_is_refused_and_one_without_is_free()
    {
        Assert.Throws<ConfigurationException>(() => One.Measure(m => m.MoreIsBetter().Piecewise((0, 0), (1, 100), (2, 99))));
        Assert.Throws<ConfigurationException>(() => One.Measure(m => m.LessIsBetter().Linear(0, 100)));
        Assert.Equal(99, One.Value(One.Measure(m => m.NeitherIsBetter().Piecewise((0, 0), (1, 100), (2, 99))), 2));
    }

    [Fact]
    public void NaN_is_not_given_and_an_infinity_is_not_a_number_and_a_defect()
    {
        var card = One.Measures(2).Build();
        var missing = card.Score([double.NaN, 40], One.AsOf);
        var broken = card.Score([double.NegativeInfinity, 40], One.AsOf);

        Assert.Equal((UnknownKind.NotGiven, 0), (missing.Line("a").Cause!.Kind, missing.Defects));
        Assert.Equal((UnknownKind.NotANumber, 1), (broken.Line("a").Cause!.Kind, broken.Defects));
        Assert.Equal((40, 40), (missing.Value, broken.Value));
        Assert.Null(broken.Line("a").Raw);
    }

    [Fact]
    [Requirement("HLT-5")]
    public void Redistribute_gives_the_weight_to_the_observed_siblings()
    {
        var score = Policy(m => m.Redistribute());

        Assert.Equal((80, 0.5, 40, 90), (score.Value, score.Coverage, score.Lower, score.Upper));
        Assert.Equal((ScoreLineState.Redistributed, 0), (score.Line("a").State, score.Line("a").Points));
    }

    [Theory]
    [Requirement("HLT-5")]
    [InlineData(50, 65)]
    [InlineData(20, 50)]
    public void Neutral_stands_in_with_50_or_as_stated(double neutral, double expected)
    {
        var score = Policy(m => neutral == 50 ? m.Neutral() : m.Neutral(neutral));

        Assert.Equal((expected, 0.5, 40, 90), (score.Value, score.Coverage, score.Lower, score.Upper));
        Assert.Equal((ScoreLineState.Neutral, neutral, neutral / 2), (score.Line("a").State, score.Line("a").Normalised, score.Line("a").Points));
    }

    [Fact]
    [Requirement("HLT-5")]
    public void Pessimistic_stands_in_with_the_lowest_value_that_the_curve_can_reach_in_its_valid_range()
    {
        var card = Scorecard.ForColumns()
            .Measure("a", m => m.Valid(10, 30).MoreIsBetter().Linear(0, 50).Pessimistic())
            .Measure("b", m => m.MoreIsBetter().Linear(0, 100))
            .Build();
        var score = card.Score([double.NaN, 80], One.AsOf);

        Assert.Equal((50, 0.5, 50, 70), (score.Value, score.Coverage, score.Lower, score.Upper));
        Assert.Equal((ScoreLineState.Pessimistic, 20d), (score.Line("a").State, score.Line("a").Normalised));
    }

    [Fact]
    [Requirement("HLT-5")]
    public void Abstain_gives_no_score_but_bounds()
    {
        var score = Policy(m => m.Abstain());

        Assert.Equal((null, HealthScoreState.Unknown, "not without a"), (score.Value, score.State, score.Reason));
        Assert.Equal((0.5, 40, 90), (score.Coverage, score.Lower, score.Upper));
        Assert.Equal(ScoreLineState.Abstained, score.Line("a").State);
    }

    [Theory]
    [Requirement("HLT-5")]
    [InlineData(20, 30, 50, ScoreLineState.CarriedForward)]
    [InlineData(20, 30.5, 80, ScoreLineState.Redistributed)]
    [InlineData(20, -1, 80, ScoreLineState.Redistributed)]
    [InlineData(20, double.NaN, 80, ScoreLineState.Redistributed)]
    [InlineData(double.NaN, 3, 80, ScoreLineState.Redistributed)]
    public void Carry_forward_stands_in_with_the_last_value_up_to_its_maximum_age(double last, double age, double expected, ScoreLineState state)
    {
        var score = Policy(m => m.CarryForward(TimeSpan.FromDays(30)), last, age);

        Assert.Equal((expected, state), (score.Value, score.Line("a").State));
        Assert.Equal((0.5, 40, 90), (score.Coverage, score.Lower, score.Upper));
        Assert.Equal(state == ScoreLineState.CarriedForward ? last : null, score.Line("a").Raw);
    }

    [Theory]
    [Requirement("HLT-5")]
    [InlineData(0.5, true)]
    [InlineData(0.51, false)]
    [InlineData(0.5000000005, true)]
    public void Below_the_least_coverage_there_is_no_score_before_any_policy(double least, bool scored)
    {
        var score = One.Measures(2, (m, name) => name == "a" ? m.Neutral() : m.Neutral(0)).MinimumCoverage(least).Build().Score([80, double.NaN], One.AsOf);

        Assert.Equal(scored ? 40d : null, score.Value);
        Assert.Equal(scored ? null : "50 % is known and 51 % is needed", score.Reason);
    }

    [Theory]
    [Requirement("HLT-6")]
    [InlineData(0, 90)]
    [InlineData(30, 70)]
    [InlineData(60, 60)]
    [InlineData(1e6, 50)]
    public void Ninety_with_a_half_life_of_30_days_is_60_at_60_days(double age, double expected)
    {
        var score = One.Measure(m => m.MoreIsBetter().Linear(0, 100).HalfLife(TimeSpan.FromDays(30))).Score([90, age], One.AsOf);

        Assert.Equal(expected, score.Value);
        Assert.Equal((90d, expected - 90), (score.Line("x").Points, score.Line("x", ScoreLineKind.Decay).Points));
        Assert.Equal(1, score.Coverage);
        Assert.Equal((expected, expected), (score.Lower, score.Upper));
    }

    [Fact]
    [Requirement("HLT-6")]
    public void It_decays_toward_what_was_stated() =>
        Assert.Equal(30, One.Value(One.Measure(m => m.MoreIsBetter().Linear(0, 100).HalfLife(TimeSpan.FromDays(30), neutral: 10)), 90, 60));

    [Theory]
    [Requirement("HLT-6")]
    [InlineData(90, 80d, null)]
    [InlineData(90.25, null, "expired: 90.3 days old")]
    [InlineData(double.NaN, null, "age not given")]
    [InlineData(-0.5, null, "age not given: it was observed after the instant")]
    public void An_observation_older_than_its_expiry_is_unknown(double age, double? expected, string? reason)
    {
        var score = One.Measure(m => m.MoreIsBetter().Linear(0, 100).ExpiresAfter(TimeSpan.FromDays(90))).Score([80, age], One.AsOf);

        Assert.Equal((expected, reason), (score.Value, score.Line("x").Cause?.Reason));
        Assert.Equal(expected is null ? (0, 100) : (80, 80), (score.Lower, score.Upper));
    }

    [Theory]
    [Requirement("HLT-6")]
    [InlineData(double.NaN, null)]
    [InlineData(double.PositiveInfinity, null)]
    [InlineData(-1e-9, "it was observed after the instant")]
    public void An_observation_without_a_usable_age_is_unknown(double age, string? detail)
    {
        var score = One.Measure(m => m.MoreIsBetter().Linear(0, 100).HalfLife(TimeSpan.FromDays(30))).Score([80, age], One.AsOf);

        Assert.Equal((null, UnknownKind.AgeNotGiven, detail), (score.Value, score.Line("x").Cause!.Kind, score.Line("x").Cause!.Detail));
        Assert.Equal((0, 100), (score.Lower, score.Upper));
    }

    [Fact]
    [Requirement("HLT-6")]
    public void Expiry_comes_before_decay_and_decay_before_the_policy()
    {
        var card = One.Measure(m => m.MoreIsBetter().Linear(0, 100).ExpiresAfter(TimeSpan.FromDays(60)).HalfLife(TimeSpan.FromDays(30)).Neutral(7));
        var both = Scorecard.ForColumns().Measure("known", m => m.MoreIsBetter().Linear(0, 100)).Measure("x", m => m.MoreIsBetter().Linear(0, 100).ExpiresAfter(TimeSpan.FromDays(60)).HalfLife(TimeSpan.FromDays(30)).Neutral(7)).Build();

        Assert.Equal(60, One.Value(card, 90, 60));
        Assert.Equal(7, both.Score([7, 90, 61], One.AsOf).Value);
        Assert.Equal(0, both.Score([7, 90, 61], One.AsOf).Line("x", ScoreLineKind.Decay).Points);
    }

    private static HealthScore Policy(Func<ColumnMeasure, ColumnMeasure> policy, params double[] rest)
    {
        var card = Scorecard.ForColumns()
            .Measure("a", m => policy(m.MoreIsBetter().Linear(0, 100)))
            .Measure("b", m => m.MoreIsBetter().Linear(0, 100))
            .Build();
        return card.Score([double.NaN, 80, .. rest], One.AsOf);
    }
}
