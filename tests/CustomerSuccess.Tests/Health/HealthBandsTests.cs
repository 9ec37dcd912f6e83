using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health;

[Requirement("HLT-19")]
public sealed class HealthBandsTests
{
    private static readonly HealthBands Included = HealthBands.RedYellowGreen(yellow: 50, green: 75);
    private static readonly HealthBands Excluded = new(["Red", "Yellow", "Green"], [50, 75], EdgeConvention.LowerExcluded);

    [Fact]
    public void Unless_stated_an_edge_belongs_to_the_band_above_and_the_edges_are_50_and_75()
    {
        var bands = One.Measures(1).Build().Bands;

        Assert.Equal(EdgeConvention.LowerIncluded, bands.Convention);
        Assert.Equal(["Red 0 50", "Yellow 50 75", "Green 75 100"], bands.Bands.Select(b => $"{b} {b.Lower} {b.Upper}"));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(49.999999, 0, 0)]
    [InlineData(49.9999999995, 1, 0)]
    [InlineData(50, 1, 0)]
    [InlineData(50.0000000005, 1, 0)]
    [InlineData(50.000001, 1, 1)]
    [InlineData(74.99999999999999, 2, 1)]
    [InlineData(75, 2, 1)]
    [InlineData(75.000001, 2, 2)]
    [InlineData(100, 2, 2)]
    [InlineData(double.NaN, -1, -1)]
    public void The_tolerance_is_in_favour_of_equality(double value, int included, int excluded)
    {
        Assert.Equal(included, Included.LevelOf(value));
        Assert.Equal(excluded, Excluded.LevelOf(value));
    }

    [Fact]
    public void With_the_lower_bound_excluded_the_lowest_band_includes_its_floor() =>
        Assert.Equal([0, 0, 1], new[] { 0, 1e-10, 1 }.Select(new HealthBands(["none", "some"], [0], EdgeConvention.LowerExcluded).LevelOf));

    [Theory]
    [InlineData(51.9, 0, 0)]
    [InlineData(52, 0, 1)]
    [InlineData(48, 1, 1)]
    [InlineData(47.9, 1, 0)]
    [InlineData(76.9, 1, 1)]
    [InlineData(77, 1, 2)]
    [InlineData(77, 0, 2)]
    [InlineData(76, 0, 1)]
    [InlineData(73, 2, 2)]
    [InlineData(72.9, 2, 1)]
    [InlineData(47, 2, 0)]
    [InlineData(48, 2, 1)]
    [InlineData(76, -1, 2)]
    [InlineData(76, 7, 2)]
    public void A_band_is_left_2_points_beyond_its_edge(double value, int previous, int expected) =>
        Assert.Equal(expected, Included.BandOf(value, previous));

    [Theory]
    [InlineData(52, 0, 0)]
    [InlineData(52.000001, 0, 1)]
    [InlineData(48, 1, 0)]
    [InlineData(48.000001, 1, 1)]
    public void With_the_lower_bound_excluded_hysteresis_is_mirrored(double value, int previous, int expected) =>
        Assert.Equal(expected, Excluded.BandOf(value, previous));

    [Fact]
    public void Without_hysteresis_the_band_is_the_level()
    {
        var bands = new HealthBands(["Red", "Yellow", "Green"], [50, 75], hysteresis: 0);

        Assert.All(new[] { 0, 49.9, 50, 74.9, 75, 100 }, v => Assert.Equal(bands.LevelOf(v), bands.BandOf(v, 1)));
    }

    [Fact]
    public void Near_the_ends_hysteresis_is_cut_so_that_every_band_can_be_entered_and_left()
    {
        var bands = new HealthBands(["low", "mid", "top"], [1, 99]);

        Assert.Equal((2, 1, 0), (bands.BandOf(100, 1), bands.BandOf(99.9, 1), bands.BandOf(0, 1)));
    }

    [Fact]
    public void A_band_is_found_by_its_name_in_whatever_case()
    {
        Assert.Equal(1, Included.Find("yellow")!.Index);
        Assert.Null(Included.Find("gold"));
    }

    [Fact]
    public void Bands_written_as_ranges_state_their_own_convention()
    {
        static EdgeConvention Convention(params (string, Interval)[] bands) => One.Measures(1).BandRanges(bands).Build().Bands.Convention;

        Assert.Equal(EdgeConvention.LowerExcluded, Convention(("low", Interval.Closed(0, 50)), ("high", Interval.OpenClosed(50, 100))));
        Assert.Equal(EdgeConvention.LowerIncluded, Convention(("high", Interval.Closed(50, 100)), ("low", Interval.ClosedOpen(0, 50))));
    }

    [Fact]
    public void Arguments_that_leave_a_band_unreachable_or_nameless_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new HealthBands([], []));
        Assert.Throws<ArgumentException>(() => new HealthBands(["a", "A"], [50]));
        Assert.Throws<ArgumentException>(() => new HealthBands(["a", " "], [50]));
        Assert.Throws<ArgumentException>(() => new HealthBands(["a", "b"], [50, 75]));
        Assert.Throws<ArgumentException>(() => new HealthBands(["a", "b", "c"], [75, 50]));
        Assert.Throws<ArgumentException>(() => new HealthBands(["a", "b", "c"], [50, 50.000001]));
        Assert.Throws<ArgumentException>(() => new HealthBands(["a", "b"], [0]));
        Assert.Throws<ArgumentException>(() => new HealthBands(["a", "b"], [1e-9]));
        Assert.Throws<ArgumentException>(() => new HealthBands(["a", "b"], [100], EdgeConvention.LowerExcluded));
        Assert.Throws<ArgumentException>(() => new HealthBands(["a", "b"], [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HealthBands(["a", "b"], [50], hysteresis: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HealthBands(["a", "b"], [50], hysteresis: double.NaN));
    }

    [Fact]
    public void A_score_has_its_level_and_its_band_and_keeps_the_previous_one()
    {
        var card = One.Measures(1).Build();
        var score = card.Score([76], new ScoreRequest { AsOf = One.AsOf, PreviousBand = "yellow" });

        Assert.Equal(("Green", "Yellow", "Yellow"), (score.Level!.Name, score.Band!.Name, score.PreviousBand!.Name));
        Assert.Equal("76.0 Yellow (by value Green)    100 % known", score.ToString());
        Assert.Equal("Green", card.Score([76], One.AsOf).Band!.Name);
        Assert.Contains("Did you mean 'Yellow'?", Assert.Throws<ArgumentException>(() => card.Score([76], new ScoreRequest { AsOf = One.AsOf, PreviousBand = "Yelow" })).Message, StringComparison.Ordinal);
    }
}
