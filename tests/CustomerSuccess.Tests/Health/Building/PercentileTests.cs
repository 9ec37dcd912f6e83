using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Building;

[Requirement("HLT-3")]
[Requirement("HLT-10")]
public sealed class PercentileTests
{
    private static readonly CohortReference Cohort = CohortReference.From(
        "all customers",
        One.AsOf,
        new CohortSeries("logins", [10, 20, 30, 40]),
        new CohortSeries("logins", [100, 200], "enterprise"),
        new CohortSeries("tickets", [0, 1, 1, 8], "enterprise"));

    [Theory]
    [InlineData(null, 25d, 50d)]
    [InlineData("trial", 25d, 50d)]
    [InlineData("enterprise", 25d, 0d)]
    [InlineData("enterprise", 150d, 50d)]
    [InlineData("enterprise", 200d, 75d)]
    public void A_value_is_ranked_within_its_own_segment(string? segment, double logins, double expected)
    {
        var card = Scorecard.ForColumns("x").Measure("logins", m => m.MoreIsBetter().Percentile(Cohort)).Build();
        var score = card.Score([logins], new ScoreRequest { AsOf = One.AsOf, Segment = segment });

        Assert.Equal(expected, score.Value);
        Assert.Equal(["enterprise"], card.Segments);
        Assert.Equal($"{logins:0} among {(segment == "enterprise" ? "2 of enterprise" : "4 of everyone")}", score.Line("logins").RawText);
    }

    [Fact]
    public void Where_less_is_better_the_rank_is_turned()
    {
        var card = Scorecard.ForColumns("x").Measure("logins", m => m.LessIsBetter().Percentile(Cohort)).Build();

        Assert.Equal([100d, 50, 0], new[] { One.Value(card, 1)!.Value, One.Value(card, 25)!.Value, One.Value(card, 99)!.Value });
    }

    [Fact]
    public void Without_the_cohort_the_measure_is_unknown_and_with_it_the_hash_covers_it()
    {
        static ColumnScorecardBuilder Card() => Scorecard.ForColumns("x").Measure("logins", m => m.MoreIsBetter().Percentile("all customers")).Measure("y", m => m.MoreIsBetter().Linear(0, 100));

        var (without, with) = (Card().Build(), Card().Reference(Cohort).Build());
        var score = without.Score([25, 80], One.AsOf);

        Assert.Equal((80, 0.5, 40, 90), (score.Value, score.Coverage, score.Lower, score.Upper));
        Assert.Equal("logins: not given: the cohort 'all customers'", $"{score.Line("logins").Cause}");
        Assert.Equal(65, One.Value(with, 25, 80));
        Assert.NotEqual(without.Definition.ConfigurationHash, with.Definition.ConfigurationHash);
        Assert.Equal(with.Definition.ConfigurationHash, Scorecard.ForColumns("x").Measure("logins", m => m.MoreIsBetter().Percentile(Cohort)).Measure("y", m => m.MoreIsBetter().Linear(0, 100)).Build().Definition.ConfigurationHash);
        Assert.Contains(Cohort.ContentHash(), CanonicalJson.Write(ScorecardHash.Json(with.Model)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_segment_of_which_the_cohort_knows_nothing_is_unknown_and_the_line_says_so()
    {
        var card = Scorecard.ForColumns("x").Measure("severe", m => m.LessIsBetter().Percentile("all customers", series: "tickets")).Reference(Cohort).Build();

        Assert.Equal(25, card.Score([1.5], new ScoreRequest { AsOf = One.AsOf, Segment = "enterprise" }).Value);
        var score = card.Score([1.5], new ScoreRequest { AsOf = One.AsOf, Segment = "small" });
        Assert.Null(score.Value);
        Assert.Equal("no observations: cohort 'all customers' as of 2024-03-01 has no values of 'tickets' for this segment and none for everyone", score.Line("severe").Cause!.Reason);
    }

    [Fact]
    public void Bounds_run_over_what_the_valid_range_can_reach()
    {
        var card = Scorecard.ForColumns("x").Measure("logins", m => m.Valid(15, 35).MoreIsBetter().Percentile(Cohort, "logins")).Measure("y", m => m.MoreIsBetter().Linear(0, 100)).Build();
        var only = Scorecard.ForColumns("x").Measure("logins", m => m.Valid(15, 35).MoreIsBetter().Percentile(CohortReference.From("c", One.AsOf, new CohortSeries("logins", [10, 20, 30, 40])))).Build();

        Assert.Equal((0, 37.5), (card.Score([double.NaN, 0], One.AsOf).Lower, card.Score([double.NaN, 0], One.AsOf).Upper));
        Assert.Equal((25, 75), (only.Score([double.NaN], One.AsOf).Lower, only.Score([double.NaN], One.AsOf).Upper));
    }

    [Fact]
    public void A_way_moves_it_within_its_valid_range_past_as_many_as_it_must()
    {
        var card = Scorecard.ForColumns("x").Measure("logins", m => m.Valid(0, 50).MoreIsBetter().Percentile(Cohort).Actionable()).Build();

        Assert.Equal("logins: 12 → 20.01 → 50.0", $"{card.Score([12], One.AsOf).WayTo("Yellow").Cheapest}");
        Assert.Equal(["SC018"], Assert.Throws<ConfigurationException>(() => Scorecard.ForColumns("x").Measure("logins", m => m.MoreIsBetter().Percentile(Cohort).Actionable()).Build()).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_rank_without_a_direction_and_two_cohorts_of_one_name_are_mistakes()
    {
        var exception = Assert.Throws<ConfigurationException>(() => Scorecard.ForColumns("x")
            .Measure("logins", m => m.NeitherIsBetter().Percentile(Cohort))
            .Reference(CohortReference.From("all customers", One.AsOf.AddDays(1)))
            .Build());

        Assert.Equal(["SC012 x/logins", "SC036 x"], exception.Diagnostics.Select(d => $"{d.Code} {d.Path}"));
    }
}
