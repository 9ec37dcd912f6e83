namespace CustomerSuccess.Interventions;

/// <summary>Explains how one rule stands at one customer: what is in the log, what a cycle would add, and otherwise what its trigger and guard come to.</summary>
internal sealed class RuleExplainer
{
    private readonly CustomerMoments _moments;
    private readonly RulePlan _plan;
    private readonly DateTimeOffset _asOf;
    private readonly DateTimeOffset? _since;
    private readonly IReadOnlyList<CaseEvent> _ahead;
    private readonly InterventionCase[] _cases;
    private readonly OccurrenceSuppressed[] _held;
    private readonly Func<string, RulePlan?> _version;

    /// <param name="moments">The customer.</param>
    /// <param name="plan">The rule.</param>
    /// <param name="log">What was recorded by then, up to then.</param>
    /// <param name="ahead">What a cycle at that instant would add.</param>
    /// <param name="since">Since when the rule is active; null where it was not by then.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="version">Versions of rules by hash.</param>
    public RuleExplainer(CustomerMoments moments, RulePlan plan, CustomerCaseLog log, IReadOnlyList<CaseEvent> ahead, DateTimeOffset? since, DateTimeOffset asOf, Func<string, RulePlan?> version)
    {
        (_moments, _plan, _ahead, _since, _asOf, _version) = (moments, plan, ahead, since, asOf, version);
        var all = log.Events.Concat(ahead).Where(e => e.Case.Rule == plan.Rule.Name).ToArray();
        _cases = [.. CaseFold.Of(log.CustomerId, all).Where(c => c.Opened.RuleHash is not null)];
        _held = [.. all.OfType<OccurrenceSuppressed>()];
    }

    public RuleExplanation Explain()
    {
        if (_moments.At(_asOf) is not { } moment)
        {
            return Is(RuleStanding.CustomerUnknown, $"as of {NumberText.Instant(_asOf)} there is no active customer '{_moments.CustomerId}'");
        }

        if (_cases.LastOrDefault(c => c.IsOpen) is { } open)
        {
            return OpenCaseWords.Explain(this, open, open.Opened.RuleHash is { } hash ? _version(hash) : null);
        }

        var outlook = new TriggerOutlook(_plan, _moments, _since, _asOf);
        return _plan.Condition is { } condition ? OfCondition(condition, moment, outlook) : OfEvent(outlook);
    }

    /// <summary>An explanation with what is the same in all of them.</summary>
    public RuleExplanation Is(RuleStanding standing, string because, InterventionCase? found = null, DateTimeOffset? since = null, DateTimeOffset? next = null, SuppressionReason? reason = null, DateTimeOffset? until = null, IReadOnlyList<UnknownCause>? missing = null, ConditionExplanation? trigger = null, ConditionExplanation? guard = null) => new()
    {
        CustomerId = _moments.CustomerId,
        Rule = _plan.Rule.Name,
        AsOf = _asOf,
        KnownAt = _moments.KnownAt,
        Standing = standing,
        Because = because,
        IsRecorded = !_ahead.Any(e => e.Case.Rule == _plan.Rule.Name && standing is RuleStanding.Fired or RuleStanding.Suppressed or RuleStanding.Ended),
        Case = found,
        Since = since,
        NextAt = next,
        Reason = reason,
        Until = until,
        Missing = missing ?? [],
        Trigger = trigger,
        Guard = guard,
    };

    private RuleExplanation OfCondition(ConditionTrigger condition, Moment moment, TriggerOutlook outlook)
    {
        var explained = ConditionExplainer.Explain(condition.When, moment.Read);
        if (outlook.Reading.Pending is { } pending)
        {
            return pending.Undetermined.Count > 0
                ? Is(RuleStanding.Undetermined, $"pending since {NumberText.Instant(pending.Since)}, and now it is not known: {Causes(pending.Undetermined)}", since: pending.Since, missing: pending.Undetermined, trigger: explained)
                : Is(RuleStanding.Pending, $"it holds since {NumberText.Instant(pending.Since)} and has to for {DocumentSpan.Write(condition.For)}: it fires {NumberText.Instant(pending.FiresAt)}, in {DocumentSpan.Write(pending.FiresAt - _asOf)}, if it holds until then", since: pending.Since, next: pending.FiresAt, trigger: explained);
        }

        if (!explained.Holds.IsKnown)
        {
            return Is(RuleStanding.Undetermined, $"{Causes(explained.Holds.Causes)}{(explained.Changes.Count == 0 ? "" : $"; to hold: {string.Join("; ", explained.Changes)}")}", missing: explained.Holds.Causes, trigger: explained);
        }

        if (!explained.Holds.Value)
        {
            return Is(RuleStanding.NotMet, explained.CanHold ? string.Join("; ", explained.Changes) : "nothing can make it hold", trigger: explained);
        }

        return Last(outlook, explained) ?? Is(RuleStanding.Waiting, _since is null
            ? "it holds, and the rule was not active by then: it counts what happens from its first cycle on"
            : $"it holds since before the rule is active, {NumberText.Instant(_since.Value)}: it fires when it holds again after not holding", trigger: explained);
    }

