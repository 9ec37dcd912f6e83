using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

/// <summary>Which score an outcome is judged by.</summary>
[Requirement("PRF-8")]
public sealed class MatchingTests
{
    private static readonly DateTimeOffset Decision = new(2026, 3, 1, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_latest_score_before_the_day_of_the_decision_counts_in_whatever_order_the_table_is()
    {
        (DateTimeOffset, double)[] rows = [(Day(-200), 10), (Day(-3), 80), (Day(-30), 20), (Day(4), 30)];

        Assert.Equal("Green", BandOf(rows));
        Assert.Equal("Green", BandOf([.. rows.Reverse()]));
    }

    [Fact]
    public void A_score_exactly_as_old_as_the_horizon_counts_and_one_tick_older_is_too_old()
    {
        var options = new JudgeOptions { HorizonDays = 90 };

        Assert.Equal(1, Judge(options, Score(Decision.AddDays(-90))).Matching.Judged);
        var older = Judge(options, Score(Decision.AddDays(-90).AddTicks(-1))).Matching;
        Assert.Equal((0, 1, 1), (older.Judged, older.Unmatched, older.TooOld));
    }

    [Fact]
    public void Unless_stated_a_score_may_be_a_year_old() =>
        Assert.Equal((1, 0), (Judge(null, Score(Decision.AddDays(-365))).Matching.Judged, Judge(null, Score(Decision.AddDays(-366))).Matching.Judged));

    [Fact]
    public void A_score_of_the_day_of_the_decision_does_not_count_and_one_of_the_last_tick_before_it_does()
    {
        var midnight = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        var same = Judge(null, Score(midnight)).Matching;
        Assert.Equal((0, 1, 1), (same.Judged, same.Unmatched, same.TooLate));
        Assert.Equal(1, Judge(null, Score(Decision.AddDays(9))).Matching.TooLate);
        Assert.Equal(1, Judge(null, Score(midnight.AddTicks(-1))).Matching.Judged);
    }

    [Fact]
    public void Days_are_those_of_UTC_whatever_the_offset_says()
    {
        // 1 March 01:00 in Berlin is still 28 February in UTC, and 28 February 23:00 in New York is already 1 March.
        Assert.Equal(1, Judge(null, Score(new DateTimeOffset(2026, 3, 1, 0, 59, 0, TimeSpan.FromHours(1)))).Matching.Judged);
        Assert.Equal(1, Judge(null, Score(new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.FromHours(-5)))).Matching.TooLate);
    }

    [Fact]
    public void Of_several_scores_at_the_latest_instant_the_last_of_the_table_counts_and_that_is_reported()
    {
        Assert.Equal("Green", BandOf((Day(-3), 10), (Day(-3), 90)));
        Assert.Equal("Red", BandOf((Day(-3), 90), (Day(-3), 10)));
        Assert.Equal(1, Judge(null, Score(Day(-3)), Score(Day(-3)), Score(Day(-3))).Matching.SameInstant);
        Assert.Equal(0, Judge(null, Score(Day(-4)), Score(Day(-4)), Score(Day(-3))).Matching.SameInstant);
    }

    [Fact]
    public void Every_cause_of_an_unmatched_outcome_is_counted()
    {
        var report = ScoreJudge.Judge(
            [Score(Day(-9), "judged"), Score(Day(-999), "old"), Score(Day(2), "late"), Score(Day(-9), "nobody"), Score(Day(-9), "both")],
            [
                Outcome("judged"), Outcome("judged"), Outcome("old"), Outcome("late"), Outcome("unknown"),
                new("both", Decision, true), new("both", Decision.AddHours(2), false),
            ]).Matching;

        Assert.Equal((5, 7), (report.Scores, report.Outcomes));
        Assert.Equal((1, 1, 5), (report.Judged, report.Repeated, report.Unmatched));
        Assert.Equal((1, 1, 1, 2), (report.TooOld, report.TooLate, report.WithoutScore, report.Contradicting));
        Assert.Equal(report.Outcomes, report.Judged + report.Unmatched + report.Repeated);
        Assert.Equal(1, report.CustomersWithoutOutcome);
    }

