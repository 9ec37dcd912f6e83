namespace CustomerSuccess.Health;

/// <summary>What to score a row with, beside the row. Immutable.</summary>
public sealed class ScoreRequest
{
    private readonly DateTimeOffset? _knownAt;

    /// <summary>The instant as of which the row holds.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The instant as known at which the row was read; <see cref="AsOf"/> unless stated.</summary>
    public DateTimeOffset KnownAt { get => _knownAt ?? AsOf; init => _knownAt = value; }

    /// <summary>The customer's id; overrides what the scorecard reads from the row.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The customer's segment; overrides what the scorecard reads from the row.</summary>
    public string? Segment { get; init; }

    /// <summary>The name of the band last recorded before the instant, from which hysteresis starts; null at the first evaluation.</summary>
    public string? PreviousBand { get; init; }

    /// <summary>A manual override; it counts where it is in force as of the instant.</summary>
    public ManualOverride? Override { get; init; }

    /// <summary>Verdicts on the customer's usage; they count where they are in force as of the instant, before what the row says in <c>NAME.usage</c>.</summary>
    public IReadOnlyList<UsageVerdict> Usage { get; init; } = [];
}
