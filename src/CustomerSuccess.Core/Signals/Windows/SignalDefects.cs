using CustomerSuccess.Customers;

namespace CustomerSuccess.Signals;

/// <summary>Finds signals that contradict what is known of the customer.</summary>
internal static class SignalDefects
{
    public static IEnumerable<SignalDefect> Of(NamedSeries[] own, CustomerFacts facts, long recordedBy)
    {
        var since = facts.Account.Since?.Ticks ?? long.MinValue;
        var subscriptions = (facts.Account.Subscriptions ?? []).ToLookup(s => s.Product, StringComparer.Ordinal);
        foreach (var (name, series) in own.OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            var visible = Enumerable.Range(0, series.FirstAfter(facts.AsOf.Ticks)).Select(i => series[i]).Where(e => e.Recorded <= recordedBy).ToArray();
            var people = series.People;
            var early = visible.Where(e => e.Occurred < since);
            var outside = visible.Where(e => people[e.Origin].Product is { } product && subscriptions.Contains(product)
                && !subscriptions[product].Any(s => s.IsRunning(new DateTimeOffset(e.Occurred, TimeSpan.Zero))));
            foreach (var (kind, found) in new[] { (SignalDefectKind.BeforeCustomer, early), (SignalDefectKind.OutsideSubscription, outside) })
            {
                var count = found.Count();
                if (count > 0)
                {
                    yield return new SignalDefect { Kind = kind, CustomerId = facts.CustomerId, Signal = name, Count = count, First = new(found.Min(e => e.Occurred), TimeSpan.Zero) };
                }
            }
        }
    }
}
