using CustomerSuccess.Customers;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

/// <summary>Finds whether a customer was given to another owner after a rating.</summary>
internal static class HandOver
{
    /// <summary>
    /// The first entry after a rating that names another owner than the one at the rating; where nobody is known to have owned the
    /// customer then, another than the rater. The end of an ownership hands nothing over. Null where there is none.
    /// </summary>
    public static Ownership? After(CustomerFacts facts, Signal rating, string role)
    {
        // Of several entries at one instant the last holds.
        Ownership[] entries = [.. facts.Account.Ownerships.Where(o => o.Role == role).GroupBy(o => o.EffectiveAt).Select(g => g.Last())];
        var owner = entries.LastOrDefault(o => o.EffectiveAt <= rating.OccurredAt)?.OwnerId ?? rating.Actor;
        return owner is null ? null : Array.Find(entries, o => o.EffectiveAt > rating.OccurredAt && o.OwnerId is { } next && next != owner);
    }
}
