namespace CustomerSuccess.Interventions;

/// <summary>An instant at which a trigger fires.</summary>
/// <param name="Occurrence">Which occurrence it is.</param>
/// <param name="At">When.</param>
internal sealed record Firing(string Occurrence, DateTimeOffset At)
{
    /// <summary>When step and due were recorded, of what is planned.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>The contact that it is about.</summary>
    public string? ContactId { get; init; }

    /// <summary>Whether what triggers it was known not to hold right before.</summary>
    public bool IsAfterClear { get; init; } = true;
}

/// <summary>An instant at which it cannot be told whether a trigger fires.</summary>
internal sealed record UndeterminedFiring(string Occurrence, DateTimeOffset At, IReadOnlyList<UnknownCause> Causes);

/// <summary>A trigger that holds and does not fire yet.</summary>
/// <param name="Since">Since when.</param>
/// <param name="FiresAt">When it fires if it still holds then.</param>
/// <param name="Undetermined">What is not known at the last point; empty where it is known to hold.</param>
internal sealed record PendingTrigger(DateTimeOffset Since, DateTimeOffset FiresAt, IReadOnlyList<UnknownCause> Undetermined);

/// <summary>What a trigger does in a time.</summary>
internal sealed class TriggerReading
{
    // Most fire nowhere.
    private List<Firing>? _firings;
    private List<UndeterminedFiring>? _undetermined;

    /// <summary>Where it fires, by when.</summary>
    public List<Firing> Firings
    {
        get => _firings ??= [];
        init => _firings = value;
    }

    public bool Fires => _firings is { Count: > 0 };

    public List<UndeterminedFiring> Undetermined => _undetermined ??= [];

    public bool IsUndetermined => _undetermined is { Count: > 0 };

    public PendingTrigger? Pending { get; set; }

    /// <summary>When it may fire next, or anything that it depends on may change; null for never.</summary>
    public DateTimeOffset? Next { get; set; }
}

/// <summary>Reads when a trigger fires. A pure function of the facts.</summary>
internal abstract class TriggerWatch
{
    /// <summary>What it does after an instant up to another.</summary>
    public abstract TriggerReading Read(CustomerMoments moments, DateTimeOffset after, DateTimeOffset upTo);

    /// <summary>Whether, as known now, it fires where it once did. Only what is known not to is withdrawn.</summary>
    public virtual Reading<bool> StillFires(CustomerMoments moments, InterventionCase opened)
    {
        var at = opened.FiredAt;
        var reading = Read(moments, at.AddTicks(-1), at);
        return reading.Firings.Exists(f => f.Occurrence == opened.Key.Occurrence || f.At == at) ? Reading.Known(true)
            : reading.Undetermined.Find(u => u.At == at) is { } unknown ? Reading.Unknown<bool>(unknown.Causes)
            : Reading.Known(false);
    }

    /// <summary>A name as a part of an occurrence.</summary>
    protected static string Part(string name) => name.Replace("@", "%40", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    /// <summary>How an instant is written in an occurrence.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", System.Globalization.CultureInfo.InvariantCulture);
}
