using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Building;

[Requirement("HLT-4")]
public sealed class ScaleTests
{
    [Fact]
    public void A_scorecard_on_a_scale_is_the_scorecard_of_0_to_100_that_is_shown_on_it()
    {
        static ColumnScorecardBuilder Fill(ColumnScorecardBuilder card, double f) => card
            .AnyRed(redBelow: 4 * f)
            .Measure("logins", m => m.MoreIsBetter().Piecewise((0, 0), (10, 6 * f), (40, 10 * f)).Neutral(3 * f))
            .Measure("line", m => m.MoreIsBetter().Linear(0, 20).Neutral())
            .Measure("nps", m => m.MoreIsBetter().Steps(1 * f, (10, 5 * f)).HalfLife(TimeSpan.FromDays(30), 4 * f))
            .Category("plan", m => m.Points(("free", 2 * f), ("pro", 9 * f)))
            .Measure("issues", m => m.LessIsBetter().Ranges((Interval.AtMost(3), 10 * f), (Interval.MoreThan(3), 0)).HalfLife(TimeSpan.FromDays(30)))
            .Group("points", g => g.AdditivePoints(start: 5 * f)
                .Measure("a", m => m.NeitherIsBetter().Steps(-1 * f, (1, 3 * f)))
                .Group("inner", i => i.AdditivePoints(start: 1 * f, minimum: -2 * f, maximum: 2 * f).Measure("b", m => m.NeitherIsBetter().Steps(-3 * f, (1, 3 * f)))))
            .CapAt(4 * f, m => m["issues"].AtLeast(30), "many are open")
            .Bands(("low", 0), ("mid", 5 * f), ("high", 8 * f))
            .Hysteresis(0.5 * f);

        var before = Fill(Scorecard.ForColumns("x").ScaledTo(0, 10, decimals: 2), 1).Build();
        var after = Fill(Scorecard.ForColumns("x"), 1).ScaledTo(0, 10, decimals: 2).Build();
        var plain = Fill(Scorecard.ForColumns("x"), 10).ShownAs(0, 10, decimals: 2).Build();

        Assert.Equal(plain.Definition.ConfigurationHash, before.Definition.ConfigurationHash);
        Assert.Equal(plain.Definition.ConfigurationHash, after.Definition.ConfigurationHash);
    }

    [Fact]
    public void Unless_stated_bands_hysteresis_and_neutral_are_the_same_shares_of_the_scale()
    {
        var card = Scorecard.ForColumns().ScaledTo(-100, 100).Measure("x", m => m.MoreIsBetter().Linear(0, 1).Neutral()).MinimumCoverage(0).Measure("y", m => m.MoreIsBetter().Linear(0, 1)).Build();

        Assert.Equal([50, 75], card.Bands.Bands.Skip(1).Select(b => b.Lower));
        Assert.Equal(2, card.Bands.Hysteresis);
        Assert.Equal(75, One.Value(card, double.NaN, 1));
    }

    [Theory]
    [InlineData(-100, "-100.0")]
    [InlineData(0, "0.0")]
    [InlineData(7.5, "7.5")]
    [InlineData(100, "100.0")]
    public void Ten_components_of_minus_10_to_10_run_from_minus_100_to_100(double sum, string shown)
    {
        var card = Scorecard.ForColumns().AdditivePoints().ScaledTo(-100, 100);
        for (var i = 0; i < 10; i++)
        {
            card.Measure($"component {i}", m => m.MoreIsBetter().Piecewise((-10, -10), (10, 10)));
        }

        var score = card.Build().Score([.. Enumerable.Repeat(sum / 10, 10)], One.AsOf);

        Assert.Equal((sum + 100) / 2, score.Value!.Value, 1e-9);
        Assert.Equal(shown, score.ToSnapshot().Shown);
        Assert.Equal(score.Value.Value, score.Lines.Sum(l => l.Points), 1e-9);
    }

    [Theory]
    [InlineData(0, 0, 50, "5.0")]
    [InlineData(3, 3, 100, "10.0")]
    [InlineData(-3, 1, 30, "3.0")]
    [InlineData(-3, -3, 0, "0.0")]
    public void Components_that_start_at_5_of_10_are_kept_within_the_scale(double a, double b, double value, string shown)
    {
        var score = Components(c => c.AdditivePoints(start: 5).ScaledTo(0, 10)).Score([a, b], One.AsOf);

        Assert.Equal(value, score.Value!.Value, 1e-9);
        Assert.Equal(shown, score.ToSnapshot().Shown);
    }

