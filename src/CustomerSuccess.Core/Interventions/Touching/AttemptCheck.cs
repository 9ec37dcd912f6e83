using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>Whether a touch that has its place may be attempted at an instant, as known at it: everything that held when it was planned is asked again.</summary>
internal sealed class AttemptCheck(CycleContext cycle)
{
    private readonly AttemptRules _rules = new(cycle);
    private readonly Proposer _proposer = new(cycle);

    /// <summary>The verdict, budgets left aside, with the case, its rule and the facts as of the instant.</summary>
    public AttemptSubject? Of(CustomerMoments moments, CustomerCaseLog log, TouchKey key)
    {
        var (proposal, bench) = _proposer.Advance(moments, log);
        if (bench.Cases.FirstOrDefault(c => c.Key == key.Case) is not { } found || found.Touches.FirstOrDefault(t => t.Key == key) is not { } touch)
        {
            return null;
        }

        var plan = found.Opened.RuleHash is { } hash ? cycle.Version(hash) : null;
        var moment = moments.At(cycle.At);
        return new(found, touch, plan, moment, Verdict(proposal, bench, found, touch, plan, moment));
    }

    private AttemptVerdict Verdict(CustomerProposal proposal, CaseWorkbench bench, InterventionCase found, Touch touch, RulePlan? plan, Moment? moment)
    {
        if (found.Closed is { } closed)
        {
            return new(closed.Outcome == CaseOutcome.Succeeded ? SuppressionReason.SuccessMet : SuppressionReason.CaseOver, closed.Because);
        }

        if (proposal.Problems.FirstOrDefault(p => p.Rule == found.Key.Rule) is { } problem)
        {
            return new(SuppressionReason.RuleFailed, problem.Because);
        }

        if (plan is null || moment is null)
        {
            return new(SuppressionReason.RuleUnknown, "the version of the rule that the case began with is not known");
        }

        if (found.UndeterminedSince is not null && plan.Content.WhenUnknown == WhenUndetermined.Wait)
        {
            return new(SuppressionReason.Undetermined, "it is not known whether what triggered it still holds");
        }

        if (touch.Key.ContactId is { } contact && touch.Channel is { } channel && moment.Facts.Contacts.MayBeTouched(contact, channel, plan.Content.Purpose.Communication) is { IsAllowed: false } barred)
        {
            return new(barred.State == PermissionState.Barred ? SuppressionReason.OptOut : SuppressionReason.ConsentUnknown, barred.Reason);
        }

        return _rules.Held(moment, bench.Cases, found, TouchAim.Of(touch), cycle.At) is { } held ? new(held.Reason, held.Because, held.Until) : new(null, "nothing holds it back");
    }
}

/// <summary>A touch about to be attempted.</summary>
/// <param name="Case">The case, as it stands at the instant.</param>
/// <param name="Touch">The touch.</param>
/// <param name="Plan">The rule's version; null where it is not known.</param>
/// <param name="Moment">The facts; null where there is no such customer.</param>
/// <param name="Verdict">Whether it may be.</param>
internal sealed record AttemptSubject(InterventionCase Case, Touch Touch, RulePlan? Plan, Moment? Moment, AttemptVerdict Verdict);
