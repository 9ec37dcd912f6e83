using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Strategies;

public sealed class StrategyRunnerTests
{
    private static readonly Tenant Row = new("acme", Logins: 12, Nps: 40);

    [Fact]
    public void A_stated_value_gets_level_band_and_identity()
    {
        var score = Row.Score(_ => HealthResult.Of(62.5));

        Assert.Equal((62.5, 62.5, "Yellow", "Yellow"), (score.Value, score.Computed, score.Level!.Name, score.Band!.Name));
        Assert.Equal(("acme", "mine", Tenant.AsOf, Tenant.AsOf), (score.CustomerId, score.Definition.Strategy, score.AsOf, score.KnownAt));
        Assert.Equal(HealthScoreState.Scored, score.State);
        Assert.Null(score.Reason);
    }

    [Fact]
    public void The_band_lags_behind_the_level_by_the_hysteresis()
    {
        var score = Row.Score(_ => HealthResult.Of(74), previousBand: "Green");

        Assert.Equal(("Yellow", "Green", "Green"), (score.Level!.Name, score.Band!.Name, score.PreviousBand!.Name));
    }

    [Fact]
    public void A_previous_band_of_another_configuration_counts_as_a_first_evaluation()
    {
        var score = Row.Score(_ => HealthResult.Of(74), previousBand: "Amber");

        Assert.Equal("Yellow", score.Band!.Name);
        Assert.Null(score.PreviousBand);
    }

    [Fact]
    public void Bands_and_display_are_the_ones_stated()
    {
        var options = new HealthStrategyOptions { Bands = new(["Bad", "Good"], [60]), Display = new(0, 10) };

        Assert.Equal("6.3 Good    100 % known\n  unattributed         6.3", Row.Score(_ => HealthResult.Of(62.5), options).Explain());
    }

    [Theory]
    [InlineData(-3, 0)]
    [InlineData(140, 100)]
    public void A_value_beyond_the_scale_is_clamped_and_a_line_says_so(double stated, double expected)
    {
        var score = Row.Score(c => HealthResult.Of(stated).Because("logins", points: stated, raw: c.Facts.Number("logins").Value));

        Assert.Equal(expected, score.Value);
        Assert.Equal((expected - stated, ScoreLineKind.Limit), (score.Lines[^1].Points, score.Lines[^1].Kind));
        Assert.Equal(expected, score.Lines.Sum(l => l.Points), 9);
    }

    [Fact]
    public void What_is_not_attributed_is_a_line_so_that_lines_add_up()
    {
        var score = Row.Score(_ => HealthResult.Of(60).Because("logins", points: 45, raw: 12).Because("nps", raw: 40).Because("logins", points: -5));

        Assert.Equal(
            [("logins", 40, ScoreLineKind.Measure), ("nps", 0, ScoreLineKind.Measure), ("unattributed", 20, ScoreLineKind.Unattributed)],
            score.Lines.Select(l => (l.Name, l.Points, l.Kind)));
    }

    [Fact]
    public void Whatever_is_wholly_attributed_has_no_rest() =>
        Assert.Single(Row.Score(_ => HealthResult.Of(60).Because("logins", points: 60)).Lines);

    [Fact]
    public void When_every_fact_read_is_known_the_bounds_are_the_value()
    {
        var score = Row.Score(c => HealthResult.Of(c.Facts.Number("logins").Value + c.Facts.Number("nps").Value));

        Assert.Equal((52, 52, 52, 1), (score.Value, score.Lower, score.Upper, score.Coverage));
    }

    [Fact]
    public void When_a_fact_read_is_unknown_the_bounds_are_the_whole_scale_and_the_coverage_its_share()
    {
        var score = new Tenant("acme", Logins: 12).Score(c =>
        {
            _ = c.Facts.Number("nps").OrElse(0) + c.Facts.Number("nps").OrElse(0);
            return HealthResult.Of(c.Facts.Number("logins").Value).Because("logins", points: 12, raw: 12);
        });

        Assert.Equal((12, 0, 100, 0.5), (score.Value, score.Lower, score.Upper, score.Coverage));
        Assert.Equal("12.0 Red, could be Yellow or Green    50 % known; between 0 and 100 once nps arrives", score.ToString());
        Assert.Equal(UnknownKind.NotGiven, score.Lines.Single(l => l.Name == "nps").Cause!.Kind);
    }

