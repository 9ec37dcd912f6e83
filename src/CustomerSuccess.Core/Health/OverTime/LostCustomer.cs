using CustomerSuccess.Customers;

namespace CustomerSuccess.Health;

/// <summary>Whether a customer is lost, and when that was decided.</summary>
internal static class LostCustomer
{
    /// <summary>
    /// The decision date of the loss that stands; null where the customer is not lost. A loss of no particular subscription
    /// loses the customer; otherwise it is lost once every subscription that began is lost or has ended, with the last of
    /// them. Notice before the loss is the decision. A later renewal or return undoes both.
    /// </summary>
    public static DateTimeOffset? DecidedAt(AccountFacts account, DateTimeOffset asOf)
    {
        var outcomes = account.Outcomes;
        Outcome[] standing = [.. outcomes.Where(o => o.IsLoss && !outcomes.Any(later => Undoes(later, o)))];
        if (standing.Length == 0)
        {
            return null;
        }

        if (standing.Where(o => o.SubscriptionId is null).MaxBy(o => o.DecidedAt) is { } whole)
        {
            return Decision(whole, outcomes);
        }

        var lost = standing.Select(o => o.SubscriptionId!).ToHashSet(StringComparer.Ordinal);
        var begun = (account.Subscriptions ?? []).Where(s => s.Start <= asOf);
        return begun.All(s => lost.Contains(s.Id) || s.End <= asOf) ? Decision(standing.MaxBy(o => o.DecidedAt)!, outcomes) : null;
    }

    private static DateTimeOffset Decision(Outcome loss, IReadOnlyList<Outcome> outcomes) => outcomes
        .Where(o => o.Kind == OutcomeKind.NoticeGiven && o.DecidedAt <= loss.DecidedAt && Concerns(o, loss))
        .Where(o => !outcomes.Any(later => Undoes(later, o) && later.DecidedAt <= loss.DecidedAt))
        .Select(o => o.DecidedAt).Append(loss.DecidedAt).Min();

    private static bool Undoes(Outcome later, Outcome loss) =>
        later.Kind is OutcomeKind.Return or OutcomeKind.Renewal && later.DecidedAt > loss.DecidedAt && Concerns(later, loss);

    private static bool Concerns(Outcome one, Outcome other) =>
        one.SubscriptionId is null || other.SubscriptionId is null || string.Equals(one.SubscriptionId, other.SubscriptionId, StringComparison.Ordinal);
}
