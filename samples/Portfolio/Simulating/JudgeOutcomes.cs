using CustomerSuccess.Customers;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>
/// What an account decided, as two words: a notice that stands and a renewal that does not come are churned, a renewal is
/// retained. Downgrades, returns and losses against the customer's will are neither, and left out.
/// </summary>
internal static class JudgeOutcomes
{
    public static IEnumerable<(string CustomerId, DateTimeOffset DecidedAt, bool Churned)> Of(SimulatedAccount account, DateTimeOffset knownAt)
    {
        Outcome[] known = [.. account.Outcomes.Where(o => o.RecordedAt <= knownAt)];
        foreach (var outcome in known)
        {
            var counts = outcome.Kind switch
            {
                OutcomeKind.Renewal => true,
                OutcomeKind.NoticeGiven => !Array.Exists(known, o => o.Kind == OutcomeKind.Renewal && Follows(o, outcome)),
                // A notice was the decision.
                OutcomeKind.NonRenewal => !Array.Exists(known, o => o.Kind == OutcomeKind.NoticeGiven && Follows(outcome, o) && o.TakesEffectAt.UtcDateTime.Date == outcome.TakesEffectAt.UtcDateTime.Date),
                _ => false,
            };
            if (counts)
                yield return (account.Id, outcome.DecidedAt, outcome.Kind != OutcomeKind.Renewal);
        }
    }

    private static bool Follows(Outcome later, Outcome earlier) => later.SubscriptionId == earlier.SubscriptionId && later.DecidedAt > earlier.DecidedAt;
}
