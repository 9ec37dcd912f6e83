namespace CustomerSuccess.Interventions;

/// <content>One delivery.</content>
public sealed partial class CustomerInterventions
{
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
                        : Held(subject.Touch, verdict, context.At);
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
}
