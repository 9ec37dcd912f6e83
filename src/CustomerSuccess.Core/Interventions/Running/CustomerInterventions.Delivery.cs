using CustomerSuccess.Contacts;

namespace CustomerSuccess.Interventions;

/// <content>Deliveries.</content>
public sealed partial class CustomerInterventions
{
    /// <summary>
    /// Attempts every automatic touch that is due at an instant. Before each, everything that held when it was planned is asked again, as known now: the
    /// goal, the exit, opt-outs, silences, the time of day, budgets. Its beginning is recorded before anything leaves. A channel that fails, is slow or
    /// throws concerns its own touches only: they are tried again by policy, and given up by policy.
    /// </summary>
    /// <param name="at">The instant: the present.</param>
    /// <param name="cancellationToken">Cancels. An attempt that is broken off is uncertain.</param>
    public async Task<DeliveryReport> DeliverAsync(DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        at = at.ToUniversalTime();
        cancellationToken.ThrowIfCancellationRequested();
        var run = new DeliveryRun(this, await PresentAsync(at, cancellationToken).ConfigureAwait(false));
        var ids = new List<string>();
        await foreach (var id in _store.TouchableAsync(at, cancellationToken).ConfigureAwait(false))
        {
            ids.Add(id);
        }

        await run.RunAsync(ids, cancellationToken).ConfigureAwait(false);
        return new() { At = at, Changes = run.Changes, Problems = run.Problems };
    }

    // What holds now: the rules that are active at the last cycle, at this instant.
    private async ValueTask<CycleContext> PresentAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        await ContextAsync(at, await _store.LastCycleAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private readonly SemaphoreSlim _attempting = new(1, 1);

    private ITouchChannel? ChannelOf(Touch touch) => _channels.FirstOrDefault(c => c.Name == touch.Channel);

    private static TouchSuppressed Held(Touch touch, AttemptVerdict verdict, DateTimeOffset at) =>
        new() { Case = touch.Key.Case, At = at, KnownAt = at, Touch = touch.Key, Reason = verdict.Reason!.Value, Because = verdict.Because, Until = verdict.Until };

    private async ValueTask<AttemptVerdict> BudgetVerdictAsync(Touch touch, string customer, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Rules.Policy.Budgets.Count == 0)
        {
            return new(null, "there are no budgets");
        }

        BudgetOwner[] owners = [.. BudgetOwners.Of(touch, customer)];
        var book = await BookAsync(owners, at, cancellationToken).ConfigureAwait(false);
        foreach (var owner in owners)
        {
            book.Remove(owner, touch.Key);
        }

        var exhausted = book.Exhausted(owners, touch.Channel, at);
        return exhausted.Count == 0 ? new(null, "nothing holds it back") : new(SuppressionReason.Budget, BudgetBook.Words(exhausted), book.FirstFit(owners, touch.Channel, at));
    }

    private static TouchMessage MessageOf(AttemptSubject subject, DateTimeOffset at, int attempt) => new()
    {
        Key = subject.Touch.Key,
        CustomerId = subject.Case.CustomerId,
        ContactId = subject.Touch.Key.ContactId,
        Channel = subject.Touch.Channel!,
        OwnerId = subject.Touch.OwnerId,
        Purpose = subject.Plan!.Content.Purpose,
        At = at,
        Attempt = attempt,
        Language = subject.Touch.Key.ContactId is { } contact ? subject.Moment!.Facts.Contacts.Contact(contact) is { IsKnown: true, Value.Language: var language } ? language : null : null,
    };

    // Whatever the version is by now: that something was sent is never lost.
    private async ValueTask<bool> RecordAsync(string customer, IReadOnlyList<CaseEvent> events, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        while (true)
        {
            var log = (await _store.ReadAsync([customer], cancellationToken).ConfigureAwait(false))[0];
            var outcome = await _store.AppendAsync(new() { CustomerId = customer, ExpectedVersion = log.Version, Events = events, NextDueAt = due }, cancellationToken).ConfigureAwait(false);
            if (outcome != AppendOutcome.VersionConflict)
            {
                return outcome == AppendOutcome.Applied;
            }
        }
    }
}