    [Theory]
    [InlineData(-3, -3, 10, "1.0")]
    [InlineData(0, 1, 60, "6.0")]
    [InlineData(3, 3, 90, "9.0")]
    public void Limits_within_the_scale_keep_the_score_between_them_and_are_not_its_ends(double a, double b, double value, string shown)
    {
        var card = Components(c => c.ScaledTo(0, 10).AdditivePoints(start: 5, minimum: 1, maximum: 9));
        var lines = new double[card.Lines.Count];
        var row = card.Evaluate([a, b], lines);
        var score = card.Score([a, b], One.AsOf);

        Assert.Equal(value, row.Value, 1e-9);
        Assert.Equal(value, lines.Sum(), 1e-9);
        Assert.Equal(shown, score.ToSnapshot().Shown);
        Assert.Equal((10, 90), (card.Score([double.NaN, double.NaN], One.AsOf) is var none ? (Math.Round(none.Lower!.Value, 9), Math.Round(none.Upper!.Value, 9)) : default));
        Assert.Contains("\"limitsWithinScale\":true", CanonicalJson.Write(ScorecardHash.Json(card.Model)), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_within_points_are_points_and_no_places_on_the_scale()
    {
        var card = Scorecard.ForColumns().ScaledTo(-10, 10).AdditivePoints()
            .Group("inner", g => g.AdditivePoints(start: 1, minimum: -2, maximum: 4).Measure("a", m => m.MoreIsBetter().Piecewise((-9, -9), (9, 9))))
            .Measure("b", m => m.MoreIsBetter().Piecewise((-9, -9), (9, 9)))
            .Build();

        // The row is b, a. 0 + 3 + (1 + 2) is 6 of −10 to 10; inner is kept at 4 and at −2.
        Assert.Equal(80, One.Value(card, 3, 2)!.Value, 1e-9);
        Assert.Equal(70, One.Value(card, 0, 9)!.Value, 1e-9);
        Assert.Equal(40, One.Value(card, 0, -9)!.Value, 1e-9);
    }

    [Fact]
    public void What_lies_outside_the_scale_is_named_as_it_was_written()
    {
        var exception = Assert.Throws<ConfigurationException>(() => Scorecard.ForColumns("x")
            .AnyRed(redBelow: 50)
            .Measure("a", m => m.MoreIsBetter().Piecewise((0, 0), (1, 100)))
            .Measure("b", m => m.MoreIsBetter().Linear(0, 1).Neutral(50))
            .Group("g", g => g.AdditivePoints(minimum: -5, maximum: 15).Measure("c", m => m.MoreIsBetter().Linear(0, 1)))
            .CapAt(40, m => m["a"].AtLeast(3), "so it is")
            .Bands(("low", 0), ("high", 75))
            .Hysteresis(11)
            .ScaledTo(0, 10)
            .Build());

        Assert.Equal(
            [
                "SC009 The red edge 50 does not lie above 0 and up to 10.",
                "SC013 The curve gives 100 points, outside 0 to 10.",
                "SC013 The neutral value 50 lies outside 0 to 10.",
                "SC009 The limits -5 to 15 of its points lie outside 0 to 10.",
                "SC021 A hysteresis of 11 points is not one.",
                "SC026 The value 40 is not a score.",
            ],
            exception.Diagnostics.Select(d => $"{d.Code} {d.Message}"));
    }

    [Fact]
    public void Bands_on_a_scale_start_at_its_minimum()
    {
        static string[] Mistakes(Func<ColumnScorecardBuilder, ColumnScorecardBuilder> bands) => [.. Assert.Throws<ConfigurationException>(() =>
            bands(Scorecard.ForColumns("x").ScaledTo(1, 5).Measure("a", m => m.MoreIsBetter().Linear(0, 1))).Build()).Diagnostics.Select(d => $"{d.Code} {d.Message}")];

        Assert.Equal(["SC019 The worst band starts at 0: a score below has no band."], Mistakes(c => c.Bands(("low", 0), ("high", 4))));
        Assert.Equal(["SC024 The band 'high' from 7 is unreachable: scores run from 1 to 5."], Mistakes(c => c.Bands(("low", 1), ("high", 7))));
        Assert.Equal(["SC019 The bands leave a gap: a score in (2, 3) has none."], Mistakes(c => c.BandRanges(("low", Interval.Parse("[1, 2]")), ("high", Interval.Parse("[3, 5]")))));
        Assert.Equal([50], Scorecard.ForColumns("x").ScaledTo(1, 5).Bands(("low", 1), ("high", 3)).Measure("a", m => m.MoreIsBetter().Linear(0, 1)).Build().Bands.Bands.Skip(1).Select(b => b.Lower));
        Assert.Equal([25, 75], Scorecard.ForColumns("x").ScaledTo(1, 5).Bands(yellow: 2, green: 4).Measure("a", m => m.MoreIsBetter().Linear(0, 1)).Build().Bands.Bands.Skip(1).Select(b => b.Lower));
    }

    [Theory]
    [InlineData(10, 0, 1)]
    [InlineData(0, double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity, 1)]
    [InlineData(0, 10, 7)]
    public void A_scale_that_is_none_is_one_mistake_and_no_other_number_is_judged_by_it(double minimum, double maximum, int decimals)
    {
        var exception = Assert.Throws<ConfigurationException>(() => Scorecard.ForColumns("x")
            .AdditivePoints(start: 3)
            .Measure("a", m => m.MoreIsBetter().Piecewise((0, 0), (1, 5)))
            .Bands(("low", 0), ("high", 7))
            .ScaledTo(minimum, maximum, decimals)
            .Build());

        Assert.Equal(["SC034"], exception.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void What_is_said_of_how_scores_are_shown_has_the_last_word_on_it()
    {
        var card = Scorecard.ForColumns().ShownAs(0, 1000, 0).ScaledTo(0, 10).Measure("a", m => m.MoreIsBetter().Piecewise((0, 0), (1, 10))).Build();

        Assert.Equal("500", card.Score([0.5], One.AsOf).ToSnapshot().Shown);
    }

    private static Scorecard Components(Func<ColumnScorecardBuilder, ColumnScorecardBuilder> words) => words(Scorecard.ForColumns("components")
        .Measure("a", m => m.MoreIsBetter().Piecewise((-3, -3), (3, 3)))
        .Measure("b", m => m.MoreIsBetter().Piecewise((-3, -3), (3, 3)))).Build();
}
