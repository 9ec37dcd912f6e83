namespace CustomerSuccess.SuccessPlans;

/// <summary>How something that stood in a plan's way stands now. Immutable.</summary>
public sealed class BlockerState
{
    /// <summary>The event that raised it: what, where, by whom, when.</summary>
    public required BlockerRaised Raised { get; init; }

    /// <summary>When it was first cleared, UTC; null where it is open.</summary>
    public required DateTimeOffset? ClearedAt { get; init; }

    /// <summary>Whether it was cleared and its cause is gone too, so that it cannot come back here.</summary>
    public required bool IsGoneForEver { get; init; }

    /// <summary>Whether it stands open.</summary>
    public bool IsOpen => ClearedAt is null;

    /// <inheritdoc />
    public override string ToString() => $"{Raised.Pattern} ({Raised.Dimension}): {(IsOpen ? "open" : IsGoneForEver ? "gone for ever" : "cleared for now")}";
}

/// <summary>What belongs to one dimension of a plan, or of several: blockers, and the steps that share it. Immutable.</summary>
public sealed class PlanDimension
{
    /// <summary>The dimension: People, Product, Services, Quality, or one of the host's own; null of the items that name none.</summary>
    public required string? Name { get; init; }

    /// <summary>The milestones and accountabilities.</summary>
    public required int Items { get; init; }

    /// <summary>Those that are open, or not known to be done.</summary>
    public required int OpenItems { get; init; }

    /// <summary>Those that were done after their due day, or are open after it.</summary>
    public required int LateItems { get; init; }

    /// <summary>The blockers that stand open.</summary>
    public required int OpenBlockers { get; init; }

    /// <summary>The blockers that were cleared.</summary>
    public required int ClearedBlockers { get; init; }

    /// <summary>The share of its items that are open, 0 to 1; null where it has none.</summary>
    public double? OpenShare => Items == 0 ? null : OpenItems / (double)Items;

    /// <summary>The share of its items that are or were late, 0 to 1; null where it has none.</summary>
    public double? LateShare => Items == 0 ? null : LateItems / (double)Items;

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name ?? "no dimension"}: {OpenItems} of {Items} items open, {LateItems} late; blockers: {OpenBlockers} open, {ClearedBlockers} cleared");
}
