using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Strategies;

public sealed class CompositeStrategyTests
{
    private static readonly IHealthScoreStrategy Sixty = Says(HealthResult.Of(60).Because("logins", points: 40));
    private static readonly IHealthScoreStrategy Twenty = Says(HealthResult.Of(20).Because("tickets", points: 20).Covering(0.5).Between(10, 40));
    private static readonly IHealthScoreStrategy Silent = Says(HealthResult.Unknown(new UnknownCause("nps", UnknownKind.NotGiven)));
    private static readonly IHealthScoreStrategy Broken = HealthStrategies.From("broken", _ => throw new InvalidOperationException("no weights"));

    [Fact]
    public void Weighted_is_the_mean_by_weight_with_lines_scaled_and_grouped()
    {
        var score = Score(HealthStrategies.Weighted("blend", ("usage", 3, Sixty), ("support", 1, Twenty)));

        Assert.Equal((50, 0.875, 47.5, 55), (score.Value, score.Coverage, score.Lower, score.Upper));
        Assert.Equal(
            [("support/tickets", 5), ("usage/logins", 30), ("usage/unattributed", 15)],
            score.Lines.Select(l => (l.Path, l.Points)));
        Assert.Equal("blend", score.Definition.Strategy);
    }

    [Fact]
    public void Weighted_gives_the_weight_of_an_unknown_part_to_the_others_and_says_what_it_could_become()
    {
        var score = Score(HealthStrategies.Weighted("blend", ("usage", 3, Sixty), ("survey", 1, Silent)));

        Assert.Equal((60, 0.75, 45, 70), (score.Value, score.Coverage, score.Lower, score.Upper));
        Assert.Equal(("survey/nps", ScoreLineState.Redistributed), score.Lines.Where(l => l.Cause is not null).Select(l => (l.Path, l.State)).Single());
        Assert.Equal(60, score.Lines.Sum(l => l.Points), 9);
    }

    [Fact]
    public void Weighted_bounds_of_what_is_wholly_known_are_the_very_value()
    {
        var score = Score(HealthStrategies.Weighted("blend", ("a", 0.1, Says(HealthResult.Of(33.3))), ("b", 0.7, Says(HealthResult.Of(77.7))), ("c", 0.3, Says(HealthResult.Of(11.1)))));

        Assert.Equal((score.Value, score.Value), (score.Lower, score.Upper));
    }

    [Fact]
    public void Worst_of_is_decided_by_the_worst_part_alone()
    {
        var score = Score(HealthStrategies.WorstOf("worst", ("usage", Sixty), ("support", Twenty)));

        Assert.Equal((20, 0.75, 10, 40), (score.Value, score.Coverage, score.Lower, score.Upper));
        Assert.Equal([("support/tickets", 20), ("usage/logins", 0), ("usage/unattributed", 0)], score.Lines.Select(l => (l.Path, l.Points)));
    }

    [Fact]
    public void Worst_of_breaks_ties_by_name() =>
        Assert.Equal([("a/logins", 40), ("a/unattributed", 20), ("b/logins", 0), ("b/unattributed", 0)],
            Score(HealthStrategies.WorstOf("worst", ("b", Sixty), ("a", Sixty))).Lines.Select(l => (l.Path, l.Points)));

    [Fact]
    public void Worst_of_with_an_unknown_part_could_still_fall()
    {
        var score = Score(HealthStrategies.WorstOf("worst", ("usage", Sixty), ("survey", Silent)));

        Assert.Equal((60, 0, 60), (score.Value, score.Lower, score.Upper));
    }

    [Fact]
    public void The_first_that_answers_is_the_answer_and_later_ones_are_not_asked()
    {
        var asked = 0;
        var last = HealthStrategies.From("last", _ => HealthResult.Of(++asked));
        var score = Score(HealthStrategies.FirstThatAnswers("chain", ("survey", Silent), ("usage", Sixty), ("last", last)));

        Assert.Equal((60, 0.5, 0, 100, 0), (score.Value, score.Coverage, score.Lower, score.Upper, asked));
        Assert.Equal(["survey/nps", "usage/logins", "usage/unattributed"], score.Lines.Select(l => l.Path));
    }

