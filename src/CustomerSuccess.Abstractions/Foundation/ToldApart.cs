namespace CustomerSuccess;

/// <summary>Orders of facts. What they say is looked at only where nothing else tells them apart.</summary>
internal static class ToldApart
{
    /// <summary>By when they took effect, then when they were recorded, then what they say.</summary>
    public static IComparer<IDated> InTime { get; } = Comparer<IDated>.Create(Compare);

    private static int Compare(IDated one, IDated other) =>
        one.EffectiveAt.CompareTo(other.EffectiveAt) is not 0 and var byEffect ? byEffect
        : one.RecordedAt.CompareTo(other.RecordedAt) is not 0 and var byRecord ? byRecord
        : string.CompareOrdinal(Content(one), Content(other));

    /// <summary>Everything beside the instants.</summary>
    public static string? Content(IDated fact) => fact is IToldApart told ? told.Content : fact.ToString();
}
