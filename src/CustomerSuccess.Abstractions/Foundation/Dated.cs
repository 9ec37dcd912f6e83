namespace CustomerSuccess;

/// <summary>What is visible of dated facts.</summary>
public static class Dated
{
    /// <summary>Whether a fact is visible as of an instant, as known at an instant.</summary>
    public static bool IsVisible(this IDated fact, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.EffectiveAt <= asOf && fact.RecordedAt <= knownAt;
    }

    /// <summary>The visible fact that holds: the last to take effect, of several at one instant the one recorded last, of these the last by what it says: never by which came first. Null where none is visible.</summary>
    public static TFact? InForce<TFact>(this IEnumerable<TFact> facts, DateTimeOffset asOf, DateTimeOffset knownAt)
        where TFact : class, IDated
    {
        ArgumentNullException.ThrowIfNull(facts);
        TFact? latest = null;
        foreach (var fact in facts)
        {
            latest = Later(latest, fact, asOf, knownAt);
        }

        return latest;
    }

    /// <summary>Of what holds so far and one more fact, what holds.</summary>
    internal static TFact? Later<TFact>(TFact? latest, TFact fact, DateTimeOffset asOf, DateTimeOffset knownAt)
        where TFact : class, IDated =>
        fact.IsVisible(asOf, knownAt) && (latest is null || IsLater(fact, latest)) ? fact : latest;

    private static bool IsLater(IDated fact, IDated than) => ToldApart.InTime.Compare(fact, than) > 0;
}
