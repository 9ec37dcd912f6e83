namespace CustomerSuccess.Interventions;

/// <content>Work by people.</content>
public sealed partial class CustomerInterventions
{
    /// <summary>Whether a touch that has its place may be attempted at an instant, as known at it.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="touch">The touch.</param>
    /// <param name="at">The instant: the present.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">There is no such touch.</exception>
    public async Task<AttemptVerdict> MayAttemptAsync(string customerId, TouchKey touch, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        (await SubjectAsync(customerId, touch, at.ToUniversalTime(), cancellationToken).ConfigureAwait(false)).Verdict;

    /// <summary>
    /// Records that people did a touch that has its place, where it may be done: units of budgets are spent, and its wait begins. Where it may not, nothing
    /// is recorded as done, and the reason is.
    /// </summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="touch">The touch.</param>
    /// <param name="at">When it was done.</param>
    /// <param name="detail">More, in words, without personal data; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">There is no such touch, or it is not by people.</exception>
    /// <exception cref="InvalidOperationException">The touch does not wait to be done: it was done, is held back, or its case is over.</exception>
    public async Task<AttemptVerdict> CompleteAsync(string customerId, TouchKey touch, DateTimeOffset at, string? detail = null, CancellationToken cancellationToken = default)
    {
        at = at.ToUniversalTime();
        await _attempting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                var (subject, log, verdict) = await SubjectAsync(customerId, touch, at, cancellationToken).ConfigureAwait(false);
                if (!subject.Touch.IsByPeople)
                {
                    throw new ArgumentException($"{touch} is automatic. DeliverAsync attempts it.", nameof(touch));
                }

                // As it is recorded: what has ended it since is the reason that is given.
                var state = CaseFold.Of(customerId, log.Events).First(c => c.Key == touch.Case).Touches.First(t => t.Key == touch).State;
                if (state != TouchState.Reserved)
                {
                    throw new InvalidOperationException($"{touch} is {state}: only a touch that has its place can be done.");
                }

                // Before people took it over it may have been tried automatically.
                var attempt = subject.Touch.Attempts + 1;
                IReadOnlyList<CaseEvent> events = verdict.IsAllowed
                    ? [new TouchStarted { Case = touch.Case, At = at, KnownAt = at, Touch = touch, Attempt = attempt }, new TouchAttempted { Case = touch.Case, At = at, KnownAt = at, Touch = touch, Attempt = attempt, Result = TouchResultKind.Sent, Detail = detail }]
                    : [Held(subject.Touch, verdict, at)];
                if (await _store.AppendAsync(new() { CustomerId = customerId, ExpectedVersion = log.Version, Events = events, NextDueAt = at }, cancellationToken).ConfigureAwait(false) == AppendOutcome.Applied)
                {
                    return verdict;
                }
            }
        }
        finally
        {
            _attempting.Release();
        }
    }

    /// <summary>Records work with a customer that no rule asked for, so that it counts: a case that is over at once. The same id twice is one.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RecordWorkAsync(string customerId, OtherWork work, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentNullException.ThrowIfNull(work);
        var key = new CaseKey(CaseSources.OtherWork, customerId, work.Id);
        while (true)
        {
            var log = (await _store.ReadAsync([customerId], cancellationToken).ConfigureAwait(false))[0];
            if (log.Events.Any(e => e.Case == key))
            {
                return;
            }

            CaseEvent[] events =
            [
                new CaseOpened
                {
                    Case = key,
                    At = work.At,
                    KnownAt = work.RecordedAt,
                    RuleHash = null,
                    Severity = CaseSeverity.Info,
                    Cause = work.Cause,
                    Direction = work.Direction,
                    OwnerId = work.OwnerId,
                    Segment = work.Segment,
                    PlannedAt = work.PlannedAt,
                    IsCheckable = work.IsCheckable,
                },
                new CaseClosed { Case = key, At = work.At, KnownAt = work.RecordedAt, Outcome = CaseOutcome.Exited, Because = "done" },
            ];
            if (await _store.AppendAsync(new() { CustomerId = customerId, ExpectedVersion = log.Version, Events = events }, cancellationToken).ConfigureAwait(false) == AppendOutcome.Applied)
            {
                return;
            }
        }
    }

    /// <summary>The cases of a customer, in the order in which they were opened; closed ones too.</summary>
    public async ValueTask<IReadOnlyList<InterventionCase>> CasesAsync(string customerId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        return CaseFold.Of(customerId, (await _store.ReadAsync([customerId], cancellationToken).ConfigureAwait(false))[0].Events).AsReadOnly();
    }

    private async ValueTask<(AttemptSubject Subject, CustomerCaseLog Log, AttemptVerdict Verdict)> SubjectAsync(string customerId, TouchKey touch, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentNullException.ThrowIfNull(touch);
        var context = await PresentAsync(at, cancellationToken).ConfigureAwait(false);
        var log = (await _store.ReadAsync([customerId], cancellationToken).ConfigureAwait(false))[0];
        await foreach (var (subject, failure) in _health.WorkAsync<(AttemptSubject? Subject, string? Failure)>([customerId], at, h => [(new AttemptCheck(context).Of(MomentsOf(h, at), log, touch), null)], (_, reason) => [(null, reason)], cancellationToken).ConfigureAwait(false))
        {
            if (failure is not null)
            {
                throw new InvalidOperationException($"{touch}: {failure}");
            }

            if (subject is not null)
            {
                return (subject, log, subject.Verdict.IsAllowed ? await BudgetVerdictAsync(subject.Touch, customerId, at, cancellationToken).ConfigureAwait(false) : subject.Verdict);
            }
        }

        throw new ArgumentException($"There is no touch {touch} of '{customerId}'.", nameof(touch));
    }
}
