using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Evaluating;

[Requirement("HLT-4")]
public sealed class GroupEvaluatorTests
{
    [Fact]
    public void A_weighted_mean_weighs_what_is_known() =>
        Assert.Equal((32.5, 40), (One.Value(Weighted(c => c.WeightedMean()), 20, 40, 30), One.Value(Weighted(c => c.WeightedMean()), double.NaN, 40, double.NaN)));

    [Fact]
    public void Of_a_minimum_the_worst_decides_and_of_a_maximum_the_best()
    {
        Assert.Equal((20, 40), (One.Value(Weighted(c => c.Minimum()), 20, 40, 30), One.Value(Weighted(c => c.Maximum()), 20, 40, 30)));
        Assert.Equal((30, 40), (One.Value(Weighted(c => c.Minimum()), double.NaN, 40, 30), One.Value(Weighted(c => c.Maximum()), double.NaN, 40, 30)));
    }

    [Fact]
    public void What_weighs_nothing_decides_nothing()
    {
        var card = One.Measures(2, (m, name) => m.Weight(name == "a" ? 0 : 1));

        Assert.Equal(80, One.Value(card.Minimum().Build(), 0, 80));
        Assert.Equal(20, One.Value(card.Maximum().Build(), 100, 20));
        Assert.Equal(80, One.Value(card.GeometricMean().Build(), 0, 80)!.Value, 1e-12);
        Assert.Equal(80, One.Value(card.AnyRed().Build(), 0, 80));
    }

    [Fact]
    public void A_geometric_mean_is_the_weighted_mean_of_logarithms()
    {
        Assert.Equal(Math.Pow(20 * 40 * 40 * 30, 0.25), One.Value(Weighted(c => c.GeometricMean()), 20, 40, 30)!.Value, 1e-12);
        Assert.Equal(100, One.Value(Weighted(c => c.GeometricMean()), 100, 100, 100));
    }

    [Fact]
    public void A_zero_in_a_geometric_mean_makes_the_whole_0()
    {
        Assert.Equal(0, One.Value(Weighted(c => c.GeometricMean()), 0, 100, 100));
        Assert.Equal(100, One.Value(Weighted(c => c.GeometricMean()), double.NaN, 100, 100));
    }

    [Fact]
    public void Any_red_is_the_weighted_mean_until_a_child_is_red_and_then_just_below_the_edge_at_most()
    {
        var card = Weighted(c => c.AnyRed());

        Assert.Equal(72.5, One.Value(card, 50, 90, 60));
        Assert.Equal(50 - 1e-6, One.Value(card, 49, 90, 60));
        Assert.Equal(22.25, One.Value(card, 49, 10, 20));
    }

    [Fact]
    public void Any_red_takes_another_edge_where_one_is_stated()
    {
        var card = Weighted(c => c.AnyRed(redBelow: 30));

        Assert.Equal(57.5, One.Value(card, 30, 80, 40));
        Assert.Equal(30 - 1e-6, One.Value(card, 29, 80, 40));
    }

    [Fact]
    public void With_the_lower_bound_excluded_a_child_on_the_edge_is_red()
    {
        var card = One.Measures(2).AnyRed().Edges(EdgeConvention.LowerExcluded).Build();

        Assert.Equal(50 - 1e-6, One.Value(card, 50, 90));
        Assert.Equal(70.005, One.Value(card, 50.01, 90)!.Value, 1e-9);
    }

    [Fact]
    public void Unless_any_is_marked_every_child_decides_and_otherwise_the_marked_ones()
    {
        static Scorecard Card(Func<ColumnMeasure, string, ColumnMeasure> mark) => One.Measures(3, mark).AnyRed().Build();

        Assert.Equal(50 - 1e-6, One.Value(Card((m, _) => m), 100, 40, 100));
        Assert.Equal(80, One.Value(Card((m, n) => n == "a" ? m.Decisive() : m), 100, 40, 100));
        Assert.Equal(50 - 1e-6, One.Value(Card((m, n) => n == "b" ? m.Decisive() : m), 100, 40, 100));
        Assert.Equal(80, One.Value(Card((m, n) => n == "b" ? m.Decisive(false) : m), 100, 40, 100));
    }

    [Fact]
    public void A_red_group_decides_too()
    {
        var card = Scorecard.ForColumns().AnyRed()
            .Measure("a", m => m.MoreIsBetter().Linear(0, 100))
            .Group("risk", g => g.Minimum().Measure("y", m => m.MoreIsBetter().Linear(0, 100)).Measure("z", m => m.MoreIsBetter().Linear(0, 100)).Decisive())
            .Build();

        Assert.Equal(50 - 1e-6, One.Value(card, 100, 20, 100));
        Assert.Equal(65, One.Value(card, 30, 100, 100));
    }

