namespace CustomerSuccess.Health;

/// <summary>What a strategy may read. New needs become new members here, never another parameter. Immutable.</summary>
public sealed class HealthScoreContext
{
    private readonly DateTimeOffset? _knownAt;

    /// <summary>The facts of the customer as of the instant, by name.</summary>
    public required IFacts Facts { get; init; }

    /// <summary>The instant as of which to score. The engine passes it; a strategy reads no clock.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The instant as known at which the facts were read; <see cref="AsOf"/> unless stated.</summary>
    public DateTimeOffset KnownAt { get => _knownAt ?? AsOf; init => _knownAt = value; }

    /// <summary>The customer's id, or null where it is not known.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The customer's segment, or null.</summary>
    public string? Segment { get; init; }

    /// <summary>The customer's lifecycle stage in the host's words, or null.</summary>
    public string? LifecycleStage { get; init; }

    /// <summary>Why this strategy scores the customer and no other, in words; null where there is no other.</summary>
    public string? Selection { get; init; }

    /// <summary>The name of the band last recorded before <see cref="AsOf"/>, or null at the first evaluation. Customers over time have null too after a score of other bands: hysteresis begins anew.</summary>
    public string? PreviousBand { get; init; }

    /// <summary>The manual override in force, or null.</summary>
    public ManualOverride? Override { get; init; }

    /// <summary>Verdicts on the customer's usage; they count where they are in force as of <see cref="AsOf"/>.</summary>
    public IReadOnlyList<UsageVerdict> Usage { get; init; } = [];
}
