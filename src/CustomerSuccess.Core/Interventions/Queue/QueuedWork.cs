namespace CustomerSuccess.Interventions;

/// <summary>An item in its place, with the reason. Immutable.</summary>
public sealed class QueuedWork
{
    /// <summary>The item.</summary>
    public required WorkItem Item { get; init; }

    /// <summary>Its place in the order, 1 for the first.</summary>
    public required int Place { get; init; }

    /// <summary>Revenue at stake × success rate × urgency ÷ minutes, in the queue's currency a minute; unknown where the revenue is, or is in another currency.</summary>
    public required Reading<double> Worth { get; init; }

    /// <summary>1 ÷ (1 + days to the deadline ÷ 30), above 0 to 1.</summary>
    public required double Urgency { get; init; }

    /// <summary>Why it has its place, in words and numbers.</summary>
    public required string Because { get; init; }

    /// <summary>Why there is no time for it; null where there is.</summary>
    public string? CutBecause { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Place}. {Item}: {Because}{(CutBecause is null ? "" : $"; {CutBecause}")}";
}
