using CustomerSuccess.Customers;
using CustomerSuccess.Health;

namespace CustomerSuccess.Interventions;

/// <content>The queues of people.</content>
public sealed partial class CustomerInterventions
{
    /// <summary>How often cases of each rule succeed in each segment, over the cases of all customers that ended up to an instant.</summary>
    public async Task<SuccessRates> SuccessRatesAsync(DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var cases = new List<InterventionCase>();
        foreach (var chunk in (await IdsAsync(at, null, cancellationToken).ConfigureAwait(false)).Chunk(CustomersAtOnce))
        {
            cases.AddRange((await _store.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)).SelectMany(l => CaseFold.Of(l.CustomerId, l.Events)));
        }

        return SuccessRates.Of(cases, at);
    }

    /// <summary>
    /// The work of an owner that is due: every touch by people that has its place, in the order of what it is worth a minute, each with its brief. It only
    /// looks: <see cref="PlanWorkAsync"/> gives back what does not fit.
    /// </summary>
    /// <param name="ownerId">The owner: a person or a team.</param>
    /// <param name="at">The instant: the present.</param>
    /// <param name="capacity">How many minutes there are, 0 or more; null for as many as it takes.</param>
    /// <param name="rates">How often rules succeed; null to count them over all customers.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<WorkQueue> QueueAsync(string ownerId, DateTimeOffset at, double? capacity = null, SuccessRates? rates = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ownerId);
        at = at.ToUniversalTime();
        rates ??= await SuccessRatesAsync(at, cancellationToken).ConfigureAwait(false);
        var ids = new List<string>();
        await foreach (var id in _store.TouchableAsync(at, cancellationToken).ConfigureAwait(false))
        {
            ids.Add(id);
        }

        var items = new List<WorkItem>();
        foreach (var chunk in ids.Chunk(CustomersAtOnce))
        {
            var logs = (await _store.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)).ToDictionary(l => l.CustomerId, StringComparer.Ordinal);
            string[] due = [.. chunk.Where(id => DueOf(logs[id], ownerId, at).Count > 0)];
            var work = _health.WorkAsync<WorkItem>(due, at, h => ItemsOf(MomentsOf(h, at), DueOf(logs[h.CustomerId], ownerId, at), rates), (customer, reason) => throw new InvalidOperationException($"The work at '{customer}': {reason}"), cancellationToken);
            await foreach (var item in work.ConfigureAwait(false))
            {
                items.Add(item);
            }
        }

        return WorkQueue.Of(items, at, capacity);
    }

    /// <summary>
    /// The same, and what does not fit gives its units of budgets back, with that reason, and is proposed again with the next cycle: it competes anew.
    /// </summary>
    /// <inheritdoc cref="QueueAsync" />
    public async Task<WorkQueue> PlanWorkAsync(string ownerId, DateTimeOffset at, double capacity, SuccessRates? rates = null, CancellationToken cancellationToken = default)
    {
        var queue = await QueueAsync(ownerId, at, capacity, rates, cancellationToken).ConfigureAwait(false);
        foreach (var cut in queue.Cut)
        {
            await CutAsync(cut, at.ToUniversalTime(), cancellationToken).ConfigureAwait(false);
        }

        return queue;
    }

    // Whoever has done it meanwhile has done it.
    private async ValueTask CutAsync(QueuedWork cut, DateTimeOffset at, CancellationToken cancellationToken)
    {
        while (true)
        {
            var log = (await _store.ReadAsync([cut.Item.CustomerId], cancellationToken).ConfigureAwait(false))[0];
            if (CaseFold.Of(log.CustomerId, log.Events).SelectMany(c => c.Touches).FirstOrDefault(t => t.Key == cut.Item.Touch.Key) is not { State: TouchState.Reserved } touch)
            {
                return;
            }

            var held = Held(touch, new(SuppressionReason.Capacity, $"place {cut.Place} in the queue of {touch.OwnerId}: {cut.CutBecause}"), at);
            if (await _store.AppendAsync(new() { CustomerId = log.CustomerId, ExpectedVersion = log.Version, Events = [held], NextDueAt = at }, cancellationToken).ConfigureAwait(false) == AppendOutcome.Applied)
            {
                return;
            }
        }
    }

    private static List<(InterventionCase Case, Touch Touch)> DueOf(CustomerCaseLog log, string ownerId, DateTimeOffset at) =>
    [
        .. CaseFold.Of(log.CustomerId, log.Events).Where(c => c.IsOpen)
            .SelectMany(c => c.Touches.Where(t => t is { IsByPeople: true, State: TouchState.Reserved } && t.OwnerId == ownerId && t.DueAt <= at).Select(t => (c, t))),
    ];

    private List<WorkItem> ItemsOf(CustomerMoments moments, List<(InterventionCase Case, Touch Touch)> due, SuccessRates rates)
    {
        if (moments.At(moments.KnownAt) is not { } moment)
        {
            return [];
        }

        var brief = WorkBrief.Of(moment.Facts);
        if (brief.LastContact is { IsKnown: true, Value: { } last } && moments.At(last.OccurredAt) is { } then)
        {
            brief = WorkBrief.Of(moment.Facts, then.Facts.Find<HealthFacts>()?.Score);
        }

        return
        [
            .. due.Select(d => new WorkItem
            {
                Case = d.Case,
                Touch = d.Touch,
                AnnualRevenue = moment.Facts.Account.AnnualRevenue(),
                Rate = rates.Find(d.Case.Key.Rule, d.Case.Opened.Segment),
                Deadline = DeadlineOf(d.Case),
                Brief = brief,
            }),
        ];
    }

    // What is done before an anchor has the anchor for its deadline; everything else the end of its time for success.
    private DateTimeOffset? DeadlineOf(InterventionCase found)
    {
        if (found.Opened.RuleHash is not { } hash || _plans.GetValueOrDefault(hash) is not { } plan)
        {
            return null;
        }

        var span = plan.Content.Trigger is AnchorTrigger { Offset: var offset } && offset < TimeSpan.Zero ? offset.Negate() : plan.Content.SuccessWithin;
        return DateTimeOffset.MaxValue - found.FiredAt > span ? found.FiredAt + span : null;
    }
}