    private RuleExplanation OfEvent(TriggerOutlook outlook)
    {
        var (words, next) = (TriggerWords.Of(_plan.Content.Trigger), outlook.NextAt);
        if (outlook.Undetermined is { } unknown && !(_held.LastOrDefault()?.At > unknown.At))
        {
            return Is(RuleStanding.Undetermined, $"{words}: at {NumberText.Instant(unknown.At)} it was not known: {Causes(unknown.Causes)}", since: unknown.At, next: next, missing: unknown.Causes);
        }

        if (outlook.Last is not { } last || !(outlook.Happened?.At > last.At))
        {
            if (Last(outlook, null) is { } answer)
            {
                return answer;
            }
        }

        if (outlook.Happened is { } happened && happened.Count >= happened.FewerThan)
        {
            return Is(RuleStanding.NotMet, $"{words}: there were {NumberText.Of(happened.Count)} up to {NumberText.Instant(happened.At)}{Then(next)}", since: happened.At, next: next);
        }

        return Is(RuleStanding.Waiting, next is not null ? $"{words}: its time comes {NumberText.Instant(next.Value)}"
            : _plan.Content.Trigger is AnchorTrigger or AbsenceTrigger ? $"{words}: there is nothing to come from which to count"
            : $"{words}: none was seen{(_since is null ? "" : $" since {NumberText.Instant(_since.Value)}, when the rule became active")}", next: next);
    }

    // What became of the last occurrence: held back, over, or kept out by the guard.
    private RuleExplanation? Last(TriggerOutlook outlook, ConditionExplanation? trigger)
    {
        var (ended, held, last) = (_cases.LastOrDefault(), _held.LastOrDefault(), outlook.Last);
        if (last is not null && !(ended?.FiredAt >= last.At) && !(held?.At >= last.At) && Guarded(last, trigger, outlook.NextAt) is { } guarded)
        {
            return guarded;
        }

        if (held is not null && !(ended?.Closed?.At > held.At))
        {
            var until = Until(held);
            return Is(RuleStanding.Suppressed, $"it was triggered {NumberText.Instant(held.At)} and opened no case: {held.Because}{(until is null ? "" : $", until {NumberText.Instant(until.Value)}")}", since: held.At, next: outlook.NextAt, reason: held.Reason, until: until, trigger: trigger);
        }

        return ended?.Closed is { } closed ? Over(ended, closed, trigger, outlook.NextAt) : null;
    }

    private RuleExplanation? Guarded(Firing last, ConditionExplanation? trigger, DateTimeOffset? next)
    {
        if (_plan.Content.Guard is not { } guard || _moments.At(last.At) is not { } moment)
        {
            return null;
        }

        var explained = ConditionExplainer.Explain(guard, moment.Read);
        return explained.Holds switch
        {
            { IsKnown: false, Causes: var causes } => Is(RuleStanding.Undetermined, $"it was triggered {NumberText.Instant(last.At)}, and the guard was not known then: {Causes(causes)}", since: last.At, next: next, missing: causes, trigger: trigger, guard: explained),
            { Value: false } => Is(RuleStanding.NotMet, $"it was triggered {NumberText.Instant(last.At)}, and the guard did not hold then: {(explained.CanHold ? string.Join("; ", explained.Changes) : "nothing can make it hold")}", since: last.At, next: next, trigger: trigger, guard: explained),
            _ => null,
        };
    }

    private RuleExplanation Over(InterventionCase ended, CaseClosed closed, ConditionExplanation? trigger, DateTimeOffset? next)
    {
        var words = $"it fired {NumberText.Instant(ended.FiredAt)}, and its case ended {NumberText.Instant(closed.At)}: {closed.Outcome}, {closed.Because}";
        if (trigger is null)
        {
            return Is(RuleStanding.Ended, $"{words}{Then(next)}", ended, closed.At, next);
        }

        var (reason, why, until) = _plan.Content.ReEntry switch
        {
            ReEntry.Never => (SuppressionReason.ReEntry, "the rule does not come back", (DateTimeOffset?)null),
            ReEntry.AfterCoolDown when Later(closed.At, _plan.Content.CoolDown) is { } over && over > _asOf => (SuppressionReason.CoolDown, $"it comes back when {DocumentSpan.Write(_plan.Content.CoolDown)} are over", over),
            _ => (SuppressionReason.ReEntry, "it comes back when it holds again after not holding", null),
        };
        return Is(RuleStanding.Suppressed, $"{words}; {why}{(until is null ? "" : $", {NumberText.Instant(until.Value)}")}", ended, closed.At, until, reason, until, trigger: trigger);
    }

    private DateTimeOffset? Until(OccurrenceSuppressed held) => held.Reason switch
    {
        SuppressionReason.CoolDown when _cases.LastOrDefault(c => c.Closed?.At <= held.At)?.Closed is { } closed => Later(closed.At, _plan.Content.CoolDown),
        SuppressionReason.Cap => _plan.Content.Caps.Select(cap => Later(_cases.Where(c => held.At - c.FiredAt < cap.Within && c.FiredAt <= held.At).Select(c => c.FiredAt).TakeLast(cap.Cases) is var counted && counted.Count() == cap.Cases ? counted.First() : null, cap.Within)).Max(),
        _ => null,
    };

    private static string Then(DateTimeOffset? next) => next is null ? "" : $"; its time comes again {NumberText.Instant(next.Value)}";

    private static string Causes(IReadOnlyList<UnknownCause> causes) => string.Join("; ", causes);

    private static DateTimeOffset? Later(DateTimeOffset? instant, TimeSpan by) => instant is { } at && DateTimeOffset.MaxValue - at > by ? at + by : null;
}
