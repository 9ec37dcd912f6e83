using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Compiling;

[Requirement("HLT-3")]
public sealed class CompiledCurveTests
{
    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0.2, 0)]
    [InlineData(0.62, 60)]
    [InlineData(0.9, 100)]
    [InlineData(1e300, 100)]
    public void A_clamped_line_runs_from_0_at_the_worst_to_100_at_the_best(double raw, double expected) =>
        Assert.Equal(expected, One.Value(One.Measure(m => m.MoreIsBetter().Linear(0.2, 0.9)), raw)!.Value, 1e-12);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(30, 50)]
    [InlineData(60, 0)]
    [InlineData(61, 0)]
    public void Where_less_is_better_the_best_is_the_smaller(double raw, double expected) =>
        Assert.Equal(expected, One.Value(One.Measure(m => m.LessIsBetter().Linear(worst: 60, best: 0)), raw));

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(0, 100)]
    [InlineData(0.5, 70)]
    [InlineData(1, 40)]
    [InlineData(2, 20)]
    [InlineData(3, 0)]
    [InlineData(99, 0)]
    public void Lines_between_breakpoints_are_straight_and_flat_beyond_them(double raw, double expected) =>
        Assert.Equal(expected, One.Value(One.Measure(m => m.LessIsBetter().Piecewise((1, 40), (0, 100), (3, 0))), raw));

    [Fact]
    public void A_breakpoint_has_its_own_value_to_the_bit()
    {
        (double Raw, double Points)[] points = [(0.1, 0.3), (0.2, 33.3), (0.7, 66.7), (1.1, 99.9)];
        var card = One.Measure(m => m.MoreIsBetter().Piecewise(points));

        Assert.All(points, p => Assert.Equal(p.Points, One.Value(card, p.Raw)));
    }

    [Fact]
    public void Between_two_breakpoints_the_value_stays_between_theirs()
    {
        var card = One.Measure(m => m.MoreIsBetter().Piecewise((0, 10.1), (1, 33.3), (3, 33.4)));
        for (var (x, last) = (0d, 0d); x <= 3; x += 0.0009765625)
        {
            var value = One.Value(card, x)!.Value;
            Claim.Holds(value >= last && value <= 33.4, $"{x}: {value:R} after {last:R}");
            last = value;
        }
    }

    [Theory]
    [InlineData(9.9, 0)]
    [InlineData(10, 50)]
    [InlineData(9.9999999995, 50)]
    [InlineData(9.999999, 0)]
    [InlineData(20, 100)]
    public void A_step_starts_at_its_edge_within_the_tolerance(double raw, double expected) =>
        Assert.Equal(expected, One.Value(One.Measure(m => m.MoreIsBetter().Steps(0, (20, 100), (10, 50))), raw));

    [Theory]
    [InlineData(4.9, 0)]
    [InlineData(5, 0)]
    [InlineData(5.0000000005, 0)]
    [InlineData(5.000001, 50)]
    [InlineData(19.9, 50)]
    [InlineData(19.9999999995, 100)]
    [InlineData(20, 100)]
    public void Each_range_says_which_of_its_ends_it_holds(double raw, double expected) =>
        Assert.Equal(expected, One.Value(One.Measure(m => m.MoreIsBetter().Ranges((Interval.Parse("(-inf, 5]"), 0), (Interval.Parse("[20, inf)"), 100), (Interval.Parse("(5, 20)"), 50))), raw));

    [Fact]
    public void A_range_can_be_a_single_number()
    {
        var card = One.Measure(m => m.NeitherIsBetter().Ranges((Interval.LessThan(5), 10), (Interval.Closed(5, 5), 99), (Interval.MoreThan(5), 20)));

        Assert.Equal((10, 99, 20), (One.Value(card, 4.99), One.Value(card, 5), One.Value(card, 5.01)));
    }

    [Theory]
    [InlineData(5, 50)]
    [InlineData(-1e300, 0)]
    [InlineData(1e300, 100)]
    [InlineData(6, 88.07970779778823)]
    public void A_logistic_curve_has_50_at_its_midpoint_and_its_ends_at_infinity(double raw, double expected) =>
        Assert.Equal(expected, One.Value(One.Measure(m => m.MoreIsBetter().Logistic(midpoint: 5, steepness: 2)), raw)!.Value, 1e-12);

    [Fact]
    public void A_logistic_curve_falls_where_its_steepness_is_negative() =>
        Assert.Equal(100 - 88.07970779778823, One.Value(One.Measure(m => m.LessIsBetter().Logistic(5, -2)), 6)!.Value, 1e-12);

    [Fact]
    public void A_target_between_two_ends_is_neither_more_nor_less()
    {
        var card = One.Measure(m => m.NeitherIsBetter().Piecewise((0, 0), (50, 100), (100, 0)));

        Assert.Equal((50, 100, 50), (One.Value(card, 25), One.Value(card, 50), One.Value(card, 75)));
    }

    [Fact]
    public void Categories_and_flags_have_the_points_that_are_listed()
    {
        var card = Scorecard.For<(string? Plan, bool? Sso)>()
            .Category("plan", r => r.Plan, m => m.Points(("free", 10), ("pro", 60), ("enterprise", 100)))
            .Flag("sso", r => r.Sso, m => m.Points(yes: 90, no: 30))
            .Build();

        Assert.Equal(75, card.Score(("pro", true), One.AsOf).Value);
        Assert.Equal(65, card.Score(("enterprise", false), One.AsOf).Value);
        Assert.Equal(10, card.Score(("free", null), One.AsOf).Value);
        Assert.Equal(90, card.Score(("Pro", true), One.AsOf).Value);
    }

    [Fact]
    public void In_an_additive_group_curves_give_points_of_any_range()
    {
        var card = Scorecard.ForColumns().AdditivePoints(start: 50)
            .Measure("x", m => m.MoreIsBetter().Piecewise((-10, -40), (10, 40)))
            .Build();

        Assert.Equal((10, 50, 70, 90), (One.Value(card, -10), One.Value(card, 0), One.Value(card, 5), One.Value(card, 10)));
    }
}
