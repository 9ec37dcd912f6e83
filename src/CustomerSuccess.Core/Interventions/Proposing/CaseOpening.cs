using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Interventions;

/// <summary>Makes cases of what triggers fire, or says why not.</summary>
internal sealed class CaseOpening(CustomerMoments moments, CaseWorkbench bench, DateTimeOffset? previous)
{
    private readonly DateTimeOffset _now = moments.KnownAt;

    /// <summary>Opens a case for a firing; null where there is none, because it is known already, or held back.</summary>
    public CaseKey? Open(RulePlan plan, Firing firing)
    {
        var moment = moments.At(firing.At)!;
        var correlation = CorrelationOf(plan, moment);
        var key = new CaseKey(plan.Rule.Name, correlation.OrElse(moments.CustomerId), firing.Occurrence);
        if (bench.Knows(key))
        {
            return null;
        }

        if (plan.Content.Guard is { } guard && moment.Holds(guard) is { IsKnown: true, Value: false })
        {
            return null;
        }

        if ((correlation.IsKnown ? Held(plan, moment, key, firing) : (SuppressionReason.KeyUnknown, $"what the case is about is not known: {string.Join("; ", correlation.Causes)}")) is var (reason, because))
        {
            bench.Add(new OccurrenceSuppressed { Case = key, At = firing.At, KnownAt = _now, Reason = reason, Because = because });
            return null;
        }

        bench.Add(Opened(plan, moment, key, firing));
        return key;
    }

    private static Reading<string> CorrelationOf(RulePlan plan, Moment moment)
    {
        if (plan.Content.Correlation is not { } correlation)
        {
            return Reading.Known(moment.Facts.CustomerId);
        }

        var read = correlation.Read(moment.Facts);
        return read.IsKnown && string.IsNullOrWhiteSpace(read.Value) ? Reading.Unknown<string>(new UnknownCause("correlation", UnknownKind.NotGiven, "it is empty")) : read;
    }

    private (SuppressionReason Reason, string Because)? Held(RulePlan plan, Moment moment, CaseKey key, Firing firing)
    {
        var content = plan.Content;
        if (firing.At <= previous && _now - firing.At > content.Lateness)
        {
            return (SuppressionReason.KnownTooLate, $"it became known {DocumentSpan.Write(_now - firing.At)} later, and counts for {DocumentSpan.Write(content.Lateness)}");
        }

        if (content.Guard is { } guard && moment.Holds(guard) is { IsKnown: false, Causes: var causes })
        {
            return (SuppressionReason.GuardUnknown, $"the guard is not known: {string.Join("; ", causes)}");
        }

        if (plan.Success is { } success && moment.Holds(success) is { IsKnown: true, Value: true })
        {
            return (SuppressionReason.SuccessMet, $"the success criterion is met already: {success}");
        }

        var mine = bench.Cases.Where(c => c.Key.Rule == key.Rule && c.Key.Correlation == key.Correlation && c.Opened.RuleHash is not null).ToArray();
        if (Array.Find(mine, c => c.IsOpen || (c.FiredAt <= firing.At && c.Closed!.At > firing.At)) is { } open)
        {
            return (SuppressionReason.Absorbed, $"{open.Key} stands for it");
        }

        return Again(plan, mine, firing) ?? Capped(plan, firing);
    }

    private (SuppressionReason Reason, string Because)? Again(RulePlan plan, InterventionCase[] mine, Firing firing)
    {
        // A case that was withdrawn before anything was sent never was.
        var last = mine.Where(c => c.Closed is { } closed && closed.At <= firing.At && (closed.Outcome != CaseOutcome.Withdrawn || c.IsTouched)).MaxBy(c => c.Closed!.At);
        if (last?.Closed is not { } end)
        {
            return null;
        }

        if (plan.Content.ReEntry == ReEntry.Never)
        {
            return (SuppressionReason.ReEntry, $"the rule does not come back: {last.Key}");
        }

        if (firing.At - end.At < plan.Content.CoolDown)
        {
            return (SuppressionReason.CoolDown, $"{DocumentSpan.Write(plan.Content.CoolDown)} of cool-down since {NumberText.Instant(end.At)} are not over");
        }

        return plan.Content.ReEntry == ReEntry.AfterClear && plan.Condition is { } condition && !firing.IsAfterClear && !WasClear(condition, end.At, firing.At)
            ? (SuppressionReason.ReEntry, $"it was not known to be clear since {NumberText.Instant(end.At)}")
            : null;
    }

    private bool WasClear(ConditionTrigger condition, DateTimeOffset since, DateTimeOffset upTo) =>
        new ConditionWalk(condition.When, moments, condition.Grid ?? moments.Grid).First(false, since, upTo).At is not null;

    private (SuppressionReason Reason, string Because)? Capped(RulePlan plan, Firing firing)
    {
        foreach (var cap in plan.Content.Caps)
        {
            var opened = bench.Cases.Count(c => c.Key.Rule == plan.Rule.Name && c.Closed?.Outcome != CaseOutcome.Withdrawn && c.FiredAt <= firing.At && firing.At - c.FiredAt < cap.Within);
            if (opened >= cap.Cases)
            {
                return (SuppressionReason.Cap, $"{opened} of {cap.Cases} cases in {DocumentSpan.Write(cap.Within)}");
            }
        }

        return null;
    }

    private CaseOpened Opened(RulePlan plan, Moment moment, CaseKey key, Firing firing) => new()
    {
        Case = key,
        At = firing.At,
        KnownAt = _now,
        RuleHash = plan.Rule.ConfigurationHash,
        Severity = plan.Content.Severity,
        Cause = plan.Content.Cause,
        Segment = moment.Facts.Segments.Experience?.Segment,
        OwnerId = moment.Facts.Account.Owner().OrElse(null),
        Direction = plan.Content.Direction,
        PlannedAt = plan.Content.Cause == InteractionCause.Planned ? firing.PlannedAt : null,
        IsCheckable = plan.Content.Hypothesis is not null || plan.Content.Success is not null,
        Hypothesis = plan.Content.Hypothesis is { } hypothesis && moment.Holds(hypothesis) is { IsKnown: true, Value: var held } ? held : null,
        SubjectContactId = firing.ContactId,
    };
}
