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

    /// <summary>One delivery under way.</summary>
    private sealed partial class DeliveryRun(CustomerInterventions owner, CycleContext context)
    {
        private readonly AttemptCheck _check = new(context);
        private readonly SortedDictionary<string, List<CaseEvent>> _changes = new(StringComparer.Ordinal);

        public List<InterventionProblem> Problems { get; } = [];

        public IReadOnlyList<CustomerEvents> Changes => [.. _changes.Select(c => new CustomerEvents(c.Key, c.Value.AsReadOnly()))];

        private RetryPolicy Retry => owner.Rules.Policy.Retry;

        public async ValueTask RunAsync(List<string> ids, CancellationToken cancellationToken)
        {
            foreach (var chunk in ids.Chunk(CustomersAtOnce))
            {
                var logs = (await owner._store.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)).ToDictionary(l => l.CustomerId, StringComparer.Ordinal);
                var work = owner._health.WorkAsync<(string Customer, IReadOnlyList<AttemptSubject> Due, string? Failure)>(
                    chunk,
                    context.At,
                    history => [(history.CustomerId, DueOf(owner.MomentsOf(history, context.At), logs[history.CustomerId]), null)],
                    (customer, reason) => [(customer, [], reason)],
                    cancellationToken);
                var sends = new List<Task<(AttemptSubject Subject, int Attempt, TouchResult Result)>>();
                try
                {
                    await foreach (var (customer, due, failure) in work.ConfigureAwait(false))
                    {
                        if (failure is not null)
                        {
                            Problems.Add(new(customer, null, failure));
                        }

                        await BeginAsync(logs[customer], due, sends, cancellationToken).ConfigureAwait(false);
                    }
                }
                finally
                {
                    // What has left is recorded, whatever broke off the rest.
                    await EndAsync(sends).ConfigureAwait(false);
                }

                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        private List<AttemptSubject> DueOf(CustomerMoments moments, CustomerCaseLog log)
        {
            var due = new List<AttemptSubject>();
            foreach (var touch in CaseFold.Of(log.CustomerId, log.Events).Where(c => c.IsOpen).SelectMany(c => c.Touches).Where(t => !t.IsByPeople && IsDue(t)))
            {
                if (_check.Of(moments, log, touch.Key) is { } subject)
                {
                    due.Add(subject);
                }
            }

            return due;
        }

        // An attempt that began and of which nothing was heard since is uncertain once it has had its time.
        private bool IsDue(Touch touch) => touch.State switch
        {
            TouchState.Reserved => touch.DueAt <= context.At,
            TouchState.Retrying => touch.NotBefore <= context.At,
            TouchState.Started => touch.NotBefore < context.At && context.At - touch.NotBefore >= Retry.Timeout,
            _ => false,
        };

        private async ValueTask BeginAsync(CustomerCaseLog log, IReadOnlyList<AttemptSubject> due, List<Task<(AttemptSubject Subject, int Attempt, TouchResult Result)>> sends, CancellationToken cancellationToken)
        {
            var version = log.Version;
            foreach (var subject in due)
            {
                if (owner.ChannelOf(subject.Touch) is not { } channel)
                {
                    Problems.Add(new(log.CustomerId, subject.Case.Key.Rule, $"no channel '{subject.Touch.Channel}' is registered: give it, or leave it out of experiences and rules"));
                    continue;
                }

                if (subject.Touch.State == TouchState.Started)
                {
                    version += await TryAsync(log.CustomerId, version, AttemptOutcomes.Of(subject.Touch, subject.Touch.Attempts, new(TouchResultKind.Uncertain, "the attempt was broken off"), channel.HonoursIdempotencyKeys, Retry, context.At), true, cancellationToken).ConfigureAwait(false) ? 1 : 0;
                    continue;
                }

                // Whose units are used up meanwhile is seen at the attempt, at which they are spent: one after the other.
                await owner._attempting.WaitAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    var verdict = subject.Verdict.IsAllowed ? await owner.BudgetVerdictAsync(subject.Touch, log.CustomerId, context.At, cancellationToken).ConfigureAwait(false) : subject.Verdict;
                    CaseEvent first = verdict.IsAllowed
                        ? new TouchStarted { Case = subject.Case.Key, At = context.At, KnownAt = context.At, Touch = subject.Touch.Key, Attempt = subject.Touch.Attempts + 1 }
                        : owner.Held(subject.Touch, verdict, context.At);
                    if (!await TryAsync(log.CustomerId, version, [first], !verdict.IsAllowed, cancellationToken).ConfigureAwait(false))
                    {
                        return;
                    }

                    version++;
                    if (first is TouchStarted)
                    {
                        sends.Add(SendAsync(channel, subject, cancellationToken));
                    }
                }
                finally
                {
                    owner._attempting.Release();
                }
            }
        }

        private async ValueTask<bool> TryAsync(string customer, long version, IReadOnlyList<CaseEvent> events, bool dueNow, CancellationToken cancellationToken)
        {
            var change = new CustomerCaseChange { CustomerId = customer, ExpectedVersion = version, Events = events, NextDueAt = dueNow ? context.At : null };
            if (await owner._store.AppendAsync(change, cancellationToken).ConfigureAwait(false) != AppendOutcome.Applied)
            {
                return false;
            }

            Note(customer, events);
            return true;
        }

        private void Note(string customer, IReadOnlyList<CaseEvent> events)
        {
            if (!_changes.TryGetValue(customer, out var known))
            {
                _changes[customer] = known = [];
            }

            known.AddRange(events);
        }
    }

    private readonly SemaphoreSlim _attempting = new(1, 1);

    private ITouchChannel? ChannelOf(Touch touch) => _channels.FirstOrDefault(c => c.Name == touch.Channel);

    private TouchSuppressed Held(Touch touch, AttemptVerdict verdict, DateTimeOffset at) =>
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

    private TouchMessage MessageOf(AttemptSubject subject, DateTimeOffset at, int attempt) => new()
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
