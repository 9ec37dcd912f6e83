using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Golden;

/// <summary>V6: how other platforms make one number of several.</summary>
[Requirement("HLT-4")]
[Requirement("HLT-21")]
public sealed class AggregationVectors
{
    [Fact]
    public void Catalyst_weighs_10_and_7_5_and_6_to_8_45_and_shows_8_5()
    {
        var card = Scorecard.ForColumns("Catalyst")
            .Measure("a", m => m.MoreIsBetter().Linear(0, 10).Weight(0.5))
            .Measure("b", m => m.MoreIsBetter().Linear(0, 10).Weight(0.3))
            .Measure("c", m => m.MoreIsBetter().Linear(0, 10).Weight(0.2))
            .WeightsTotal(1)
            .ShownAs(0, 10, decimals: 1)
            .Build();
        var score = card.Score([10, 7.5, 6], Instants.AsOf);

        Assert.Equal(84.5, score.Value!.Value, 1e-12);
        Assert.Equal("8.5", score.ToSnapshot().Shown);
    }

    [Theory]
    [InlineData("mean", 87.33333333333333, "8.7")]
    [InlineData("highest", 98, "9.8")]
    [InlineData("lowest", 70, "7.0")]
    public void Catalyst_makes_8_7_or_9_8_or_7_of_9_8_and_9_4_and_7(string aggregation, double value, string shown)
    {
        var builder = Scorecard.ForColumns("Catalyst")
            .Measure("a", m => m.MoreIsBetter().Linear(0, 10))
            .Measure("b", m => m.MoreIsBetter().Linear(0, 10))
            .Measure("c", m => m.MoreIsBetter().Linear(0, 10))
            .ShownAs(0, 10);
        var card = (aggregation switch { "mean" => builder.WeightedMean(), "highest" => builder.Maximum(), _ => builder.Minimum() }).Build();
        var score = card.Score([9.8, 9.4, 7], Instants.AsOf);

        Assert.Equal(value, score.Value!.Value, 1e-9);
        Assert.Equal(shown, score.ToSnapshot().Shown);
    }

    [Fact]
    public void Vitally_makes_6_67_of_10_and_10_and_0()
    {
        var card = Scorecard.ForColumns("Vitally")
            .Measure("a", m => m.MoreIsBetter().Linear(0, 10))
            .Measure("b", m => m.MoreIsBetter().Linear(0, 10))
            .Measure("c", m => m.MoreIsBetter().Linear(0, 10))
            .ShownAs(0, 10, decimals: 2)
            .Build();

        Assert.Equal("6.67", card.Score([10, 10, 0], Instants.AsOf).ToSnapshot().Shown);
    }

    [Fact]
    public void Written_on_their_own_scale_the_numbers_are_the_same()
    {
        var catalyst = Scorecard.ForColumns("Catalyst").ScaledTo(0, 10)
            .Measure("a", m => m.MoreIsBetter().Piecewise((0, 0), (10, 10)).Weight(0.5))
            .Measure("b", m => m.MoreIsBetter().Piecewise((0, 0), (10, 10)).Weight(0.3))
            .Measure("c", m => m.MoreIsBetter().Piecewise((0, 0), (10, 10)).Weight(0.2))
            .Bands(yellow: 5, green: 7.5)
            .Build();
        var vitally = Scorecard.ForColumns("Vitally").ScaledTo(0, 10, decimals: 2)
            .Measure("a", m => m.MoreIsBetter().Piecewise((0, 0), (10, 10)))
            .Measure("b", m => m.MoreIsBetter().Piecewise((0, 0), (10, 10)))
            .Measure("c", m => m.MoreIsBetter().Piecewise((0, 0), (10, 10)))
            .Build();

        Assert.Equal("8.5 Green", catalyst.Score([10, 7.5, 6], Instants.AsOf).ToString()[..9]);
        Assert.Equal("6.67", vitally.Score([10, 10, 0], Instants.AsOf).ToSnapshot().Shown);
    }

    [Theory]
    [InlineData("good", "good", "good", "good")]
    [InlineData("good", "average", "poor", "poor")]
    [InlineData("poor", null, null, "poor")]
    [InlineData("good", "average", "good", "average")]
    [InlineData("average", "average", null, "average")]
    [InlineData("good", null, "good", "good")]
    [InlineData(null, null, null, null)]
    public void Totango_is_poor_where_any_is_poor_and_good_where_all_are_and_skips_what_is_missing(string? a, string? b, string? c, string? expected)
    {
        var card = Scorecard.For<string?[]>("Totango")
            .Minimum()
            .Category("a", r => r[0], m => m.Points(("poor", 0), ("average", 60), ("good", 100)))
            .Category("b", r => r[1], m => m.Points(("poor", 0), ("average", 60), ("good", 100)))
            .Category("c", r => r[2], m => m.Points(("poor", 0), ("average", 60), ("good", 100)))
            .Bands(("poor", 0), ("average", 60), ("good", 100))
            .Build();

        Assert.Equal(expected, card.Score([a, b, c], Instants.AsOf).Band?.Name);
    }
}
