using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Support;

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
    [Requirement("PRF-1")]
    public async Task No_score_over_its_facts_is_called_proven_at_any_cut_off_and_what_contradicts_is_said()
    {
        var host = new RavenStackHost();
        var subscriptions = RavenStack.Rows("subscriptions").ToLookup(r => r[1], r => (Start: RavenStack.Utc(r[2]), HasEnd: r[3].Length > 0));
        foreach (var cutOff in (DateTimeOffset[])[RavenStack.Utc("2023-12-31"), RavenStack.Utc("2024-03-31"), RavenStack.Utc("2024-06-30")])
        {
            foreach (var card in RavenStackHost.Cards())
            {
                var options = new CutOffOptions { At = cutOff, OutcomesKnownAt = RavenStack.Utc("2025-01-01"), RiskSet = RiskSet.AllActive };
                var report = await CutOffJudge.JudgeAsync(CustomerHealth.Of(host.Sources, h => h.ScoredBy(card)), host.Sources, options);
                var (end, first) = (cutOff.AddDays(180), FirstEvents());

                Assert.Equal(RavenStack.Rows("accounts").Count(r => RavenStack.Utc(r[4]) <= cutOff), report.Active);
                Assert.Equal(first.Count(e => e.Value <= cutOff), report.DecidedBefore);
                Assert.Equal(first.Where(e => e.Value > cutOff && e.Value <= end).Select(e => e.Key).Count(a => SignedUp(a) <= cutOff), report.Proof.Figures.Churned);
                // Who left by an event still holds subscriptions that never end: nobody can say which is right.
                var runsOn = first.Where(e => e.Value > cutOff && e.Value <= end && SignedUp(e.Key) <= cutOff).Count(e => subscriptions[e.Key].Any(s => s.Start <= end && !s.HasEnd));
                Assert.Equal(runsOn, report.RunningOn);
                Assert.True(runsOn > 0 && report.Notes.Any(n => n.Contains("One of the two is wrong", StringComparison.Ordinal)), report.ToString());
                Assert.NotEqual(ProofVerdict.Predicts, report.Proof.Verdict);
                Assert.DoesNotContain("predicts", report.ToString(), StringComparison.Ordinal);
                Assert.DoesNotContain("proven", report.ToString(), StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static Dictionary<string, DateTimeOffset> FirstEvents() =>
        RavenStack.Rows("churn_events").GroupBy(r => r[1]).ToDictionary(g => g.Key, g => g.Min(r => RavenStack.Utc(r[2])));

    private static DateTimeOffset SignedUp(string account) => RavenStack.Utc(RavenStack.Rows("accounts").First(r => r[0] == account)[4]);
}
