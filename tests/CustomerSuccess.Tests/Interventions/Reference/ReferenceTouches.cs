using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Reference;

/// <content>Touches: planned, given their units, attempted.</content>
internal sealed partial class ReferenceInterpreter
{
    private sealed record Request(ReferenceCase Case, int Rung, string? Contact, string? Channel, bool IsByPeople, DateTimeOffset Due, DateTimeOffset FirstDue);

    private sealed record Hold(SuppressionReason Reason, DateTimeOffset? Until = null);

    private void Plan(ReferenceCase open, Watch watch, List<Request> requests)
    {
        var (now, last) = (watch.KnownAt, open.Touches.LastOrDefault());
        if (last is not null && last.State is not (TouchState.Suppressed or TouchState.Failed))
        {
            return;
        }

        var rung = last is null ? 0 : last.State == TouchState.Failed ? last.Rung + 1 : last.Rung;
        var firstDue = last is null ? open.FiredAt : last.State == TouchState.Failed ? last.Ended!.Value : last.Due!.Value;
        var due = last?.State == TouchState.Suppressed ? Later(firstDue, last.NotBefore ?? now) : firstDue;
        if (due > now)
        {
            return;
        }

        if (open.UnknownSince is not null && open.Rule.Content.WhenUnknown == WhenUndetermined.Wait)
        {
            Suppress(open, rung, last?.State == TouchState.Suppressed ? last.Contact : null, firstDue, new(SuppressionReason.Undetermined));
            return;
        }

        while (true)
        {
            var view = watch.At(due);
            if (!view.IsActive || rung >= RungsOf(open.Rule.Content, view))
            {
                return;
            }

            var (contact, channel, byPeople, none) = Aim(open, view, rung, due);
            var hold = none ?? Rules(view, open, contact, byPeople, due);
            if (hold is null)
            {
                requests.Add(new(open, rung, contact, channel, byPeople, due, firstDue));
                return;
            }

            if (hold.Until > now || (hold.Until is null && due == now))
            {
                Suppress(open, rung, contact, firstDue, hold);
                return;
            }

            // As of when it may be otherwise; without a stated end, as of now.
            due = hold.Until ?? now;
        }
    }

    private static void Suppress(ReferenceCase open, int rung, string? contact, DateTimeOffset firstDue, Hold hold)
    {
        var touch = open.Touches.Find(t => t.Rung == rung && (t.State == TouchState.Suppressed || t.Contact == contact));
        if (touch is null)
        {
            open.Touches.Add(touch = new(rung) { Due = firstDue });
        }

        (touch.State, touch.Contact, touch.Reason, touch.NotBefore, touch.Channel) = (TouchState.Suppressed, contact, hold.Reason, hold.Until, null);
    }

    // Severity, priority, due, rule, customer, case: in this order each takes its units or none.
    private void Allocate(List<Request> requests, DateTimeOffset now)
    {
        var refused = new List<Request>();
        foreach (var request in requests.OrderByDescending(r => r.Case.Rule.Content.Severity).ThenByDescending(r => r.Case.Rule.Content.Priority).ThenBy(r => r.FirstDue)
            .ThenBy(r => r.Case.Key.Rule, StringComparer.Ordinal).ThenBy(r => r.Case.Customer, StringComparer.Ordinal).ThenBy(r => r.Case.Key).ThenBy(r => r.Rung))
        {
            var (open, owners) = (request.Case, OwnersOf(request.Case.Customer, request.Contact));
            var due = Fits(owners, request.Channel, request.Due, null) ? request.Due : FirstFit(owners, request.Channel, request.Due, null);
            if (!(due <= now))
            {
                refused.Add(request);
                continue;
            }

            Suppress(open, request.Rung, request.Contact, request.FirstDue, new(SuppressionReason.Budget));
            var touch = open.Touches.Find(t => t.Rung == request.Rung && t.Contact == request.Contact)!;
            (touch.State, touch.Due, touch.Channel, touch.IsByPeople, touch.NotBefore, touch.Reason) = (TouchState.Reserved, due, request.Channel, request.IsByPeople, null, null);
        }

        foreach (var request in refused)
        {
            Suppress(request.Case, request.Rung, request.Contact, request.FirstDue, new(SuppressionReason.Budget, FirstFit(OwnersOf(request.Case.Customer, request.Contact), request.Channel, request.Due, null) ?? now.AddDays(1)));
        }
    }

    /// <summary>Attempts what is due and automatic; and what people do, where they do it.</summary>
    public void Deliver(DateTimeOffset now, bool byPeopleToo)
    {
        var results = new List<Action>();
        foreach (var customer in story.Customers.OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            var watch = new Watch(story, customer, now);
            var seen = Cases.Where(c => c.Customer == customer.Id).Select(c => (Now: c, Then: Advanced(c, watch))).ToArray();
            foreach (var (open, then) in seen.Where(s => s.Now.IsOpen))
            {
                foreach (var touch in open.Touches.ToArray())
                {
                    if (!touch.IsByPeople && (touch.State == TouchState.Reserved ? touch.Due <= now : touch.State == TouchState.Retrying && touch.NotBefore <= now)
                        && Attempt(open, then, touch, watch, seen.Select(s => s.Then)))
                    {
                        results.Add(() => Result(open, touch, now));
                    }
                }
            }
        }

        results.ForEach(r => r());
        foreach (var customer in byPeopleToo ? story.Customers : [])
        {
            var watch = new Watch(story, customer, now);
            foreach (var open in Cases.Where(c => c.Customer == customer.Id && c.IsOpen).ToArray())
            {
                foreach (var touch in open.Touches.Where(t => t.IsByPeople && t.State == TouchState.Reserved && t.Due <= now).ToArray())
                {
                    var seen = Cases.Where(c => c.Customer == customer.Id).Select(c => (Now: c, Then: Advanced(c, watch))).ToArray();
                    if (Attempt(open, seen.First(s => s.Now == open).Then, touch, watch, seen.Select(s => s.Then)))
                    {
                        (touch.State, touch.Sent, touch.NotBefore) = (TouchState.Sent, now, null);
                    }
                }
            }
        }
    }

