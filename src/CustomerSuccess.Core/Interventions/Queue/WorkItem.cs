namespace CustomerSuccess.Interventions;

/// <summary>A touch that people are to do, with what decides when. Immutable.</summary>
public sealed class WorkItem
{
    private readonly double? _minutes;

    /// <summary>The case.</summary>
    public required InterventionCase Case { get; init; }

    /// <summary>The touch.</summary>
    public required Touch Touch { get; init; }

    /// <summary>The customer.</summary>
    public string CustomerId => Case.CustomerId;

    /// <summary>The revenue a year that is at stake; unknown with its causes.</summary>
    public required Reading<Money> AnnualRevenue { get; init; }

    /// <summary>How often the rule succeeded in the segment: <see cref="SuccessRates.Find"/>.</summary>
    public required SuccessRate Rate { get; init; }

    /// <summary>By when it has to be done, UTC; null for no deadline.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>How many minutes it takes, above 0; those of the touch unless stated.</summary>
    public double Minutes { get => _minutes ?? Touch.Minutes; init => _minutes = value; }

    /// <summary>What one has to know before; null where it was not made.</summary>
    public WorkBrief? Brief { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Touch.Key}";
}
