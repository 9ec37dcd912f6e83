namespace CustomerSuccess.Contacts;

/// <summary>Which records hold.</summary>
internal static class Recorded
{
    /// <summary>Of each id the record that was recorded last, as known at an instant; of several the one that <paramref name="further"/> puts last, then the one that says more. In ordinal order of ids.</summary>
    public static T[] Last<T>(IEnumerable<T> records, Func<T, string> id, DateTimeOffset knownAt, Func<T, DateTimeOffset> further)
        where T : IDated, IToldApart =>
    [
        .. records.Where(r => r.RecordedAt <= knownAt)
            .GroupBy(id, StringComparer.Ordinal)
            .Select(g => g.Skip(1).Any() ? g.OrderBy(r => r.RecordedAt).ThenBy(further).ThenBy(r => r.Content, StringComparer.Ordinal).Last() : g.First())
            .OrderBy(id, StringComparer.Ordinal),
    ];

    /// <summary>Of each id the version in force, in ordinal order of ids.</summary>
    public static T[] InForce<T>(IEnumerable<T> versions, Func<T, string> id, DateTimeOffset asOf, DateTimeOffset knownAt)
        where T : class, IDated =>
        [.. versions.GroupBy(id, StringComparer.Ordinal).Select(g => g.InForce(asOf, knownAt)).OfType<T>().OrderBy(id, StringComparer.Ordinal)];

    /// <summary>The first of some instants after one; null where there is none.</summary>
    public static DateTimeOffset? FirstAfter(DateTimeOffset instant, IEnumerable<DateTimeOffset?> instants)
    {
        DateTimeOffset? first = null;
        foreach (var at in instants)
        {
            first = at > instant && !(at >= first) ? at : first;
        }

        return first;
    }

    /// <summary>So much later; null beyond the calendar.</summary>
    public static DateTimeOffset? Later(DateTimeOffset instant, TimeSpan by) => DateTimeOffset.MaxValue - instant > by ? instant + by : null;
}
