using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Reference;

/// <summary>What becomes of cases with the time, everything seen anew from their beginning.</summary>
internal static class ReferenceCases
{
    /// <summary>Takes a case forward to an instant: the first of what ends it, answers, waits that are over.</summary>
    public static void Advance(ReferenceCase open, Watch watch, TimeSpan undeterminedFor)
    {
        var (now, content, condition) = (watch.KnownAt, open.Rule.Content, open.Rule.Trigger.Condition);
        var window = open.FiredAt + content.SuccessWithin;
        var latest = window < now ? window : now;
        var success = open.Rule.Success ?? StoryCondition.Not(condition!);
        var ends = new List<(CaseOutcome Outcome, DateTimeOffset? At)>
        {
            (CaseOutcome.Succeeded, watch.First(success, true, open.FiredAt, latest)),
            (CaseOutcome.Exited, open.Rule.Exit is { } exit ? watch.First(exit, true, open.FiredAt, latest) : null),
        };
        if (condition is not null)
        {
            ends.Add(Cleared(open, watch, condition, latest, undeterminedFor));
        }

        ends.Add((CaseOutcome.CustomerGone, watch.Instants(open.FiredAt, latest).Select(i => (DateTimeOffset?)i).FirstOrDefault(i => !watch.IsActive(i!.Value))));
        ends.Add((CaseOutcome.Unsuccessful, window <= now ? window : null));

        // OrderBy keeps the order of those at one instant.
        var end = ends.Where(e => e.At is not null).OrderBy(e => e.At).FirstOrDefault();
        Answers(open, watch, end.At ?? now);
        if (end.At is { } at)
        {
            open.Close(end.Outcome, at);
        }
    }

    private static (CaseOutcome, DateTimeOffset?) Cleared(ReferenceCase open, Watch watch, StoryCondition condition, DateTimeOffset latest, TimeSpan undeterminedFor)
    {
        // With a duration only midnights show that it is over.
        var midnights = open.Rule.Trigger.Grid is { } zone ? Watch.Midnights(zone, open.FiredAt.AddTicks(-1), latest).ToHashSet() : null;
        DateTimeOffset? since = null;
        foreach (var at in watch.Instants(open.FiredAt, latest).Concat(midnights ?? []).Distinct().Order())
        {
            var holds = watch.Holds(condition, at);
            if (since + undeterminedFor is { } over && over <= at && !(over == at && holds is not null))
            {
                return (CaseOutcome.Undetermined, over);
            }

            if (holds == false && (midnights is null || midnights.Contains(at) || at == open.FiredAt))
            {
                return (CaseOutcome.Cleared, at);
            }

            since = holds is null ? since ?? at : null;
        }

        if (since + undeterminedFor is { } ended && ended <= latest)
        {
            return (CaseOutcome.Undetermined, ended);
        }

        open.UnknownSince = since;
        return (CaseOutcome.Cleared, null);
    }

    private static void Answers(ReferenceCase open, Watch watch, DateTimeOffset end)
    {
        foreach (var touch in open.Touches.Where(t => t.State == TouchState.Sent))
        {
            var over = touch.Sent!.Value + WaitOf(open.Rule.Content, touch.Rung);
            var upTo = over < end ? over : end;
            var key = new TouchKey(open.Key, 0, touch.Rung, touch.Contact).ToString();
            var view = watch.At(upTo);
            var answer = !view.IsActive ? null : view.Talks.FirstOrDefault(t => t.At > touch.Sent && (t.Value.Answers == key || (t.Value.IsInbound && t.Value.Contact == touch.Contact)));
            if (answer is not null)
            {
                (touch.State, touch.Ended) = (TouchState.Answered, answer.At);
            }
            else if (over <= end)
            {
                (touch.State, touch.Ended) = (TouchState.Failed, over);
            }
        }
    }

    private static TimeSpan WaitOf(RuleContent content, int rung) => (content.Ladder.Count > rung ? content.Ladder[rung].Wait : null) ?? content.Wait;
}
