using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Proof;

/// <summary>The planted nonsense is reported, each kind as often as counting over the files gives.</summary>
public sealed class RavenStackDefectTests
{
    private static readonly DateTimeOffset End = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task Use_outside_its_subscription_is_reported_as_often_as_the_files_have_it()
    {
        var host = new RavenStackHost(keepIds: false);
        var spans = RavenStack.Rows("subscriptions").ToDictionary(r => r[0], r => (Start: r[2], End: r[3]));
        var use = RavenStack.Rows("feature_usage").Select(r => (Day: r[2], Span: spans[r[1]])).ToList();
        var before = use.Count(u => string.CompareOrdinal(u.Day, u.Span.Start) < 0);
        var after = use.Count(u => u.Span.End.Length > 0 && string.CompareOrdinal(u.Day, u.Span.End) >= 0);

        Assert.Equal((19_142, 292), (before, after));
        Assert.Equal(before + after, await CountAsync(host, SignalDefectKind.OutsideSubscription, "use"));
    }

    [SkippableFact]
    public async Task Use_and_tickets_before_there_was_such_an_account_are_reported_as_often_as_the_files_have_them()
    {
        var host = new RavenStackHost(keepIds: false);
        var signups = RavenStack.Rows("accounts").ToDictionary(r => r[0], r => r[4]);
        var owners = RavenStack.Rows("subscriptions").ToDictionary(r => r[0], r => r[1]);
        var use = RavenStack.Rows("feature_usage").Count(r => string.CompareOrdinal(r[2], signups[owners[r[1]]]) < 0);
        var tickets = RavenStack.Rows("support_tickets").Count(r => string.CompareOrdinal(r[2], signups[r[1]]) < 0);

        Assert.Equal((13_198, 1_077), (use, tickets));
        Assert.Equal((use, tickets), (await CountAsync(host, SignalDefectKind.BeforeCustomer, "use"), await CountAsync(host, SignalDefectKind.BeforeCustomer, "ticket")));
    }

    [SkippableFact]
    public async Task Rows_with_an_id_that_is_known_are_left_out_and_those_with_other_content_reported()
    {
        var host = new RavenStackHost();
        var rows = RavenStack.Rows("feature_usage").GroupBy(r => r[0]).ToList();
        var again = rows.Sum(g => g.Count() - 1);
        // What was observed: of which subscription, when and how much.
        var other = rows.Sum(g => g.Skip(1).Count(r => (r[1], r[2], r[4]) != (g.First()[1], g.First()[2], g.First()[4])));

        Assert.Equal((21, 21), (again, other));
        Assert.Equal(other, host.Receipts[SignalReceipt.Conflict]);
        Assert.Equal(again - other, host.Receipts.GetValueOrDefault(SignalReceipt.Duplicate));
        Assert.Equal(27_000 - again, host.Signals.Count);
        Assert.Equal(other, await CountAsync(host, SignalDefectKind.Conflict, "use"));
    }

    [SkippableFact]
    public void Outcomes_that_repeat_or_contradict_one_another_are_counted_and_said()
    {
        // Every event, and beside them what the flag of the account says of the last day.
        var last = RavenStack.Rows("churn_events").Max(r => r[2])!;
        var events = RavenStack.Rows("churn_events").Select(r => (Account: r[1], Day: r[2])).ToList();
        var flags = RavenStack.Rows("accounts").ToDictionary(r => r[0], r => r[9] == "True");
        var outcomes = events.Select(e => new DatedOutcome(e.Account, RavenStack.Utc(e.Day), churned: true))
            .Concat(flags.Select(f => new DatedOutcome(f.Key, RavenStack.Utc(last), f.Value)));
        var proof = ScoreJudge.Judge(flags.Keys.Select(a => new DatedScore(a, null, 50)), outcomes);

        var onLastDay = events.Where(e => e.Day == last).Select(e => e.Account).ToList();
        var contradicted = onLastDay.Where(a => !flags[a]).Distinct().Sum(a => 1 + onLastDay.Count(b => b == a));
        var repeated = events.Count - events.Distinct().Count() + onLastDay.Where(a => flags[a]).Distinct().Count();

        Assert.True(contradicted > 0 && repeated > 0);
        Assert.Equal((contradicted, repeated), (proof.Matching.Contradicting, proof.Matching.Repeated));
        Assert.Contains(proof.Notes, n => n.Contains("contradict one another", StringComparison.Ordinal));
        Assert.Contains(proof.Notes, n => n.Contains("repeat", StringComparison.Ordinal));
        Assert.NotEqual(ProofKind.Replayed, proof.Kind);
    }

    private static async Task<int> CountAsync(RavenStackHost host, SignalDefectKind kind, string signal)
    {
        var health = CustomerHealth.Of(host.Sources, h => h.ScoredBy(RavenStackHost.Cards().First()));
        var count = 0;
        foreach (var id in host.Accounts.CustomerIds)
        {
            var facts = await health.FactsAsync(id, new(End));
            count += facts!.Signals.Defects.Where(d => d.Kind == kind && d.Signal == signal).Sum(d => d.Count);
        }

        return count;
    }
}
