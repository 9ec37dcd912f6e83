using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health;

[Requirement("HLT-11")]
public sealed class UsageVerdictTests
{
    private static readonly DateTimeOffset Day = One.AsOf;

    private static readonly Scorecard Card = Scorecard.ForColumns("x")
        .Measure("logins", m => m.MoreIsBetter().Linear(0, 100).JudgedAsUsage(whenNot: 10, whileInvestigated: 40))
        .Measure("nps", m => m.MoreIsBetter().Linear(0, 100))
        .Build();

    private static UsageVerdict Verdict(UsageAnswer answer, int day = -1, string? measure = null, int days = 30, string reason = "bots log in") =>
        new(answer, "Dana", reason, Day.AddDays(day), Day.AddDays(day + days), measure);

    [Theory]
    [InlineData(UsageAnswer.Yes, 90d, 85d)]
    [InlineData(UsageAnswer.Investigate, 90d, 60d)]
    [InlineData(UsageAnswer.No, 90d, 45d)]
    [InlineData(UsageAnswer.No, 5d, 42.5)]
    public void A_verdict_in_force_is_a_ceiling_and_the_measure_stays_observed(UsageAnswer answer, double logins, double expected)
    {
        var score = Card.Score([logins, 80, double.NaN], new ScoreRequest { AsOf = Day, Usage = [Verdict(answer)] });

        Assert.Equal(expected, score.Value);
        Assert.Equal(1, score.Coverage);
        Assert.Equal(expected, score.Lines.Sum(l => l.Points), 1e-9);
        Assert.Equal(logins / 2, score.Line("logins").Points);
        Assert.Equal(expected - ((logins + 80) / 2), score.Line("logins", ScoreLineKind.Usage).Points, 1e-12);
        Assert.Equal([answer], score.Usage.Select(u => u.Answer));
    }

    [Fact]
    public void Before_it_begins_and_from_its_expiry_on_nothing_changes()
    {
        var verdict = Verdict(UsageAnswer.No, day: 0, days: 2);
        double? At(DateTimeOffset asOf) => Card.Score([90, 80, double.NaN], new ScoreRequest { AsOf = asOf, Usage = [verdict] }).Value;

        Assert.Equal([85d, 45, 45, 85], new[] { At(Day.AddTicks(-1))!.Value, At(Day)!.Value, At(Day.AddDays(2).AddTicks(-1))!.Value, At(Day.AddDays(2))!.Value });
        Assert.Empty(Card.Score([90, 80, double.NaN], new ScoreRequest { AsOf = Day.AddDays(2), Usage = [verdict] }).Usage);
    }

    [Fact]
    public void Of_several_the_one_on_the_measure_counts_then_the_latest_then_the_strictest()
    {
        UsageAnswer? Of(params UsageVerdict[] verdicts) => UsageVerdict.InForce(verdicts, "logins", Day)?.Answer;

        Assert.Equal(UsageAnswer.Yes, Of(Verdict(UsageAnswer.No), Verdict(UsageAnswer.Yes, day: -5, measure: "logins")));
        Assert.Equal(UsageAnswer.Yes, Of(Verdict(UsageAnswer.No, day: -2), Verdict(UsageAnswer.Yes)));
        Assert.Equal(UsageAnswer.No, Of(Verdict(UsageAnswer.Investigate), Verdict(UsageAnswer.No), Verdict(UsageAnswer.Yes)));
        Assert.Null(Of(Verdict(UsageAnswer.No, measure: "seats"), Verdict(UsageAnswer.No, day: -40)));
    }

    [Fact]
    public void Who_said_it_and_why_stands_in_the_explanation()
    {
        var score = Card.Score([90, 80, double.NaN], new ScoreRequest { AsOf = Day, Usage = [Verdict(UsageAnswer.No)] });

        Assert.Matches("\n  logins usage not as it should be, says Dana until 2024-03-30: bots log in +-40\\.0$", score.Explain());
        Assert.Equal(45, score.ToSnapshot().Value);
    }

    [Fact]
    public void A_column_says_the_same_without_the_words()
    {
        var results = ScoreResults.Allocate(Card, 5);
        Card.Score(new ScoreColumns(5).Add("logins", new double[] { 90, 90, 90, 90, 90 }).Add("nps", new double[] { 80, 80, 80, 80, 80 }).Add("logins.usage", new[] { double.NaN, 0, 1, 2, double.PositiveInfinity }), results);

        Assert.Equal([85, 85, 60, 45, 45], results.Values.ToArray());
        Assert.Equal("under investigation", Card.Score([90, 80, 1], Day).Line("logins", ScoreLineKind.Usage).Because);
    }

