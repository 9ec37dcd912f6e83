using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

/// <summary>Figures within segments, and scores that only say which segment a customer is in.</summary>
[Requirement("PRF-8")]
public sealed class SegmentTests
{
    [Fact]
    public void A_score_that_only_says_which_segment_a_customer_is_in_is_seen_through()
    {
        // Small customers leave often and score low, large ones neither; within a segment the score is noise.
        var proof = Two((120, 200, 0, -15), (20, 300, 0, 15));

        Assert.True(proof.Auc!.Lower > 0.6, proof.Auc.ToString());
        Assert.True(proof.WithinSegments!.Auc!.Holds(0.5), proof.WithinSegments.Auc.ToString());
        Assert.Equal(ProofVerdict.SegmentOnly, proof.Verdict);
        Assert.Contains("It says again which segment", proof.Meaning, StringComparison.Ordinal);
        Assert.DoesNotContain("predicts", proof.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_score_that_knows_more_than_the_segment_predicts()
    {
        var proof = Two((120, 200, 1, -15), (20, 300, 1, 15));

        Assert.True(proof.WithinSegments!.Auc!.Lower > 0.5);
        Assert.Equal(ProofVerdict.Predicts, proof.Verdict);
    }

    [Fact]
    public void The_AUC_within_segments_is_the_one_over_the_pairs_of_the_same_segment()
    {
        var (small, large) = (Tables.Customers(12, 40, 0.8, "small"), Tables.Customers(30, 25, 0.1, "large", 20));
        var proof = Judge(small, large);
        var (inOrder, pairs) = (0d, 0L);
        foreach (var (scores, outcomes) in (ReadOnlySpan<(List<DatedScore>, List<DatedOutcome>)>)[small, large])
        {
            foreach (var left in scores.Where((_, i) => outcomes[i].Churned))
            {
                foreach (var stayed in scores.Where((_, i) => !outcomes[i].Churned))
                {
                    inOrder += left.Score < stayed.Score ? 1 : left.Score == stayed.Score ? 0.5 : 0;
                    pairs++;
                }
            }
        }

        Assert.Equal((pairs, 2), (proof.WithinSegments!.Pairs, proof.WithinSegments.Segments));
        Assert.Equal(inOrder / pairs, proof.WithinSegments.Auc!.Estimate, 1e-12);
    }

    [Fact]
    public void One_segment_alone_has_the_figures_of_all()
    {
        var (scores, outcomes) = Tables.Customers(40, 90, 0.8, "only");
        var proof = ScoreJudge.Judge(scores, outcomes);

        Assert.Equal(proof.Auc!.Lower, proof.WithinSegments!.Auc!.Lower, 1e-12);
        Assert.Equal(proof.Figures.Ranking!.Ks, Assert.Single(proof.Segments).Figures.Ranking!.Ks);
    }

    [Fact]
    public void A_segment_with_fewer_than_ten_of_a_kind_has_counts_and_no_ranking_and_says_so()
    {
        var proof = Two((40, 90, 1, 0), (9, 90, 1, 0));
        var (few, enough) = (proof.Segments[0], proof.Segments[1]);

        Assert.Equal(("large", true, 99, 9), (few.Segment, few.TooFew, few.Figures.Outcomes, few.Figures.Churned));
        Assert.Null(few.Figures.Ranking);
        Assert.NotNull(few.Figures.Bands[0].Rate);
        Assert.NotNull(enough.Figures.Ranking!.Auc);
        Assert.Matches(@"large +99 +9 +9\.1 % +too few", proof.ToString());
    }

    [Fact]
    public void Segments_are_in_the_order_of_their_names_and_those_without_come_last()
    {
        var decision = Tables.Decision;
        string?[] segments = ["b", null, "B", "a"];
        var proof = ScoreJudge.Judge(
            segments.Select((s, i) => new DatedScore($"{i}", decision.AddDays(-5), i, s)),
            segments.Select((_, i) => new DatedOutcome($"{i}", decision, i % 2 == 0)));

        Assert.Equal(["B", "a", "b", null], proof.Segments.Select(s => s.Segment));
        Assert.Null(proof.WithinSegments!.Auc);
    }

    [Fact]
    public void Without_segments_there_is_nothing_within_them()
    {
        var proof = Tables.Judge(20, 60, 1);
        Assert.Null(proof.WithinSegments);
        Assert.Empty(proof.Segments);
    }

    [Fact]
    public void Many_tiny_segments_are_not_taken_for_certainty()
    {
        // Ten pairs, each of a segment of its own, all in order.
        var (scores, outcomes) = (new List<DatedScore>(), new List<DatedOutcome>());
        for (var i = 0; i < 20; i++)
        {
            scores.Add(new($"{i}", Tables.Decision.AddDays(-5), i % 2, $"s{i / 2}"));
            outcomes.Add(new($"{i}", Tables.Decision, i % 2 == 0));
        }

        var within = ScoreJudge.Judge(scores, outcomes).WithinSegments!.Auc!;
        Assert.Equal((1, IntervalMethod.Jeffreys), (within.Estimate, within.Method));
        Assert.Equal(ProportionInterval.Jeffreys(10, 10).Lower, within.Lower, 1e-9);
    }

    private static ScoreProof Two((int Left, int Stayed, double Effect, double Shift) small, (int Left, int Stayed, double Effect, double Shift) large) =>
        Judge(
            Tables.Customers(small.Left, small.Stayed, small.Effect, "small", small.Shift),
            Tables.Customers(large.Left, large.Stayed, large.Effect, "large", large.Shift));

    private static ScoreProof Judge(
        (List<DatedScore> Scores, List<DatedOutcome> Outcomes) one, (List<DatedScore> Scores, List<DatedOutcome> Outcomes) other) =>
        ScoreJudge.Judge(one.Scores.Concat(other.Scores), one.Outcomes.Concat(other.Outcomes));
}
