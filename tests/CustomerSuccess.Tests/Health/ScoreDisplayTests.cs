using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health;

public sealed class ScoreDisplayTests
{
    private static readonly HealthBands Bands = HealthBands.RedYellowGreen(50, 75);

    [Theory]
    [InlineData(74.99999999999999, "75.0")]
    [InlineData(74.999999, "74.9")]
    [InlineData(74.96, "74.9")]
    [InlineData(74.94, "74.9")]
    [InlineData(75, "75.0")]
    [InlineData(75.04, "75.0")]
    [InlineData(49.99, "49.9")]
    [InlineData(0, "0.0")]
    [InlineData(100, "100.0")]
    [InlineData(60.25, "60.3")]
    [InlineData(60.35, "60.4")]
    public void A_value_is_rounded_half_away_from_zero_but_never_onto_an_edge_that_its_band_denies(double value, string shown) =>
        Assert.Equal(shown, ScoreDisplay.Default.Show(value, Bands));

    [Fact]
    public void Without_bands_nothing_is_denied() => Assert.Equal("75.0", ScoreDisplay.Default.Show(74.999999));

    [Theory]
    [InlineData(75.000001, "75.1")]
    [InlineData(75.04, "75.1")]
    [InlineData(75, "75.0")]
    public void Just_above_an_edge_that_belongs_to_the_band_below_is_shown_above_it(double value, string shown) =>
        Assert.Equal(shown, ScoreDisplay.Default.Show(value, new HealthBands(["Red", "Yellow", "Green"], [50, 75], EdgeConvention.LowerExcluded)));

    [Theory]
    [InlineData(84.5, "8.5")]
    [InlineData(84.50000000000001, "8.5")]
    [InlineData(84.49999, "8.4")]
    [InlineData(74.9, "7.4")]
    [InlineData(75, "7.5")]
    public void A_scale_and_decimals_can_be_stated(double value, string shown) => Assert.Equal(shown, new ScoreDisplay(0, 10, 1).Show(value, Bands));

    [Fact]
    public void A_scale_may_begin_anywhere()
    {
        Assert.Equal("-50", new ScoreDisplay(-50, 50, 0).Show(0));
        Assert.Equal("3.00", new ScoreDisplay(1, 5, 2).Show(50));
        Assert.Equal(2m, new ScoreDisplay(1, 5, 2).RoundDifference(50));
    }

    [Fact]
    public void A_band_too_narrow_for_its_decimals_gets_more()
    {
        var bands = new HealthBands(["a", "b", "c"], [50.01, 50.02]);

        Assert.Equal("50.01", new ScoreDisplay(decimals: 0).Show(50.015, bands));
    }

    [Fact]
    public void A_scale_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ScoreDisplay(10, 10));
        Assert.Throws<ArgumentException>(() => new ScoreDisplay(0, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreDisplay(decimals: 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreDisplay(decimals: -1));
    }
}