    [Fact]
    public void Additive_points_start_somewhere_add_up_and_are_kept_within_limits()
    {
        var card = Additive(start: 20, minimum: 0, maximum: 100);

        Assert.Equal((20, 50, 0, 100), (One.Value(card, 0, 0), One.Value(card, 30, 0), One.Value(card, -50, 20), One.Value(card, 50, 50)));
    }

    [Fact]
    public void Limits_of_points_are_0_and_100_of_the_score()
    {
        var card = Additive(start: 0, minimum: -100, maximum: 100);

        Assert.Equal((50, 75, 25), (One.Value(card, 0, 0), One.Value(card, 30, 20), One.Value(card, -50, 0)));
    }

    [Fact]
    public void A_missing_measure_counts_0_points_and_its_largest_points_of_coverage()
    {
        var card = Scorecard.ForColumns().AdditivePoints(start: 10)
            .Measure("a", m => m.MoreIsBetter().Steps(0, (1, 30)))
            .Measure("b", m => m.MoreIsBetter().Steps(0, (1, 60)))
            .Build();
        var score = card.Score([double.NaN, 1], One.AsOf);

        Assert.Equal((70, 60d / 90), (score.Value, score.Coverage));
        Assert.Equal((70, 100), (score.Lower, score.Upper));
    }

    [Fact]
    public void Groups_nest_and_each_is_a_value_to_its_parent()
    {
        var card = Scorecard.ForColumns()
            .Group("product", p => p
                .Measure("a", m => m.MoreIsBetter().Linear(0, 100))
                .Group("depth", d => d.Minimum().Measure("b", m => m.MoreIsBetter().Linear(0, 100)).Measure("c", m => m.MoreIsBetter().Linear(0, 100)).Weight(3))
                .Weight(2))
            .Group("people", p => p.AdditivePoints(0, 0, 50).Measure("d", m => m.MoreIsBetter().Piecewise((0, 0), (50, 50))))
            .Build();

        // product (60 + 3·20) ÷ 4 = 30, people 25 of 50 = 50, together (2·30 + 50) ÷ 3.
        Assert.Equal(110d / 3, One.Value(card, [.. card.Inputs.Select(i => i switch { "a" => 60d, "b" => 20, "c" => 90, _ => 25 })])!.Value, 1e-12);
    }

    [Fact]
    public void An_empty_group_is_missing_in_its_parent()
    {
        var card = Scorecard.ForColumns()
            .Measure("x", m => m.MoreIsBetter().Linear(0, 100))
            .Group("g", g => g.Measure("y", m => m.MoreIsBetter().Linear(0, 100)).Weight(9))
            .Build();
        double[] row = [.. card.Inputs.Select(i => i == "x" ? 70 : double.NaN)];
        var score = card.Score(row, One.AsOf);

        Assert.Equal((70, 7, 97), (score.Value, score.Lower, score.Upper!.Value));
        Assert.Equal(0.1, score.Coverage, 1e-12);
    }

    [Theory]
    [InlineData(null, 50)]
    [InlineData("large", 20)]
    [InlineData("trial", 80)]
    [InlineData("nobody", 50)]
    public void Weights_can_differ_by_segment(string? segment, double expected)
    {
        var card = Scorecard.ForColumns()
            .Measure("a", m => m.MoreIsBetter().Linear(0, 100).WeightIn("large", 3).WeightIn("trial", 0))
            .Measure("b", m => m.MoreIsBetter().Linear(0, 100).WeightIn("large", 0))
            .Build();
        var score = card.Score([20, 80], new ScoreRequest { AsOf = One.AsOf, Segment = segment });

        Assert.Equal(expected, score.Value);
        Assert.Equal(["large", "trial"], card.Segments);
        Assert.Equal(expected, card.Evaluate([20, 80], segment: card.Segments.ToList().IndexOf(segment!)).Value);
    }

    private static Scorecard Weighted(Func<ColumnScorecardBuilder, ColumnScorecardBuilder> by) =>
        by(One.Measures(3, (m, name) => m.Weight(name == "b" ? 2 : 1))).Build();

    private static Scorecard Additive(double start, double minimum, double maximum) => Scorecard.ForColumns()
        .AdditivePoints(start, minimum, maximum)
        .Measure("a", m => m.MoreIsBetter().Piecewise((-50, -50), (50, 50)))
        .Measure("b", m => m.MoreIsBetter().Piecewise((-50, -50), (50, 50)))
        .Build();
}
