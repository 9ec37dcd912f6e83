using CustomerSuccess.Customers;
using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Interventions;

/// <summary>Finds the touch of a case that is due, to whom, on which channel and when; or why none is.</summary>
internal sealed class TouchPlanner(CycleContext cycle, CustomerMoments moments, CustomerProposal proposal, CaseWorkbench bench)
{
    private const int PushedAtMost = 100;

    private readonly AttemptRules _rules = new(cycle);

    public void Plan(InterventionCase open, RulePlan? plan)
    {
        if (plan is null || Next(open) is not var (rung, due, before))
        {
            return;
        }

        var firstDue = before?.DueAt ?? due;
        if (due > cycle.At)
        {
            proposal.DueAt(due);
            return;
        }

        if (open.UndeterminedSince is not null && plan.Content.WhenUnknown == WhenUndetermined.Wait)
        {
            bench.Suppress(open, before?.Key ?? new(open.Key, 0, rung, null), firstDue, SuppressionReason.Undetermined, "it is not known whether what triggered it still holds", null);
            return;
        }

        Request(open, plan, rung, due, firstDue, before);
    }

    // The rung to be taken now, and since when; null where nothing is to be done, or what was done is waited for.
    private (int Rung, DateTimeOffset Due, Touch? Before)? Next(InterventionCase open) => open.Touches.Count == 0 ? (0, open.FiredAt, null) : open.Touches[^1] switch
    {
        // Held back by what has no stated end, it is asked again as of now.
        { State: TouchState.Suppressed } held => (held.Key.Rung, Latest(held.DueAt!.Value, held.NotBefore ?? cycle.At), held),
        { State: TouchState.Failed } failed => (failed.Key.Rung + 1, failed.EndedAt!.Value, null),
        _ => null,
    };

    private void Request(InterventionCase open, RulePlan plan, int rung, DateTimeOffset due, DateTimeOffset firstDue, Touch? before)
    {
        for (var i = 0; i < PushedAtMost; i++)
        {
            if (moments.At(due) is not { } moment)
            {
                return;
            }

            if (rung >= RungsOf(plan, moment))
            {
                return;
            }

            var aim = TouchAim.Of(cycle, moment, bench.Cases, open, plan, rung, due);
            var held = aim.Held ?? _rules.Held(moment, bench.Cases, open, aim, due);
            if (held is null)
            {
                proposal.Requests.Add(new()
                {
                    Case = open,
                    Rule = plan.Content,
                    Key = new(open.Key, 0, rung, aim.ContactId),
                    DueAt = due,
                    FirstDueAt = firstDue,
                    Channel = aim.Channel,
                    IsByPeople = aim.IsByPeople,
                    OwnerId = moment.Facts.Account.Owner().OrElse(null),
                    Because = aim.Because,
                    Before = before,
                });
                return;
            }

            // What has no stated end may be over by now.
            var until = held.Until ?? (due < cycle.At ? cycle.At : DateTimeOffset.MaxValue);
            if (until > cycle.At)
            {
                bench.Suppress(open, new(open.Key, 0, rung, aim.ContactId), firstDue, held.Reason, held.Because, held.Until);
                proposal.DueAt(held.Until is null ? NextChange(moment) : null);
                return;
            }

            due = until;
        }
    }

    // What is dated ahead may let it go: another contact, another word of consent, another segment.
    private DateTimeOffset? NextChange(Moment moment) =>
        ConditionWalk.Earlier(moment.Facts.Segments.Until(), ConditionWalk.Earlier(moments.History.NextContactAfter(cycle.At, cycle.At), moments.NextVersionAfter(cycle.At)));

    private static int RungsOf(RulePlan plan, Moment moment) => plan.Content.Ladder.Count > 0
        ? plan.Content.Ladder.Count
        : Math.Max(1, moment.Facts.Segments.Experience?.Experience?.Channels.Count ?? 1);

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;
}
