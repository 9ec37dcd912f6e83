namespace CustomerSuccess.Health;

/// <summary>
/// The audit of manual overrides of one customer: entries are only ever added, never changed or removed. Immutable; adding
/// gives a new log, so that a log can be shared between threads and stored as it is.
/// </summary>
public sealed class OverrideLog
{
    private readonly OverrideLogEntry[] _entries;

    private OverrideLog(OverrideLogEntry[] entries)
    {
        _entries = entries;
        Entries = Array.AsReadOnly(entries);
    }

    /// <summary>A log without entries.</summary>
    public static OverrideLog Empty { get; } = new([]);

    /// <summary>Everything that was ever recorded, in the order of recording.</summary>
    public IReadOnlyList<OverrideLogEntry> Entries { get; }

    /// <summary>The log with an override added. It replaces whatever was in force from its own start on.</summary>
    public OverrideLog Set(ManualOverride manualOverride)
    {
        ArgumentNullException.ThrowIfNull(manualOverride);
        return new([.. _entries, new OverrideLogEntry(manualOverride.SetAt, manualOverride.Author, manualOverride.Reason, manualOverride)]);
    }

    /// <summary>The log with a withdrawal added: from that instant on no earlier override is in force.</summary>
    /// <exception cref="ArgumentException">The author or the reason is empty.</exception>
    public OverrideLog Withdraw(string author, string reason, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new([.. _entries, new OverrideLogEntry(at.ToUniversalTime(), author, reason, null)]);
    }

    /// <summary>The override in force as of an instant, or null. Of entries at the same instant the one recorded last counts.</summary>
    public ManualOverride? InForce(DateTimeOffset asOf)
    {
        OverrideLogEntry? latest = null;
        foreach (var entry in _entries)
        {
            if (entry.At <= asOf && (latest is null || entry.At >= latest.At))
            {
                latest = entry;
            }
        }

        return latest?.Override is { } found && found.IsInForce(asOf) ? found : null;
    }
}

/// <summary>One entry of an <see cref="OverrideLog"/>.</summary>
public sealed record OverrideLogEntry
{
    internal OverrideLogEntry(DateTimeOffset at, string author, string reason, ManualOverride? manualOverride)
    {
        At = at;
        Author = author;
        Reason = reason;
        Override = manualOverride;
    }

    /// <summary>From when it counts, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Who recorded it.</summary>
    public string Author { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>The override, or null for a withdrawal.</summary>
    public ManualOverride? Override { get; }
}
