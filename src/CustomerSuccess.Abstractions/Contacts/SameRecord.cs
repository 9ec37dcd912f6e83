namespace CustomerSuccess.Contacts;

/// <summary>Whether two records say the same, instants included.</summary>
internal static class SameRecord
{
    public static bool As<T>(T one, T? other)
        where T : class, IDated, IToldApart => other is not null
        && one.EffectiveAt == other.EffectiveAt && one.RecordedAt == other.RecordedAt
        && string.Equals(one.Content, other.Content, StringComparison.Ordinal);
}