    private ReferenceCase Advanced(ReferenceCase found, Watch watch)
    {
        var copy = found.Copy();
        if (copy.IsOpen)
        {
            Continue(copy, watch);
        }

        return copy;
    }

    private bool Attempt(ReferenceCase open, ReferenceCase then, ReferenceTouch touch, Watch watch, IEnumerable<ReferenceCase> all)
    {
        var (now, view) = (watch.KnownAt, watch.At(watch.KnownAt));
        var hold = !then.IsOpen ? new(then.Outcome == CaseOutcome.Succeeded ? SuppressionReason.SuccessMet : SuppressionReason.CaseOver)
            : then.UnknownSince is not null && open.Rule.Content.WhenUnknown == WhenUndetermined.Wait ? new(SuppressionReason.Undetermined)
            : touch is { Contact: { } contact, Channel: { } channel } && view.Permits(contact, channel) is var permits && permits != true ? new Hold(permits == false ? SuppressionReason.OptOut : SuppressionReason.ConsentUnknown)
            : Rules(view, then, touch.Contact, touch.IsByPeople, now, all);
        var owners = OwnersOf(open.Customer, touch.Contact);
        hold ??= Fits(owners, touch.Channel, now, touch) ? null : new(SuppressionReason.Budget, FirstFit(owners, touch.Channel, now, touch));
        if (hold is not null)
        {
            (touch.State, touch.Reason, touch.NotBefore, touch.Channel) = (TouchState.Suppressed, hold.Reason, hold.Until, null);
            return false;
        }

        touch.Attempts++;
        (touch.State, touch.NotBefore) = (TouchState.Started, now);
        return true;
    }

    // The channel honours keys: what is uncertain is tried again, three times in all, and then taken for sent.
    private void Result(ReferenceCase open, ReferenceTouch touch, DateTimeOffset now)
    {
        var said = Story.SaidOf(new TouchKey(open.Key, 0, touch.Rung, touch.Contact).ToString(), touch.Attempts);
        if (said is TouchResultKind.Failed or TouchResultKind.Uncertain && touch.Attempts < story.Policy.Retry.Attempts)
        {
            (touch.State, touch.NotBefore) = (TouchState.Retrying, now + (story.Policy.Retry.Delay * Math.Pow(story.Policy.Retry.Factor, touch.Attempts - 1)));
        }
        else if (said is TouchResultKind.Sent or TouchResultKind.Uncertain)
        {
            (touch.State, touch.Sent, touch.NotBefore) = (TouchState.Sent, now, null);
        }
        else
        {
            (touch.State, touch.Ended, touch.NotBefore) = (TouchState.Failed, now, null);
        }
    }

    private static BudgetOwner[] OwnersOf(string customer, string? contact) =>
        [.. contact is null ? (BudgetOwner[])[] : [new(BudgetOwnerKind.Contact, contact)], new(BudgetOwnerKind.Customer, customer), new(BudgetOwnerKind.Csm, "csm")];

    private DateTimeOffset[] Uses(BudgetOwner owner, Budget budget, ReferenceTouch? but) =>
    [
        .. from found in Cases
           from touch in found.Touches
           where touch != but && touch.HoldsBudget && OwnersOf(found.Customer, touch.Contact).Contains(owner) && (budget.Channel is null || budget.Channel == touch.Channel)
           select touch.Sent ?? touch.NotBefore ?? touch.Due!.Value,
    ];

    // No window of the budget's length, wherever it ends, holds more than it allows.
    private bool Fits(BudgetOwner[] owners, string? channel, DateTimeOffset at, ReferenceTouch? but) =>
        story.Policy.Budgets.Where(b => b.Channel is null || b.Channel == channel).All(budget => owners.Where(o => o.Kind == budget.Owner).All(owner =>
        {
            DateTimeOffset[] uses = [.. Uses(owner, budget, but), at];
            return uses.Where(end => end >= at && end - at < budget.Within).All(end => uses.Count(u => u <= end && end - u < budget.Within) <= budget.Touches);
        }));

    private DateTimeOffset? FirstFit(BudgetOwner[] owners, string? channel, DateTimeOffset after, ReferenceTouch? but) => story.Policy.Budgets
        .SelectMany(b => owners.Where(o => o.Kind == b.Owner).SelectMany(o => Uses(o, b, but)).Select(u => (DateTimeOffset?)(u + b.Within)))
        .Where(u => u > after).Order().FirstOrDefault(u => Fits(owners, channel, u!.Value, but));

    private static int RungsOf(RuleContent content, View view) => content.Ladder.Count > 0 ? content.Ladder.Count : Math.Max(1, Story.ChannelsOf(view.Segment).Length);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