    [Fact]
    public void The_first_that_answers_goes_past_a_failure_and_lists_it()
    {
        var score = Score(HealthStrategies.FirstThatAnswers("chain", ("model", Broken), ("usage", Sixty)));

        Assert.Equal((60, 60, 60, 1), (score.Value, score.Lower, score.Upper, score.Defects));
        Assert.Equal("model: strategy 'model' threw InvalidOperationException: no weights", score.Lines[0].Cause!.ToString());
        Assert.Contains("model         unknown: strategy 'model' threw InvalidOperationException: no weights   left to the strategy", score.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_part_fails_the_weighted_and_the_worst()
    {
        foreach (var whole in (CompositeStrategy[])[HealthStrategies.Weighted("blend", ("usage", 1, Sixty), ("model", 1, Broken)), HealthStrategies.WorstOf("worst", ("usage", Sixty), ("model", Broken))])
        {
            var score = Score(whole);
            Assert.Equal((HealthScoreState.Failed, null, "strategy 'model' threw InvalidOperationException: no weights"), (score.State, score.Value, score.Reason));
            Assert.Equal((0, null, null), (score.Coverage, score.Lower, score.Upper));
        }
    }

    [Fact]
    public void Nothing_known_gives_no_score()
    {
        foreach (var whole in (CompositeStrategy[])[HealthStrategies.Weighted("w", ("a", 1, Silent), ("b", 1, Silent)), HealthStrategies.WorstOf("w", ("a", Silent), ("b", Silent)), HealthStrategies.FirstThatAnswers("w", ("a", Silent), ("b", Silent))])
        {
            var score = Score(whole);
            Assert.Equal((HealthScoreState.Unknown, null, "a: nps: not given; b: nps: not given"), (score.State, score.Value, score.Reason));
            Assert.Equal((0, 100), (score.Lower, score.Upper));
        }
    }

    [Fact]
    public void A_chain_without_an_answer_is_unknown_while_a_part_could_still_answer()
    {
        var score = Score(HealthStrategies.FirstThatAnswers("chain", ("model", Broken), ("survey", Silent)));

        Assert.Equal((HealthScoreState.Unknown, "strategy 'model' threw InvalidOperationException: no weights; survey: nps: not given"), (score.State, score.Reason));
        Assert.Equal((1, 0, 100), (score.Defects, score.Lower, score.Upper));
        Assert.Equal(HealthScoreState.Failed, Score(HealthStrategies.FirstThatAnswers("chain", ("model", Broken))).State);
    }

    [Fact]
    public void Bands_hysteresis_and_override_are_those_of_the_whole()
    {
        var whole = HealthStrategies.Weighted("blend", ("usage", 1, Sixty)).WithBands(HealthBands.RedYellowGreen(40, 61)).ShownAs(new(0, 10));
        var row = new Tenant("acme") { Override = new(90, "kim", "signed", Tenant.AsOf, Tenant.AsOf.AddDays(1)) };

        Assert.Equal(("Yellow", "Green"), (Score(whole, "Green").Level!.Name, Score(whole, "Green").Band!.Name));
        Assert.Equal((90, 60), (Score(whole, row: row).Value, Score(whole, row: row).Computed));
        Assert.StartsWith("6.0 Yellow", Score(whole).Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Scorecards_are_parts_like_any_other_with_their_exceptions()
    {
        var row = new Tenant("acme", Logins: 40, Plan: "free", Champion: false);
        var score = Score(HealthStrategies.Weighted("blend", ("card", 1, Tenant.Card()), ("flat", 1, Says(HealthResult.Of(60)))), row: row);

        var card = Tenant.Card().Score(row, Tenant.AsOf);
        Assert.Equal(40, card.Value);
        Assert.Equal(50, score.Value);
        Assert.Equal(50, score.Lines.Sum(l => l.Points), 9);
        Assert.Equal(("card/lukewarm", ExceptionOutcome.Applied), (Assert.Single(score.Exceptions).Id, score.Exceptions[0].Outcome));
        Assert.Equal(card.Exceptions[0].Points / 2, score.Exceptions[0].Points, 9);
    }

    [Fact]
    public void The_hash_covers_the_parts_and_their_weights()
    {
        var versioned = HealthStrategies.From("v", _ => HealthResult.Of(1), "1");
        string[] hashes =
        [
            Hash(HealthStrategies.Weighted("w", ("a", 1, versioned), ("b", 1, Tenant.Card()))),
            Hash(HealthStrategies.Weighted("w", ("a", 2, versioned), ("b", 1, Tenant.Card()))),
            Hash(HealthStrategies.Weighted("w", ("a", 1, Sixty), ("b", 1, Tenant.Card()))),
            Hash(HealthStrategies.Weighted("w", ("a", 1, versioned), ("b", 1, Tenant.Card("other")))),
            Hash(HealthStrategies.WorstOf("w", ("a", versioned), ("b", Tenant.Card()))),
            Hash(HealthStrategies.FirstThatAnswers("w", ("a", versioned), ("b", Tenant.Card()))),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(hashes[0], Hash(HealthStrategies.Weighted("w", ("b", 1, Tenant.Card()), ("a", 1, versioned))));
    }

    [Fact]
    public void Composites_nest()
    {
        var inner = HealthStrategies.WorstOf("inner", ("usage", Sixty), ("support", Twenty));
        var score = Score(HealthStrategies.FirstThatAnswers("outer", ("inner", inner)));

        Assert.Equal("inner/support/tickets", score.Lines[0].Path);
        Assert.Equal(20, score.Lines.Sum(l => l.Points), 9);
    }

    [Fact]
    public void A_change_of_a_composite_adds_up_also_where_parts_share_measure_names()
    {
        var whole = HealthStrategies.Weighted("blend", ("card", 2, Tenant.Card()), ("again", 1, Tenant.Card("again")), ("flat", 1, Says(HealthResult.Of(60))));
        var change = Score(whole, row: new("acme", 30, 10) { SurveyedAt = Tenant.AsOf }).ChangeSince(Score(whole, row: new("acme", 12)));

        Assert.Equal(change.Difference, change.Lines.Sum(l => l.Total), 9);
        Assert.NotEqual(0, change.Difference);
    }

    [Fact]
    public void Parts_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => HealthStrategies.Weighted("w"));
        Assert.Throws<ArgumentException>(() => HealthStrategies.Weighted("w", ("a", 0, Sixty)));
        Assert.Throws<ArgumentException>(() => HealthStrategies.Weighted("w", ("a", -1, Sixty), ("b", 2, Sixty)));
        Assert.Throws<ArgumentException>(() => HealthStrategies.Weighted("w", ("a", double.NaN, Sixty)));
        Assert.Throws<ArgumentException>(() => HealthStrategies.WorstOf("w", ("a", Sixty), ("a", Twenty)));
        Assert.Throws<ArgumentException>(() => HealthStrategies.FirstThatAnswers("w"));
        Assert.Throws<ArgumentNullException>(() => HealthStrategies.FirstThatAnswers("w", ("a", null!)));
        Assert.Throws<ArgumentException>(() => HealthStrategies.FirstThatAnswers("w", (" ", Sixty)));
    }

    private static IHealthScoreStrategy Says(HealthResult result) => HealthStrategies.From("says", _ => result);

    private static string Hash(CompositeStrategy strategy) => Score(strategy).Definition.ConfigurationHash;

    private static HealthScore Score(CompositeStrategy strategy, string? previousBand = null, Tenant? row = null) =>
        new StrategyRunner(strategy.Name, strategy).Score((row ?? new Tenant("acme")).Context(previousBand));
}
