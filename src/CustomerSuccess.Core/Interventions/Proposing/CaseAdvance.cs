using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <summary>Takes a case forward to the cycle: answers, waits that are over, and whatever ends it first.</summary>
internal sealed class CaseAdvance(CustomerMoments moments, CustomerProposal proposal, CaseWorkbench bench, InterventionPolicy policy)
{
    private readonly DateTimeOffset _now = moments.KnownAt;

    /// <param name="key">The case.</param>
    /// <param name="plan">The version of the rule that it keeps.</param>
    /// <param name="from">What lies before was looked at already, and nothing that became known meanwhile changes it.</param>
    public void Run(CaseKey key, RulePlan plan, DateTimeOffset from)
    {
        var found = bench.Find(key);
        var start = from > found.FiredAt ? from : found.FiredAt;
        var end = End(found, plan, start);
        Answers(bench.Find(key), plan, end?.At ?? _now);
        if (end is { } closing)
        {
            bench.Close(bench.Find(key), closing.At, closing.Outcome, closing.Because);
        }
    }

    private (CaseOutcome Outcome, DateTimeOffset At, string Because)? End(InterventionCase found, RulePlan plan, DateTimeOffset start)
    {
        var window = Later(found.FiredAt, plan.Content.SuccessWithin);
        var ends = new List<(CaseOutcome Outcome, DateTimeOffset At, string Because)>();
        var latest = window is { } closes && closes < _now ? closes : _now;
        if (plan.Success is { } success && First(success, plan, true, start, latest) is { } met)
        {
            ends.Add((CaseOutcome.Succeeded, met, $"the success criterion is met: {success}"));
        }

        if (plan.Content.Exit is { } exit && First(exit, plan, true, start, latest) is { } left)
        {
            ends.Add((CaseOutcome.Exited, left, $"the exit condition is met: {exit}"));
        }

        if (plan.Condition is { } condition)
        {
            Cleared(found, plan, condition, start, latest, ends);
        }

        if (Gone(start, latest) is { } gone)
        {
            ends.Add((CaseOutcome.CustomerGone, gone, "the customer is gone"));
        }

        if (window <= _now)
        {
            ends.Add((CaseOutcome.Unsuccessful, window.Value, $"the {DocumentSpan.Write(plan.Content.SuccessWithin)} for success are over"));
        }
        else
        {
            proposal.DueAt(window);
        }

        // At one instant the first of those stated counts.
        return ends.Count == 0 ? null : ends.Select((e, place) => (e, place)).OrderBy(e => e.e.At).ThenBy(e => e.place).First().e;
    }

    private DateTimeOffset? First(FactCondition condition, RulePlan plan, bool answer, DateTimeOffset start, DateTimeOffset upTo)
    {
        var (at, next) = new ConditionWalk(condition, moments, plan.Condition?.Grid ?? moments.Grid).First(answer, start, upTo);
        proposal.DueAt(at is null ? next : null);
        return at;
    }

    private void Cleared(InterventionCase found, RulePlan plan, ConditionTrigger condition, DateTimeOffset start, DateTimeOffset latest, List<(CaseOutcome Outcome, DateTimeOffset At, string Because)> ends)
    {
        var grid = condition.Grid ?? moments.Grid;
        var walk = new ConditionWalk(condition.When, moments, grid);

        // What is looked at again may not have been known even before.
        var since = found.UndeterminedSince < start ? found.UndeterminedSince : null;
        Stretch last = default;
        var isOnGrid = walk.IsOnGrid || condition.For > TimeSpan.Zero;
        foreach (var stretch in walk.From(start, latest))
        {
            last = stretch;
            var at = isOnGrid && stretch.At > found.FiredAt ? PointAtOrAfter(grid, stretch.At) : stretch.At;
            if (stretch.Value.IsKnown)
            {
                if (!stretch.Value.Value && (!isOnGrid || at is { } point && point <= latest && !(stretch.Until <= point)))
                {
                    ends.Add((CaseOutcome.Cleared, at!.Value < start ? start : at.Value, $"it no longer holds: {condition.When}"));
                    return;
                }

                since = null;
                continue;
            }

            since ??= stretch.At < start ? start : stretch.At;
            if (Later(since.Value, policy.UndeterminedFor) is { } over && over <= latest && !(stretch.Until <= over))
            {
                ends.Add((CaseOutcome.Undetermined, over, $"not known for {DocumentSpan.Write(policy.UndeterminedFor)}: {string.Join("; ", stretch.Value.Causes)}"));
                return;
            }
        }

        proposal.DueAt(last.Until);
        proposal.DueAt(since is { } unknown ? Later(unknown, policy.UndeterminedFor) : null);
        if (since != found.UndeterminedSince)
        {
            bench.Add(new CaseUndetermined { Case = found.Key, At = since ?? last.At, KnownAt = _now, IsUndetermined = since is not null, Because = since is null ? "it is known again" : string.Join("; ", last.Value.Causes) });
        }
    }

    private DateTimeOffset? Gone(DateTimeOffset start, DateTimeOffset latest)
    {
        for (DateTimeOffset? at = start; at is { } here && here <= latest; at = moments.NextVersionAfter(here))
        {
            if (!moments.IsActive(here))
            {
                return here;
            }
        }

        return null;
    }

    // What the contact says within the wait answers; without that, and without the goal, the touch has failed when the wait is over.
    private void Answers(InterventionCase found, RulePlan plan, DateTimeOffset end)
    {
        foreach (var touch in found.Touches.Where(t => t.State == TouchState.Sent && t.AttemptedAt is not null))
        {
            var sent = touch.AttemptedAt!.Value;
            var over = Later(sent, plan.WaitOf(touch.Key.Rung)) ?? DateTimeOffset.MaxValue;
            if (AnswerTo(touch, sent, over < end ? over : end) is { } answer)
            {
                bench.Add(new TouchAnswered { Case = found.Key, At = answer.OccurredAt, KnownAt = _now, Touch = touch.Key, InteractionId = answer.Id });
            }
            else if (over <= end)
            {
                bench.Add(new TouchFailed { Case = found.Key, At = over, KnownAt = _now, Touch = touch.Key, Because = $"not answered in {DocumentSpan.Write(plan.WaitOf(touch.Key.Rung))}" });
            }
            else
            {
                // A meeting may be recorded before it is held.
                proposal.DueAt(over);
                proposal.DueAt(moments.At(end)?.Facts.Contacts.InteractionsUntil());
            }
        }
    }

    private Interaction? AnswerTo(Touch touch, DateTimeOffset sent, DateTimeOffset upTo)
    {
        if (moments.At(upTo)?.Facts.Contacts.Interactions is not { } interactions)
        {
            return null;
        }

        var key = touch.Key.ToString();
        return interactions.FirstOrDefault(i => i.OccurredAt > sent && i.OccurredAt <= upTo
            && (i.Answers == key || (i.Direction == InteractionDirection.Inbound && touch.Key.ContactId is { } contact && i.ContactIds.Contains(contact, StringComparer.Ordinal))));
    }

    private static DateTimeOffset? PointAtOrAfter(EvaluationGrid grid, DateTimeOffset instant) => grid.FirstAfter(instant > DateTimeOffset.MinValue ? instant.AddTicks(-1) : instant);

    private static DateTimeOffset? Later(DateTimeOffset instant, TimeSpan by) => DateTimeOffset.MaxValue - instant > by ? instant + by : null;
}
