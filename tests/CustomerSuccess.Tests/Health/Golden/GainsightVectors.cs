using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Golden;

/// <summary>V1 and the left half of V2: Gainsight's published group score and band edges.</summary>
[Requirement("HLT-21")]
public sealed class GainsightVectors
{
    private static readonly Scorecard Group = Scorecard.ForColumns("Gainsight")
        .Measure("a", m => m.MoreIsBetter().Linear(0, 100).Weight(20))
        .Measure("b", m => m.MoreIsBetter().Linear(0, 100).Weight(15))
        .Measure("c", m => m.MoreIsBetter().Linear(0, 100).Weight(22))
        .ShownAs(decimals: 0)
        .Build();

    [Fact]
    [Requirement("HLT-4")]
    public void Weights_20_15_22_and_scores_47_59_21_give_2287_57ths_shown_as_40()
    {
        var score = Group.Score([47, 59, 21], Instants.AsOf);

        Assert.Equal(2287d / 57, score.Value!.Value, 1e-12);
        Assert.Equal("40", score.ToSnapshot().Shown);
        Assert.StartsWith("40 Red", score.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [Requirement("HLT-19")]
    [InlineData(0, "Red")]
    [InlineData(50, "Red")]
    [InlineData(51, "Yellow")]
    [InlineData(75, "Yellow")]
    [InlineData(76, "Green")]
    public void With_the_lower_bound_excluded_an_edge_belongs_to_the_band_below(double value, string band)
    {
        var card = Scorecard.ForColumns().Measure("score", m => m.MoreIsBetter().Linear(0, 100))
            .Bands(yellow: 50, green: 75).Edges(EdgeConvention.LowerExcluded).Build();

        Assert.Equal(band, card.Score([value], Instants.AsOf).Level!.Name);
    }
}
