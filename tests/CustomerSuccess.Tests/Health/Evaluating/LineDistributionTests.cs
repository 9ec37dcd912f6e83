using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Evaluating;

/// <summary>The lines of every aggregation, by the rules that define them.</summary>
[Requirement("HLT-15")]
public sealed class LineDistributionTests
{
    [Fact]
    public void Of_a_weighted_mean_each_line_is_its_weight_times_its_value()
    {
        var lines = Lines(One.Measures(3, (m, n) => m.Weight(n == "b" ? 2 : 1)).Build(), 20, 40, 60);

        Assert.Equal([5, 20, 15], lines);
    }

    [Theory]
    [InlineData(new double[] { 30, 20, 20 }, new double[] { 0, 20, 0 })]
    [InlineData(new double[] { 20, 20, 20 }, new double[] { 20, 0, 0 })]
    [InlineData(new double[] { double.NaN, 50, 20 }, new double[] { 0, 0, 20 })]
    public void Of_a_minimum_the_deciding_child_holds_all_and_of_equal_ones_the_first_by_name(double[] row, double[] expected) =>
        Assert.Equal(expected, Lines(One.Measures(3).Minimum().Build(), row));

    [Fact]
    public void Of_a_maximum_the_deciding_child_holds_all() =>
        Assert.Equal([0, 70, 0], Lines(One.Measures(3).Maximum().Build(), 30, 70, 70));

    [Fact]
    public void Of_a_geometric_mean_each_line_is_its_part_of_the_loss_from_100()
    {
        var card = One.Measures(3, (m, n) => m.Weight(n == "b" ? 2 : 1)).GeometricMean().Build();
        double[] row = [20, 40, 100];
        var mean = Math.Pow(20 * 40 * 40 * 100d, 0.25);
        var losses = Math.Log(100d / 20) + (2 * Math.Log(100d / 40));
        var lines = Lines(card, row);

        Assert.Equal(["a", "b", "c", "start"], card.Lines);
        Assert.Equal(-(100 - mean) * Math.Log(100d / 20) / losses, lines[0], 1e-10);
        Assert.Equal(-(100 - mean) * 2 * Math.Log(100d / 40) / losses, lines[1], 1e-10);
        Assert.Equal((0, 100), (lines[2], lines[3]));
        Assert.Equal(mean, lines.Sum(), 1e-10);
    }

    [Fact]
    public void Of_a_geometric_mean_with_zeros_they_share_the_loss_by_weight() =>
        Assert.Equal([-25, -75, 0, 100], Lines(One.Measures(3, (m, n) => m.Weight(n == "b" ? 3 : 1)).GeometricMean().Build(), 0, 0, 50));

    [Fact]
    public void Of_a_geometric_mean_without_a_loss_the_start_holds_all() =>
        Assert.Equal([0, 0, 100], Lines(One.Measures(2).GeometricMean().Build(), 100, 100));

    [Theory]
    [InlineData(new double[] { 30, 40 }, new double[] { 30, 40, 20, 0 })]
    [InlineData(new double[] { 50, 50 }, new double[] { 50, 50, 20, -20 })]
    [InlineData(new double[] { -50, double.NaN }, new double[] { -50, 0, 20, 30 })]
    public void Of_additive_points_each_line_is_its_points_beside_the_start_and_the_limit(double[] row, double[] expected)
    {
        var card = Scorecard.ForColumns().AdditivePoints(start: 20)
            .Measure("a", m => m.MoreIsBetter().Piecewise((-50, -50), (50, 50)))
            .Measure("b", m => m.MoreIsBetter().Piecewise((-50, -50), (50, 50)))
            .Build();

        Assert.Equal(["a", "b", "start", "limit"], card.Lines);
        Assert.Equal(expected, Lines(card, row));
    }

    [Fact]
    public void Points_on_other_limits_are_scaled_to_the_score()
    {
        var card = Scorecard.ForColumns().AdditivePoints(start: 0, minimum: -100, maximum: 100).Measure("a", m => m.MoreIsBetter().Piecewise((-50, -50), (50, 50))).Build();

        Assert.Equal([10, 50, 0], Lines(card, 20));
    }

