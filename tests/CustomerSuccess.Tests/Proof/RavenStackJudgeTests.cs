using CustomerSuccess.Proof;

namespace CustomerSuccess.Tests.Proof;

/// <summary>Data in which nothing goes with anything: whatever is computed from it, nothing may be called proven.</summary>
public sealed class RavenStackJudgeTests
{
    [SkippableFact]
    public void A_naive_usage_score_of_a_made_up_portfolio_is_not_called_proven_whichever_way_it_is_read()
    {
        var (scores, outcomes) = (RavenStack.MonthlyUse(), RavenStack.Outcomes());
        foreach (var (highIsRisk, horizon) in (ReadOnlySpan<(bool, int)>)[(false, 365), (true, 365), (false, 90), (true, 31)])
        {
            var proof = ScoreJudge.Judge(scores, outcomes, new JudgeOptions { HighIsRisk = highIsRisk, HorizonDays = horizon });

            Assert.Equal(ProofKind.Replayed, proof.Kind);
            Assert.True(proof.Verdict is ProofVerdict.CannotTellYet or ProofVerdict.NoBetterThanChance, proof.ToString());
            Assert.DoesNotContain("predicts", proof.ToString(), StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public void Three_quarters_of_its_use_is_dated_before_the_subscription_began() =>
        Assert.Equal(19_142, RavenStack.UseBeforeTheSubscriptionBegan().Count);
}
