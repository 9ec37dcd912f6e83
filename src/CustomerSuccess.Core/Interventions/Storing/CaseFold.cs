namespace CustomerSuccess.Interventions;

/// <summary>What the events of a customer's log make of its cases.</summary>
internal static class CaseFold
{
    /// <summary>The cases, in the order in which they were opened.</summary>
    public static List<InterventionCase> Of(string customerId, IReadOnlyList<CaseEvent> events)
    {
        var (cases, places) = (new List<InterventionCase>(), new Dictionary<CaseKey, int>());
        foreach (var given in events)
        {
            if (given is CaseOpened opened && places.TryAdd(given.Case, cases.Count))
            {
                cases.Add(new() { Key = given.Case, CustomerId = customerId, Opened = opened });
            }
            else if (places.TryGetValue(given.Case, out var place))
            {
                cases[place] = With(cases[place], given);
            }
        }

        return cases;
    }

    /// <summary>The case after an event.</summary>
    public static InterventionCase With(InterventionCase before, CaseEvent given) => given switch
    {
        CaseClosed closed => before.With(closed: closed),
        CaseUndetermined { IsUndetermined: true } => before.With(undetermined: given.At),
        CaseUndetermined => before.With(determined: true),
        TouchSuppressed t => before.With(t.Touch, x => x with { State = TouchState.Suppressed, DueAt = x.DueAt ?? t.At, NotBefore = t.Until, Reason = t.Reason, Because = t.Because, Channel = null }),
        TouchReserved t => before.With(t.Touch, x => x with { State = TouchState.Reserved, DueAt = t.DueAt, Channel = t.Channel, IsByPeople = t.IsByPeople, OwnerId = t.OwnerId, Minutes = t.Minutes, NotBefore = null, Reason = null, Because = t.Because }),
        TouchStarted t => before.With(t.Touch, x => x with { State = TouchState.Started, Attempts = t.Attempt, NotBefore = t.At }),
        TouchAttempted { Result: TouchResultKind.Sent } t => before.With(t.Touch, x => x with { State = TouchState.Sent, AttemptedAt = t.At, NotBefore = null, Because = t.Detail ?? x.Because }),
        TouchAttempted { RetryAt: { } retry } t => before.With(t.Touch, x => x with { State = TouchState.Retrying, NotBefore = retry, Because = t.Detail }),
        TouchAttempted { Result: TouchResultKind.Uncertain } t => before.With(t.Touch, x => x with { State = TouchState.Sent, AttemptedAt = t.At, NotBefore = null, Because = $"uncertain: {t.Detail}" }),
        TouchAttempted => before,
        TouchAnswered t => before.With(t.Touch, x => x with { State = TouchState.Answered, EndedAt = t.At }),
        TouchFailed t => before.With(t.Touch, x => x with { State = TouchState.Failed, EndedAt = t.At, Because = t.Because, NotBefore = null }),
        TouchCancelled t => before.With(t.Touch, x => x with { State = TouchState.Cancelled, EndedAt = t.At, Because = t.Because, NotBefore = null }),
        _ => before,
    };

    private static InterventionCase With(this InterventionCase before, CaseClosed? closed = null, DateTimeOffset? undetermined = null, bool determined = false, IReadOnlyList<Touch>? touches = null) => new()
    {
        Key = before.Key,
        CustomerId = before.CustomerId,
        Opened = before.Opened,
        Closed = closed ?? before.Closed,
        UndeterminedSince = determined ? null : undetermined ?? before.UndeterminedSince,
        Touches = touches ?? before.Touches,
    };

    private static InterventionCase With(this InterventionCase before, TouchKey key, Func<Touch, Touch> change)
    {
        Touch[] touches = [.. before.Touches];
        var place = Array.FindIndex(touches, t => t.Key == key);

        // A rung that was held back before its contact was known is the same touch.
        place = place < 0 ? Array.FindIndex(touches, t => t.Key.Rung == key.Rung && t.Key.Step == key.Step && t.State == TouchState.Suppressed) : place;
        var changed = change(place < 0 ? new() { Key = key, State = TouchState.Suppressed } : touches[place] with { Key = key });
        return before.With(touches: place < 0 ? [.. touches, changed] : [.. touches[..place], changed, .. touches[(place + 1)..]]);
    }
}
