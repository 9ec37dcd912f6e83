namespace CustomerSuccess.Customers;

/// <summary>Which version of an owner holds.</summary>
public static class OwnerVersions
{
    /// <summary>
    /// The version of an owner that holds as of an instant, as known at an instant: the last to take effect, of several at one
    /// instant the one recorded last. Null where none is visible.
    /// </summary>
    /// <param name="versions">Versions of one owner, in any order.</param>
    /// <param name="asOf">As of when.</param>
    /// <param name="knownAt">As known at when.</param>
    public static Owner? InForce(this IEnumerable<Owner> versions, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return versions.Where(v => v.EffectiveAt <= asOf && v.RecordedAt <= knownAt)
            .OrderBy(v => v.EffectiveAt).ThenBy(v => v.RecordedAt).ThenBy(v => v.Content, StringComparer.Ordinal).LastOrDefault();
    }
}
