namespace CustomerSuccess.Expressions;

/// <summary>The time zones that expressions name.</summary>
public static class CelTimeZone
{
    /// <summary>A zone by its name in the IANA database, the same for every host; null where there is none, and of names that mean the machine's own.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TimeZones.Find(name);
    }
}
