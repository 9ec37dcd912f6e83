using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

/// <summary>What may be said of a score, and what may not.</summary>
[Requirement("PRF-8")]
public sealed class VerdictTests
{
    [Fact]
    public void A_dated_score_whose_interval_lies_above_one_half_predicts()
    {
        var proof = Tables.Judge(60, 240, effect: 1.2);

        Assert.Equal((ProofKind.Replayed, ProofVerdict.Predicts), (proof.Kind, proof.Verdict));
        Assert.StartsWith("The score predicts who leaves: of 100 pairs", proof.Meaning, StringComparison.Ordinal);
        Assert.Null(proof.OutcomesNeeded);
    }

    [Fact]
    public void One_undated_score_among_the_judged_makes_it_association_only()
    {
        var (scores, outcomes) = Tables.Customers(60, 240, effect: 1.2);
        scores[7] = new(scores[7].CustomerId, null, scores[7].Score);
        var proof = ScoreJudge.Judge(scores, outcomes);

        Assert.Equal((ProofKind.Concurrent, ProofVerdict.AssociationOnly), (proof.Kind, proof.Verdict));
        Assert.StartsWith("Association only:", proof.Meaning, StringComparison.Ordinal);
        Assert.Contains("1 of 300 scores has no date", proof.Meaning, StringComparison.Ordinal);
        Assert.Contains(proof.Notes, n => n.Contains("the rest would be a replay", StringComparison.Ordinal));
    }

    [Fact]
    public void A_score_read_the_wrong_way_round_is_said_to_be_inverted()
    {
        var proof = Tables.Judge(60, 240, effect: 1.2, new JudgeOptions { HighIsRisk = true });

        Assert.Equal(ProofVerdict.Inverted, proof.Verdict);
        Assert.Contains("direction is reversed", proof.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_that_is_well_measured_is_no_better_than_chance()
    {
        var proof = Tables.Judge(600, 2400, effect: 0);

        Assert.Equal((ProofVerdict.NoBetterThanChance, null), (proof.Verdict, proof.OutcomesNeeded));
        Assert.Contains("of no use", proof.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interval_that_holds_chance_and_more_cannot_be_told_yet_and_says_how_many_outcomes_it_needs()
    {
        var proof = Tables.Judge(15, 60, effect: 0.2);

        Assert.Equal(ProofVerdict.CannotTellYet, proof.Verdict);
        Assert.True(proof.Auc!.Holds(0.5));
        Assert.Contains($"needs about {proof.OutcomesNeeded:#,0} more outcomes", proof.Meaning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, 300)]
    [InlineData(300, 9)]
    public void Below_ten_of_a_kind_there_is_no_verdict_however_clean_the_order(int left, int stayed)
    {
        var proof = Tables.Judge(left, stayed, effect: 10);

        Assert.Equal((ProofVerdict.None, 35), (proof.Verdict, proof.OutcomesNeeded));
        Assert.Equal(1, proof.Auc!.Estimate);
        Assert.Contains("only 9", proof.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void From_ten_of_a_kind_on_there_is_one() => Assert.Equal(ProofVerdict.Predicts, Tables.Judge(10, 300, effect: 10).Verdict);

    [Theory]
    [InlineData(0, 20, "nobody left")]
    [InlineData(20, 0, "nobody stayed")]
    public void Where_a_kind_is_missing_it_cannot_even_be_said_how_many_are_needed(int left, int stayed, string words)
    {
        var proof = Tables.Judge(left, stayed, effect: 1);

        Assert.Equal((ProofVerdict.None, null, null), (proof.Verdict, proof.OutcomesNeeded, proof.Auc));
        Assert.Contains(words, proof.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_needed_is_what_Hanley_and_McNeil_expect_for_the_effect_or_for_0_60()
    {
        // By hand at 20 % churn for an AUC of 0.60: 0.01 ÷ (1.95996 + 0.84162)² is the variance to reach.
        Assert.Equal(421, OutcomesNeeded.Expected(0.60, 0.2, 0.1 / 2.8015852), 1d);
        // The formula at that number gives that error again.
        foreach (var (auc, churned, error) in (ReadOnlySpan<(double, double, double)>)[(0.6, 0.2, 0.0357), (0.75, 0.05, 0.02), (0.9, 0.5, 0.05)])
        {
            var n = OutcomesNeeded.Expected(auc, churned, error);
            var (m, k, q1, q2) = (churned * n, (1 - churned) * n, auc / (2 - auc), 2 * auc * auc / (1 + auc));
            var variance = ((auc * (1 - auc)) + ((m - 1) * (q1 - (auc * auc))) + ((k - 1) * (q2 - (auc * auc)))) / (m * k);
            Assert.Equal(error, Math.Sqrt(variance), 1e-9);
        }
    }

    [Fact]
    public void An_effect_that_is_negligible_is_not_what_the_number_needed_is_for()
    {
        var (negligible, seen) = (Tables.Judge(100, 400, effect: 0), Tables.Judge(25, 100, effect: 0.35));

        Assert.Equal(ProofVerdict.CannotTellYet, seen.Verdict);
        Assert.InRange(seen.OutcomesNeeded!.Value, 100, 3000);
        Assert.True(negligible.OutcomesNeeded is null or < 1000, negligible.Meaning);
    }

    [Fact]
    public void A_sentence_never_shows_chance_where_the_interval_does_not_hold_it()
    {
        var (near, z) = (0.0496, 1.959963984540054);

        Assert.Equal(("55.00", "50.04", "59.96"), Numbers.OfAHundred(ProportionInterval.Normal(0.55, near / z * (near / z), 0.95)));
        Assert.Equal(("55", "45", "65"), Numbers.OfAHundred(ProportionInterval.Normal(0.55, 0.1 / z * (0.1 / z), 0.95)));
        Assert.Equal(("50", "40", "60"), Numbers.OfAHundred(ProportionInterval.Normal(0.5, 0.1 / z * (0.1 / z), 0.95)));
    }
}
