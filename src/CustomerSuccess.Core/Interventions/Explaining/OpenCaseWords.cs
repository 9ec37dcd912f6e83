using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>Explains an open case: what was done, what is waited for, and what holds it back.</summary>
internal static class OpenCaseWords
{
    public static RuleExplanation Explain(RuleExplainer explainer, InterventionCase open, RulePlan? plan)
    {
        var fired = $"it fired {NumberText.Instant(open.FiredAt)} and its case is open";
        var end = plan is not null && DateTimeOffset.MaxValue - open.FiredAt > plan.Content.SuccessWithin ? open.FiredAt + plan.Content.SuccessWithin : (DateTimeOffset?)null;
        if (open.Touches.Count == 0)
        {
            return explainer.Is(RuleStanding.Fired, $"{fired}: no touch yet", open, open.FiredAt, end);
        }

        var touch = open.Touches[^1];
        if (touch is { State: TouchState.Suppressed, Reason: { } reason })
        {
            var until = touch.NotBefore is { } at ? $", until {NumberText.Instant(at)}" : "";
            return explainer.Is(RuleStanding.Suppressed, $"{fired}; {Rung(touch)} is held back: {touch.Because}{until}", open, open.FiredAt, touch.NotBefore, reason, touch.NotBefore);
        }

        var (words, next) = Stands(touch, plan);
        return explainer.Is(RuleStanding.Fired, $"{fired}: {words}{(end is null ? "" : $"; it ends {NumberText.Instant(end.Value)} at the latest")}", open, open.FiredAt, next is { } sooner && !(sooner > end) ? sooner : end);
    }

    private static (string Words, DateTimeOffset? Next) Stands(Touch touch, RulePlan? plan)
    {
        var what = $"{Rung(touch)}, {touch.Channel ?? "the owner's choice"}{(touch.Key.ContactId is { } contact ? $" to {contact}" : "")},";
        var over = touch.AttemptedAt is { } sent && plan is not null && DateTimeOffset.MaxValue - sent > plan.WaitOf(touch.Key.Rung) ? sent + plan.WaitOf(touch.Key.Rung) : (DateTimeOffset?)null;
        return touch.State switch
        {
            TouchState.Reserved => ($"{what} {(touch.IsByPeople ? "waits for people to do it" : "is about to be sent")}", touch.DueAt),
            TouchState.Sent => ($"{what} was {(touch.IsByPeople ? "done" : "sent")} {NumberText.Instant(touch.AttemptedAt!.Value)}{(over is null ? "" : $", waited for until {NumberText.Instant(over.Value)}")}", over),
            TouchState.Answered => ($"{what} was answered {NumberText.Instant(touch.EndedAt!.Value)}", null),
            TouchState.Retrying => ($"{what} failed and is tried again {NumberText.Instant(touch.NotBefore!.Value)}", touch.NotBefore),
            TouchState.Failed => ($"{what} failed: {touch.Because}", null),
            TouchState.Started => ($"{what} is being attempted", null),
            _ => ($"{what} is {touch.State}: {touch.Because}", null),
        };
    }

    private static string Rung(Touch touch) => string.Create(CultureInfo.InvariantCulture, $"rung {touch.Key.Rung + 1}");
}