    [Fact]
    public void What_is_missing_cannot_rise_above_the_ceiling_either()
    {
        var score = Card.Score([double.NaN, 80, double.NaN], new ScoreRequest { AsOf = Day, Usage = [Verdict(UsageAnswer.No)] });

        Assert.Equal((80, 40, 80), (score.Value, score.Lower, score.Upper));
    }

    [Fact]
    public void Decay_comes_before_and_both_have_a_line()
    {
        var card = Scorecard.ForColumns("x").Measure("logins", m => m.MoreIsBetter().Linear(0, 100).HalfLife(TimeSpan.FromDays(1)).JudgedAsUsage()).Build();
        var score = card.Score([90, double.NaN, 1], new ScoreRequest { AsOf = Day, Usage = [Verdict(UsageAnswer.Investigate)] });

        Assert.Equal((50, 90, -20, -20), (score.Value, score.Line("logins").Points, score.Line("logins", ScoreLineKind.Decay).Points, score.Line("logins", ScoreLineKind.Usage).Points));
    }

    [Fact]
    public void A_row_a_strategy_and_a_composite_take_the_verdicts_of_their_context()
    {
        var rows = Scorecard.For<double>("x").Measure("logins", r => r, m => m.MoreIsBetter().Linear(0, 100).JudgedAsUsage()).Build();
        var facts = Vocabulary.For<double>().MeasuresOf(rows).Build().Read(90, Day);
        var context = new HealthScoreContext { Facts = facts, AsOf = Day, Usage = [Verdict(UsageAnswer.No)] };

        Assert.Equal(0, rows.Score(90, new ScoreRequest { AsOf = Day, Usage = [Verdict(UsageAnswer.No)] }).Value);
        Assert.Equal(0, new StrategyRunner("s", rows).Score(context).Value);
        Assert.Equal(90, rows.Score(90, Day).Value);
        Assert.Equal(0, One.Measure(m => m.MoreIsBetter().Linear(0, 100).JudgedAsUsage()).Score([90, 2], Day).Value);
    }

    [Fact]
    public void A_way_does_not_lift_what_a_verdict_holds()
    {
        var card = Scorecard.ForColumns("x").Measure("logins", m => m.MoreIsBetter().Linear(0, 100).JudgedAsUsage(20, 60).Actionable()).Build();
        Counterfactual Way(UsageAnswer answer) => card.Score([10, double.NaN], new ScoreRequest { AsOf = Day, Usage = [Verdict(answer)] }).WayTo("Yellow");

        Assert.Equal("logins: 10 → 50 → 50.0", $"{Way(UsageAnswer.Investigate)}");
        Assert.Equal("cannot reach Yellow: all actionable measures together do not reach it; a verdict on usage holds 'logins'", $"{Way(UsageAnswer.No)}");
    }

    [Fact]
    public void A_verdict_that_begins_is_a_change_of_its_own_line()
    {
        var before = Card.Score([90, 80, double.NaN], Day);
        var change = Card.Score([90, 80, double.NaN], new ScoreRequest { AsOf = Day, Usage = [Verdict(UsageAnswer.No)] }).ChangeSince(before);

        Assert.Equal(-40, Assert.Single(change.Lines, l => l.Total != 0).Total);
    }

    [Fact]
    public void A_verdict_without_author_reason_or_future_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new UsageVerdict(UsageAnswer.No, " ", "r", Day, Day.AddDays(1)));
        Assert.Throws<ArgumentException>(() => new UsageVerdict(UsageAnswer.No, "a", "", Day, Day.AddDays(1)));
        Assert.Throws<ArgumentException>(() => new UsageVerdict(UsageAnswer.No, "a", "r", Day, Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UsageVerdict((UsageAnswer)7, "a", "r", Day, Day.AddDays(1)));
    }

    [Fact]
    public void Ceilings_are_on_the_scale_and_the_stricter_answer_has_the_lower_one()
    {
        static string[] Mistakes(double no, double maybe) => [.. Assert.Throws<ConfigurationException>(() => Scorecard.ForColumns("x").ScaledTo(0, 10)
            .Measure("a", m => m.MoreIsBetter().Linear(0, 100).JudgedAsUsage(no, maybe)).Build()).Diagnostics.Select(d => $"{d.Code} {d.Message}")];

        Assert.Equal(["SC013 The ceiling 50 of usage lies outside 0 to 10."], Mistakes(0, 50));
        Assert.Equal(["SC037 Usage that is not as it should be may be worth 6, and while it is investigated only 5."], Mistakes(6, 5));
        Assert.Equal((20, 50), Scorecard.ForColumns("x").ScaledTo(0, 10).Measure("a", m => m.MoreIsBetter().Linear(0, 100).JudgedAsUsage(2)).Build().Model.Root.Children[0] is MeasureModel { Usage: { } u } ? (u.WhenNot, u.WhileInvestigated) : default);
    }
}