    [Fact]
    public void Contradicting_outcomes_of_a_day_are_all_left_out_and_said()
    {
        var proof = ScoreJudge.Judge([Score(Day(-9))], [Outcome("acme"), new("acme", Decision, true), Outcome("acme")]);

        Assert.Equal((0, 3, 0), (proof.Figures.Outcomes, proof.Matching.Contradicting, proof.Matching.Repeated));
        Assert.Contains(proof.Notes, n => n.Contains("contradict", StringComparison.Ordinal));
    }

    [Fact]
    public void Decisions_of_different_days_each_count_and_that_is_said()
    {
        var proof = ScoreJudge.Judge([Score(Day(-500)), Score(Day(-9))], [Outcome("acme"), new("acme", Decision.AddDays(-400), false)]);

        Assert.Equal((2, 1), (proof.Figures.Outcomes, proof.Matching.CustomersWithSeveral));
        Assert.Contains(proof.Notes, n => n.Contains("more than one outcome", StringComparison.Ordinal));
    }

    [Fact]
    public void An_undated_score_counts_where_no_dated_one_does_and_makes_the_kind_concurrent()
    {
        var undated = Judge(null, new DatedScore("acme", null, 90));
        Assert.Equal((ProofKind.Concurrent, 1, null), (undated.Kind, undated.Matching.Undated, undated.Figures.LeadTime));

        var stale = Judge(null, Score(Day(-999)), new DatedScore("acme", null, 90));
        Assert.Equal((ProofKind.Concurrent, "Green"), (stale.Kind, stale.Figures.Bands.Single(b => b.Outcomes == 1).Band.Name));

        var dated = Judge(null, new DatedScore("acme", null, 90), Score(Day(-9)));
        Assert.Equal((ProofKind.Replayed, 0), (dated.Kind, dated.Matching.Undated));
    }

    [Fact]
    public void Nothing_matched_is_no_kind() => Assert.Equal(ProofKind.None, ScoreJudge.Judge([], [Outcome("acme")]).Kind);

    [Fact]
    public void Lead_time_has_interpolated_quartiles_in_days()
    {
        string[] ids = ["a", "b", "c", "d"];
        var lead = ScoreJudge.Judge(ids.Select((id, i) => Score(Decision.AddDays(-10 * (i + 1)), id)), ids.Select(Outcome)).Figures.LeadTime!;

        Assert.Equal((4, 17.5, 25, 32.5), (lead.Outcomes, lead.LowerQuartile, lead.Median, lead.UpperQuartile));
    }

    [Fact]
    public void A_row_that_is_null_is_named()
    {
        Assert.Contains("Row 1 of the scores", Assert.Throws<ArgumentException>(() => ScoreJudge.Judge([Score(Day(-1)), null!], [])).Message, StringComparison.Ordinal);
        Assert.Contains("Row 0 of the outcomes", Assert.Throws<ArgumentException>(() => ScoreJudge.Judge([], [null!])).Message, StringComparison.Ordinal);
    }

    private static string BandOf(params (DateTimeOffset Date, double Score)[] scores) =>
        Judge(null, [.. scores.Select(s => new DatedScore("acme", s.Date, s.Score))]).Figures.Bands.Single(b => b.Outcomes == 1).Band.Name;

    private static ScoreProof Judge(JudgeOptions? options, params DatedScore[] scores) => ScoreJudge.Judge(scores, [Outcome("acme")], options);

    private static DatedScore Score(DateTimeOffset date, string customer = "acme") => new(customer, date, 50);

    private static DatedOutcome Outcome(string customer) => new(customer, Decision, churned: false);

    private static DateTimeOffset Day(int days) => Decision.AddDays(days);
}
