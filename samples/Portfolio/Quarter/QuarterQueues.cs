using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>The queues of those who look after accounts: what waits for people, by revenue, success rate, urgency and minutes.</summary>
internal sealed class QuarterQueues(CustomerHealth health)
{
    // What a customer pays and when it renews is looked up once a week.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    private readonly Dictionary<string, (DateTimeOffset At, Reading<Money> Revenue, DateTimeOffset? Renewal)> _known = new(StringComparer.Ordinal);

    /// <summary>The queue of each owner for whom there is work at an instant, by owner.</summary>
    public async Task<SortedDictionary<string, WorkQueue>> AtAsync(IReadOnlyCollection<InterventionCase> cases, DateTimeOffset at, double minutes)
    {
        var (rates, items) = (SuccessRates.Of(cases, at), new List<(string Owner, WorkItem Item)>());
        foreach (var open in cases.Where(c => c.IsOpen))
        {
            foreach (var touch in open.Touches.Where(t => t is { IsByPeople: true, State: TouchState.Reserved, OwnerId: not null } && t.DueAt <= at))
            {
                var (_, revenue, renewal) = await KnownAsync(open.CustomerId, at).ConfigureAwait(false);
                items.Add((touch.OwnerId!, new() { Case = open, Touch = touch, AnnualRevenue = revenue, Rate = rates.Find(open.Key.Rule, open.Opened.Segment), Deadline = renewal }));
            }
        }

        return new(items.GroupBy(i => i.Owner, StringComparer.Ordinal).ToDictionary(g => g.Key, g => WorkQueue.Of(g.Select(i => i.Item), at, minutes)), StringComparer.Ordinal);
    }

    private async ValueTask<(DateTimeOffset At, Reading<Money> Revenue, DateTimeOffset? Renewal)> KnownAsync(string customer, DateTimeOffset at)
    {
        if (_known.TryGetValue(customer, out var known) && at - known.At < Fresh)
            return known;
        var account = (await health.FactsAsync(customer, new(at)).ConfigureAwait(false))!.Account;
        var renewals = (account.Subscriptions ?? []).Where(s => s.IsRunning(at)).Select(s => s.RenewsAt).OfType<DateTimeOffset>().Where(r => r > at);
        return _known[customer] = (at, account.AnnualRevenue(), renewals.Select(r => (DateTimeOffset?)r).Min());
    }
}