    [Fact]
    public void Coverage_and_bounds_that_are_stated_are_taken_at_their_word_and_hold_the_value()
    {
        var score = Row.Score(_ => HealthResult.Of(60).Covering(0.25).Between(40, 50));

        Assert.Equal((0.25, 40, 60), (score.Coverage, score.Lower, score.Upper));
    }

    [Fact]
    public void A_constant_score_knows_all_it_needs()
    {
        var score = Row.Score(_ => HealthResult.Of(50));

        Assert.Equal((1, 50, 50), (score.Coverage, score.Lower, score.Upper));
    }

    [Fact]
    public void Facts_that_are_no_numbers_or_failed_are_counted_as_defects()
    {
        var words = Vocabulary.For<Tenant>().Number("ratio", _ => double.NaN).Number("broken", double (_) => throw new FormatException()).Number("fine", _ => 1).Build();
        var runner = new StrategyRunner("mine", HealthStrategies.From("mine", c =>
            HealthResult.Of(50 + c.Facts.Number("ratio").OrElse(0) + c.Facts.Number("broken").OrElse(0) + c.Facts.Number("broken").OrElse(0) + c.Facts.Number("fine").OrElse(0))));

        var score = runner.Score(new() { Facts = words.Read(Row, Tenant.AsOf), AsOf = Tenant.AsOf });

        Assert.Equal((51, 2, 1 / 3d), (score.Value, score.Defects, score.Coverage));
    }

    [Fact]
    public void An_unknown_result_lists_its_causes()
    {
        var score = new Tenant("acme").Score(c => HealthResult.Unknown([.. c.Facts.Number("logins").Causes, new("model", UnknownKind.Stated, "too young")]));

        Assert.Equal((HealthScoreState.Unknown, null, "logins: not given; model: too young"), (score.State, score.Value, score.Reason));
        Assert.Equal((0, 0, 100), (score.Coverage, score.Lower, score.Upper));
        Assert.Equal(["logins", "model"], score.Lines.Select(l => l.Name));
        Assert.All(score.Lines, l => Assert.Equal((0, ScoreLineState.Abstained), (l.Points, l.State)));
    }

    [Fact]
    public void A_score_handed_over_whole_stays_as_it_is()
    {
        var whole = Tenant.Card().Score(Row, Tenant.AsOf);

        Assert.Same(whole, Row.Score(_ => HealthResult.Of(whole)));
    }

    [Fact]
    public void A_change_is_attributed_line_by_line()
    {
        var runner = new StrategyRunner("mine", HealthStrategies.From("mine", c => HealthResult.Of(50 + c.Facts.Number("logins").Value).Because("logins", points: c.Facts.Number("logins").Value)));
        var change = runner.Score(new Tenant("acme", 30).Context()).ChangeSince(runner.Score(new Tenant("acme", 12).Context()));

        var line = change.Lines.Single(l => Math.Abs(l.Total) > 1e-9);
        Assert.Equal(("logins", 18, 0, 18), (line.Name, line.Value, line.Configuration, change.Difference));
    }

    [Fact]
    public void The_way_to_a_band_says_what_would_be_needed_to_answer()
    {
        var score = Row.Score(_ => HealthResult.Of(60));

        Assert.True(score.WayTo("Yellow").AlreadyThere);
        Assert.False(score.WayTo("Green").CanReach);
        Assert.Contains("stated on the measures of a scorecard", score.WayTo("Green").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_keeps_everything()
    {
        var snapshot = new Tenant("acme").Score(c => HealthResult.Of(60).Because("nps", raw: c.Facts.Number("nps").OrElse(0))).ToSnapshot();

        Assert.Equal(snapshot.ToJson(), HealthScoreSnapshot.FromJson(snapshot.ToJson()).ToJson());
        Assert.Equal(ScoreLineState.LeftToStrategy, snapshot.Lines[0].State);
    }
}
