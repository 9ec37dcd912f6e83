using CustomerSuccess.Health;
using CustomerSuccess.Proof;

namespace CustomerSuccess.Tests.Proof;

/// <summary>Rows and options that cannot be wrong.</summary>
public sealed class InputTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_score_is_finite_and_the_mistake_names_its_customer(double score) =>
        Assert.Contains("'acme'", Assert.Throws<ArgumentOutOfRangeException>(() => new DatedScore("acme", null, score)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_id_or_a_segment_is_not_blank(string blank)
    {
        Assert.Throws<ArgumentException>(() => new DatedScore(blank, null, 1));
        Assert.Throws<ArgumentException>(() => new DatedScore("acme", null, 1, blank));
        Assert.Throws<ArgumentException>(() => new DatedOutcome(blank, default, true));
    }

    [Fact]
    public void Instants_are_kept_in_UTC()
    {
        var local = new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(2));
        Assert.Equal(TimeSpan.Zero, new DatedScore("acme", local, 1).Date!.Value.Offset);
        Assert.Equal(local.ToUniversalTime(), new DatedOutcome("acme", local, true).DecidedAt);
    }

    [Fact]
    public void Options_are_checked_where_they_are_set()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new JudgeOptions { HorizonDays = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new JudgeOptions { HorizonDays = JudgeOptions.LongestHorizonDays + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new JudgeOptions { Confidence = 1 });
        Assert.Throws<ArgumentNullException>(() => new JudgeOptions { Bands = null! });
        Assert.Throws<ArgumentOutOfRangeException>(() => Capacity.Customers(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Capacity.ShareOfAll(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Capacity.ShareOfAll(1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => Capacity.ShareOfAll(double.NaN));
    }

    [Fact]
    public void The_defaults_are_a_year_low_is_risk_and_95_percent()
    {
        var options = new JudgeOptions();
        Assert.Equal((365, false, 0.95, null), (options.HorizonDays, options.HighIsRisk, options.Confidence, options.Capacity));
        Assert.Equal([0, 50, 75], options.Bands.Bands.Select(b => b.Lower));
    }

    [Fact]
    public void Nobody_is_judged_twice_as_long_as_the_longest_horizon_ago() =>
        Assert.Equal(1, ScoreJudge.Judge(
            [new("acme", DateTimeOffset.MinValue.AddDays(1), 1)],
            [new("acme", DateTimeOffset.MaxValue, true)],
            new JudgeOptions { HorizonDays = JudgeOptions.LongestHorizonDays }).Matching.TooOld);

    [Fact]
    public void A_score_of_risk_is_turned_round_for_the_bands()
    {
        var proof = ScoreJudge.Judge([new("acme", null, 90)], [new("acme", Tables.Decision, true)], new JudgeOptions { HighIsRisk = true });
        Assert.Equal(1, proof.Figures.Bands[0].Outcomes);
    }

    [Fact]
    public void Numbers_far_beyond_the_scale_are_judged_by_their_order_and_that_is_said()
    {
        var proof = ScoreJudge.Judge(
            [new("a", null, -1e308), new("b", null, 1e308)],
            [new("a", Tables.Decision, true), new("b", Tables.Decision, false)],
            new JudgeOptions { Bands = HealthBands.RedYellowGreen(40, 70) });
        Assert.Equal(1, proof.Auc!.Estimate);
        Assert.Contains(proof.Notes, n => n.Contains("outside 0 to 100", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_score_for_all_and_one_band_for_all_are_said()
    {
        Assert.Contains("Every customer has the same score.", Of(50, 50).Notes);
        Assert.Contains(Of(1, 4).Notes, n => n.StartsWith("Every customer lies in the same band", StringComparison.Ordinal));
        Assert.DoesNotContain(Of(1, 80).Notes, n => n.StartsWith("Every customer", StringComparison.Ordinal));

        static ScoreProof Of(double one, double other) => ScoreJudge.Judge(
            [new("a", Tables.Decision.AddDays(-1), one), new("b", Tables.Decision.AddDays(-1), other)],
            [new("a", Tables.Decision, true), new("b", Tables.Decision, false)]);
    }
}
