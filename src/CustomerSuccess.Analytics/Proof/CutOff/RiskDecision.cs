using CustomerSuccess.Customers;

namespace CustomerSuccess.Proof;

/// <summary>What became of a customer within a horizon, and when that was decided. Immutable.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="At">When it was decided; of a customer that merely stayed active the horizon's end; of one that does not count the cut-off.</param>
internal sealed record RiskDecision(RiskOutcome Outcome, DateTimeOffset At)
{
    /// <summary>Whether it gave up some of its subscriptions and kept others.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether it left by its outcomes while a subscription runs on without an end.</summary>
    public bool RunsOn { get; init; }

    public bool IsAtRisk => Outcome is RiskOutcome.Stayed or RiskOutcome.Left;

    /// <summary>Finds what became of a customer.</summary>
    /// <param name="records">Its versions, subscriptions and outcomes, whatever their dates.</param>
    /// <param name="options">The cut-off.</param>
    public static RiskDecision Of(AccountRecords records, CutOffOptions options)
    {
        var account = new AccountAtRisk(records, options);
        if (account.HadDecided)
        {
            return new(RiskOutcome.DecidedBefore, options.At);
        }

        if (account.Leaving is { } leaving)
        {
            var partial = account.StaysOn && leaving.SubscriptionId is not null;
            return account.IsContradicted(leaving) ? new(RiskOutcome.Contradicting, options.At)
                : leaving.Kind == OutcomeKind.InvoluntaryLoss && !options.CountInvoluntaryLoss ? new(RiskOutcome.Involuntary, options.At)
                : new(RiskOutcome.Left, AccountAtRisk.MadeAt(leaving)) { IsPartial = partial, RunsOn = !partial && account.RunsOn(leaving) };
        }

        if (account.IsGone)
        {
            return new(RiskOutcome.Unexplained, options.At);
        }

        if (options.RiskSet == RiskSet.AllActive)
        {
            return new(RiskOutcome.Stayed, options.End) { IsPartial = account.GaveUpSome };
        }

        var decisions = account.Decisions();
        return decisions.Length == 0 ? new(RiskOutcome.NotAtRisk, options.At) : new(RiskOutcome.Stayed, decisions.Min()) { IsPartial = account.GaveUpSome };
    }
}
