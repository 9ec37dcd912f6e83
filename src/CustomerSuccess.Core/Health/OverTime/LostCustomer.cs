using CustomerSuccess.Customers;

namespace CustomerSuccess.Health;

/// <summary>Whether a customer is lost, and when that was decided.</summary>
internal static class LostCustomer
{
    /// <summary>
    /// Since when a customer is lost by what stands; null where it is not. A loss of no particular subscription loses the
    /// customer; otherwise it is lost once every subscription that began is lost or has ended, with the last of them. Notice
    /// before a loss is its decision. A later renewal or return undoes both. A second loss of one who is lost changes nothing.
    /// </summary>
    public static DateTimeOffset? DecidedAt(AccountFacts account, DateTimeOffset asOf)
    {
        var outcomes = account.Outcomes;
        Outcome[] standing = [.. outcomes.Where(o => o.IsLoss && !outcomes.Any(later => Undoes(later, o)))];
        if (standing.Length == 0)
        {
            return null;
        }

        var whole = standing.Where(o => o.SubscriptionId is null).Select(o => Decision(o, account, outcomes)).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        var parts = Subscriptions(account, asOf, [.. standing.Where(o => o.SubscriptionId is not null)], outcomes);
        return whole < (parts ?? DateTimeOffset.MaxValue) ? whole : parts;
    }

    // When the last of the subscriptions was lost or ended; null where one goes on, or where none was lost.
    private static DateTimeOffset? Subscriptions(AccountFacts account, DateTimeOffset asOf, Outcome[] losses, IReadOnlyList<Outcome> outcomes)
    {
        if (losses.Length == 0)
        {
            return null;
        }

        var decisions = losses.GroupBy(o => o.SubscriptionId!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Min(o => Decision(o, account, outcomes)), StringComparer.Ordinal);
        var last = decisions.Values.Max();
        foreach (var subscription in (account.Subscriptions ?? []).Where(s => s.Start <= asOf && !decisions.ContainsKey(s.Id)))
        {
            if (!(subscription.End <= asOf))
            {
                return null;
            }

            last = subscription.End > last ? subscription.End.Value : last;
        }

        return last;
    }

    private static DateTimeOffset Decision(Outcome loss, AccountFacts account, IReadOnlyList<Outcome> outcomes) => outcomes
        .Where(o => o.Kind == OutcomeKind.NoticeGiven && o.DecidedAt <= loss.DecidedAt && Announces(o, loss, account))
        .Where(o => !outcomes.Any(later => Undoes(later, o) && later.DecidedAt <= loss.DecidedAt))
        .Select(o => o.DecidedAt).Append(loss.DecidedAt).Min();

    // Notice of one subscription is none of the customer while another runs.
    private static bool Announces(Outcome notice, Outcome loss, AccountFacts account) => Concerns(notice, loss) && (notice.SubscriptionId is null || loss.SubscriptionId is not null
        || !(account.Subscriptions ?? []).Any(s => s.Id != notice.SubscriptionId && s.IsRunning(notice.DecidedAt)));

    private static bool Undoes(Outcome later, Outcome loss) =>
        later.Kind is OutcomeKind.Return or OutcomeKind.Renewal && later.DecidedAt > loss.DecidedAt && Concerns(later, loss);

    private static bool Concerns(Outcome one, Outcome other) =>
        one.SubscriptionId is null || other.SubscriptionId is null || string.Equals(one.SubscriptionId, other.SubscriptionId, StringComparison.Ordinal);
}