    [Fact]
    public void Points_at_the_outermost_of_what_is_allowed_still_add_up_and_are_printed()
    {
        var builder = Scorecard.ForColumns().AdditivePoints(start: 99.9, minimum: 0, maximum: 0.1);
        for (var i = 0; i < 12; i++)
        {
            var points = (i % 2 == 0 ? -100 : 100) * (1 - (i / 77d));
            builder.Measure($"m{i:00}", m => m.NeitherIsBetter().Steps(0, (1, points)));
        }

        var card = builder.Build();
        double[] row = [.. Enumerable.Repeat(2d, 12)];

        Lines(card, row);
        Assert.Equal(14, card.Score(row, One.AsOf).Explain().Split('\n').Skip(1).Count());
    }

    [Fact]
    public void Of_any_red_the_lines_are_the_mean_s_and_what_the_red_one_took()
    {
        var card = One.Measures(2).AnyRed().Build();

        Assert.Equal(["a", "b", "any red"], card.Lines);
        Assert.Equal([45, 50, 0], Lines(card, 90, 100));
        var capped = Lines(card, 40, 100);
        Assert.Equal((20, 50), (capped[0], capped[1]));
        Assert.Equal(-20 - 1e-6, capped[2], 1e-12);
    }

    [Fact]
    public void A_nested_group_distributes_its_parent_s_line_in_proportion()
    {
        var card = Scorecard.ForColumns()
            .Measure("a", m => m.MoreIsBetter().Linear(0, 100).Weight(1))
            .Group("g", g => g
                .Measure("b", m => m.MoreIsBetter().Linear(0, 100).Weight(1))
                .Measure("c", m => m.MoreIsBetter().Linear(0, 100).Weight(3))
                .Weight(4))
            .Build();

        // 4/5 of the whole is the group's, a quarter and three quarters of it its children's.
        Assert.Equal([4, 8, 36], Lines(card, 20, 40, 60), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void A_group_in_a_geometric_mean_distributes_its_loss_in_proportion_to_its_lines()
    {
        var card = Scorecard.ForColumns().GeometricMean()
            .Measure("a", m => m.MoreIsBetter().Linear(0, 100))
            .Group("g", g => g.Measure("b", m => m.MoreIsBetter().Linear(0, 100)).Measure("c", m => m.MoreIsBetter().Linear(0, 100)))
            .Build();
        var lines = Lines(card, 100, 20, 60);

        // g is 40: its loss is the whole, a quarter of it b's (10 of 40) and three quarters c's.
        var lost = 100 - (100 * Math.Sqrt(0.4));
        Assert.Equal([0, -lost / 4, -lost * 3 / 4, 100], lines, (x, y) => Math.Abs(x - y) < 1e-10);
    }

    [Fact]
    public void Under_a_minimum_the_deciding_group_s_lines_are_the_whole()
    {
        var card = Scorecard.ForColumns().Minimum()
            .Measure("a", m => m.MoreIsBetter().Linear(0, 100))
            .Group("g", g => g.Measure("b", m => m.MoreIsBetter().Linear(0, 100)).Measure("c", m => m.MoreIsBetter().Linear(0, 100)))
            .Build();

        Assert.Equal([0, 10, 30], Lines(card, 90, 20, 60));
        Assert.Equal([30, 0, 0], Lines(card, 30, 20, 60));
    }

    [Fact]
    public void Decay_has_a_signed_line_of_its_own()
    {
        var card = Scorecard.ForColumns()
            .Measure("a", m => m.MoreIsBetter().Linear(0, 100).HalfLife(TimeSpan.FromDays(30)))
            .Measure("b", m => m.MoreIsBetter().Linear(0, 100))
            .Build();

        Assert.Equal(["a", "b", "a decay"], card.Lines);
        Assert.Equal([45, 35, -15], Lines(card, 90, 70, 60));
    }

    [Fact]
    public void Every_exception_has_a_signed_line_of_its_own_in_the_order_of_application()
    {
        var card = One.Measures(1)
            .CapAt(60, m => m["a"].IsKnown, "cap", id: "the cap", priority: 1)
            .SetTo(90, m => m["a"].IsKnown, "set", id: "the set")
            .FloorAt(70, m => m["a"].IsKnown, "floor", id: "the floor", priority: 2)
            .Build();

        Assert.Equal(["a", "the set", "the cap", "the floor"], card.Lines);
        Assert.Equal([20, 70, -30, 10], Lines(card, 20));
    }

    private static double[] Lines(Scorecard card, params double[] row)
    {
        var lines = new double[card.Lines.Count];
        var value = card.Evaluate(row, lines).Value;
        Assert.Equal(value, lines.Sum(), 1e-9);
        return lines;
    }
}
