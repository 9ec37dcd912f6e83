using CustomerSuccess.Customers;

namespace CustomerSuccess.Proof;

/// <summary>What a customer decided within a horizon.</summary>
internal enum RiskOutcome
{
    Stayed,
    Left,
    NotAtRisk,
    DecidedBefore,
    Involuntary,
}

/// <summary>Finds what a customer decided after a cut-off, and when.</summary>
internal static class RiskDecision
{
    /// <param name="before">The account as of, and as known at, the cut-off.</param>
    /// <param name="after">The account as of the horizon's end, as known when outcomes are.</param>
    /// <param name="options">The cut-off.</param>
    public static (RiskOutcome Outcome, DateTimeOffset At) Of(AccountFacts before, AccountFacts after, CutOffOptions options)
    {
        // Judged with what is known later: a notice that was recorded late had still been given.
        var decided = after.Outcomes.Where(o => o.DecidedAt <= options.At).ToArray();
        if (Array.Exists(decided, o => IsDecision(o.Kind) && !Array.Exists(decided, later => Undoes(later, o))))
        {
            return (RiskOutcome.DecidedBefore, options.At);
        }

        var within = after.Outcomes.Where(o => o.DecidedAt > options.At).ToArray();
        if (Array.Find(within, o => o.Kind is OutcomeKind.NoticeGiven or OutcomeKind.NonRenewal && !Array.Exists(within, later => Undoes(later, o))) is { } left)
        {
            return (RiskOutcome.Left, left.DecidedAt);
        }

        if (Array.Find(within, o => o.Kind == OutcomeKind.InvoluntaryLoss) is { } lost)
        {
            return options.CountInvoluntaryLoss ? (RiskOutcome.Left, lost.DecidedAt) : (RiskOutcome.Involuntary, lost.DecidedAt);
        }

        if (options.RiskSet == RiskSet.AllActive)
        {
            return (RiskOutcome.Stayed, options.End);
        }

        var renewed = within.Where(o => o.Kind == OutcomeKind.Renewal).Select(o => o.DecidedAt);
        var due = (before.Subscriptions ?? []).Where(s => s.IsRunning(options.At)).Select(s => s.RenewsAt).OfType<DateTimeOffset>().Where(at => at > options.At && at <= options.End);
        var decisions = renewed.Concat(due).ToArray();
        return decisions.Length == 0 ? (RiskOutcome.NotAtRisk, options.At) : (RiskOutcome.Stayed, decisions.Min());
    }

    private static bool IsDecision(OutcomeKind kind) => kind is OutcomeKind.NoticeGiven or OutcomeKind.NonRenewal or OutcomeKind.InvoluntaryLoss;

    private static bool Undoes(Outcome later, Outcome decision) =>
        later.Kind is OutcomeKind.Renewal or OutcomeKind.Return && later.DecidedAt > decision.DecidedAt
        && (later.SubscriptionId is null || decision.SubscriptionId is null || later.SubscriptionId == decision.SubscriptionId);
}
