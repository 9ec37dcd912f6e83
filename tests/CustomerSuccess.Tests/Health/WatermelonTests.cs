using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health;

/// <summary>The table of the definition, row by row and in its order.</summary>
[Requirement("HLT-17")]
public sealed class WatermelonTests
{
    private const double None = double.NaN;

    private static readonly Scorecard Card = Build(c => c);

    [Fact]
    public void The_published_example_is_a_watermelon_with_46_9_between_rind_and_value()
    {
        var score = Score(92, 30, 78, 55);
        var found = score.Watermelon!;

        Assert.Equal(76.9, score.Value!.Value, 1e-9);
        Assert.Equal((WatermelonVerdict.Watermelon, "Green"), (found.Verdict, score.Band!.Name));
        Assert.Equal(46.9, found.Divergence!.Value, 1e-9);
        Assert.Equal("value", Assert.Single(found.Evidence).Name);
        Assert.Equal(
            ["people 78 Green, 100 % known", "sentiment 55 Yellow, 100 % known", "usage 92 Green, 100 % known", "value 30 Red, 100 % known"],
            score.Layers.Select(l => l.ToString()));
        Assert.EndsWith("\n  watermelon: value 30 Red, 100 % known; 46.9 points apart", score.Explain(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(70d, 30d, 60d, 60d, WatermelonVerdict.No, "")]
    [InlineData(100d, 45d, 90d, 90d, WatermelonVerdict.Watermelon, "value")]
    [InlineData(100d, 90d, 20d, 90d, WatermelonVerdict.Watermelon, "people")]
    [InlineData(100d, 90d, 90d, 10d, WatermelonVerdict.Watermelon, "sentiment")]
    [InlineData(100d, 49d, 40d, 90d, WatermelonVerdict.Watermelon, "people, value")]
    [InlineData(100d, 60d, 70d, 90d, WatermelonVerdict.Suspected, "people, value")]
    [InlineData(100d, 60d, 90d, 90d, WatermelonVerdict.No, "")]
    [InlineData(100d, None, 90d, 90d, WatermelonVerdict.Unopened, "value")]
    [InlineData(100d, None, 60d, 60d, WatermelonVerdict.Suspected, "people, sentiment")]
    [InlineData(100d, None, 60d, 30d, WatermelonVerdict.Watermelon, "sentiment")]
    [InlineData(100d, 90d, None, None, WatermelonVerdict.No, "")]
    [InlineData(100d, None, None, None, WatermelonVerdict.Unopened, "value")]
    [InlineData(None, None, None, None, WatermelonVerdict.Unknown, "")]
    public void The_first_row_that_matches_decides_and_names_its_layers(double usage, double value, double people, double sentiment, WatermelonVerdict expected, string evidence)
    {
        var found = Score(usage, value, people, sentiment).Watermelon!;

        Assert.Equal(expected, found.Verdict);
        Assert.Equal(evidence, string.Join(", ", found.Evidence.Select(l => l.Name)));
    }

    [Fact]
    public void The_band_before_this_test_decides_outside_with_hysteresis_and_override()
    {
        Assert.Equal(WatermelonVerdict.No, Score(92, 30, 78, 55, "Yellow").Watermelon!.Verdict);
        var manual = new ManualOverride(90, "Dana", "all is well", One.AsOf, One.AsOf.AddDays(1));
        Assert.Equal(WatermelonVerdict.Watermelon, Card.Score([20, 20, 20, 20], new ScoreRequest { AsOf = One.AsOf, Override = manual }).Watermelon!.Verdict);
    }

    [Theory]
    [InlineData(3d, 0.5, WatermelonVerdict.Watermelon)]
    [InlineData(2.9, 0.49, WatermelonVerdict.Unopened)]
    public void A_red_layer_of_which_less_than_half_is_known_is_no_evidence(double known, double coverage, WatermelonVerdict expected)
    {
        var card = Scorecard.ForColumns("x")
            .Measure("logins", m => m.MoreIsBetter().Linear(0, 100).Weight(94).Layer(HealthLayer.Usage))
            .Measure("milestones", m => m.MoreIsBetter().Linear(0, 100).Weight(known).Layer(HealthLayer.Value))
            .Measure("objectives", m => m.MoreIsBetter().Linear(0, 100).Weight(6 - known).Layer(HealthLayer.Value))
            .Build();
        var score = card.Score([100, 10, double.NaN], One.AsOf);

        Assert.Equal(expected, score.Watermelon!.Verdict);
        Assert.Equal(coverage, score.Layers.Single(l => l.Name == "value").Coverage, 0.01);
    }

    [Theory]
    [InlineData(30d, WatermelonVerdict.Watermelon, 1d, false)]
    [InlineData(31d, WatermelonVerdict.Unopened, 0d, true)]
    public void A_layer_that_has_expired_is_stale_its_value_stays_and_its_coverage_is_0(double age, WatermelonVerdict expected, double coverage, bool stale)
    {
        var card = Scorecard.ForColumns("x")
            .Measure("logins", m => m.MoreIsBetter().Linear(0, 100).Weight(9).Layer(HealthLayer.Usage))
            .Measure("survey", m => m.MoreIsBetter().Linear(0, 100).Layer(HealthLayer.Value).ExpiresAfter(TimeSpan.FromDays(30)))
            .Build();
        var layer = card.Score([100, 20, age], One.AsOf).Layers.Single(l => l.Name == "value");

        Assert.Equal((20, "Red", coverage, stale), (layer.Value, layer.Band!.Name, layer.Coverage, layer.IsStale));
        Assert.Equal(expected, card.Score([100, 20, age], One.AsOf).Watermelon!.Verdict);
    }

    [Fact]
    public void What_stands_in_says_nothing_of_a_layer()
    {
        var card = Scorecard.ForColumns("x")
            .Measure("logins", m => m.MoreIsBetter().Linear(0, 100).Weight(9).Layer(HealthLayer.Usage))
            .Measure("survey", m => m.MoreIsBetter().Linear(0, 100).Layer(HealthLayer.Sentiment).Pessimistic())
            .Build();
        var score = card.Score([100, double.NaN], One.AsOf);

        Assert.Equal((90, null, 0), (score.Value, score.Layers[0].Value, score.Layers[0].Coverage));
        Assert.Equal("unopened: no measure of value", score.Watermelon!.ToString());
        Assert.Null(score.Watermelon.Divergence);
    }

    [Fact]
    public void It_is_explained_on_the_scale_on_which_scores_are_shown() => Assert.EndsWith(
        "\n  watermelon: value 3 Red, 100 % known; 4.7 points apart",
        Build(c => c.ShownAs(0, 10)).Score([78, 55, 92, 30], One.AsOf).Explain(),
        StringComparison.Ordinal);

    [Fact]
    public void Without_layers_there_is_no_verdict()
    {
        Assert.Null(One.Measures(2).Build().Score([90, 90], One.AsOf).Watermelon);
        Assert.Empty(One.Measures(2).Build().Score([90, 90], One.AsOf).Layers);
    }

    [Fact]
    public void Its_thresholds_are_options_of_the_scorecard()
    {
        var strict = Build(c => c.Watermelons(coverage: 1, suspectedFrom: 1));

        Assert.Equal(WatermelonVerdict.Suspected, strict.Score([90, 100, 90, 60], One.AsOf).Watermelon!.Verdict);
        Assert.NotEqual(Card.Definition.ConfigurationHash, strict.Definition.ConfigurationHash);
        Assert.Equal(Card.Definition.ConfigurationHash, Build(c => c.Watermelons()).Definition.ConfigurationHash);
        Assert.Equal(["SC038"], Assert.Throws<ConfigurationException>(() => Build(c => c.Watermelons(0, 2))).Diagnostics.Select(d => d.Code));
        Assert.Equal(["SC038"], Assert.Throws<ConfigurationException>(() => Build(c => c.Watermelons(0.5, 4))).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Points_of_an_additive_group_count_as_a_share_of_what_they_can_be()
    {
        var card = Scorecard.ForColumns("x").AdditivePoints(start: 50)
            .Measure("plan", m => m.MoreIsBetter().Piecewise((0, -20), (1, 20)).Layer(HealthLayer.Value))
            .Measure("logins", m => m.MoreIsBetter().Piecewise((0, 0), (1, 30)).Layer(HealthLayer.Usage))
            .Build();
        var score = card.Score([1, 0.25], One.AsOf);

        Assert.Equal([100d, 25], score.Layers.Select(l => l.Value!.Value));
        Assert.Equal((70, WatermelonVerdict.No), (score.Value, score.Watermelon!.Verdict));
    }

    private static HealthScore Score(double usage, double value, double people, double sentiment, string? previous = null) =>
        Card.Score([people, sentiment, usage, value], new ScoreRequest { AsOf = One.AsOf, PreviousBand = previous });

    // The columns stand by name: people, sentiment, usage, value.
    private static Scorecard Build(Func<ColumnScorecardBuilder, ColumnScorecardBuilder> words) => words(Scorecard.ForColumns("layers")
        .Measure("usage", m => m.MoreIsBetter().Linear(0, 100).Weight(0.6).Layer(HealthLayer.Usage))
        .Measure("value", m => m.MoreIsBetter().Linear(0, 100).Weight(0.15).Layer(HealthLayer.Value))
        .Measure("people", m => m.MoreIsBetter().Linear(0, 100).Weight(0.15).Layer(HealthLayer.People))
        .Measure("sentiment", m => m.MoreIsBetter().Linear(0, 100).Weight(0.1).Layer(HealthLayer.Sentiment))).Build();
}
