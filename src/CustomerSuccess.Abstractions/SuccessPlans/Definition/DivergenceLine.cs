namespace CustomerSuccess.SuccessPlans;

/// <summary>How stakeholders of one customer differ in what success is. The names are stable: they appear in JSON.</summary>
public enum DivergenceKind
{
    /// <summary>The same measure, and targets too far apart.</summary>
    TargetsApart,

    /// <summary>The same measure, of which one wants more and the other less.</summary>
    OppositePolarity,

    /// <summary>The same measure in two units: the targets cannot be compared.</summary>
    DifferentUnits,

    /// <summary>One has a goal for a measure, and the other says nothing of it.</summary>
    SilentOnMeasure,

    /// <summary>One says nothing at all: no goal, no outcome, no experience.</summary>
    Silent,
}

/// <summary>A difference between stakeholders of one customer. Immutable.</summary>
public sealed class DivergenceLine
{
    /// <summary>How they differ.</summary>
    public required DivergenceKind Kind { get; init; }

    /// <summary>The measure; null where it is about none.</summary>
    public required string? Measure { get; init; }

    /// <summary>The stakeholder whose view it is; of one that is silent the silent one.</summary>
    public required string Stakeholder { get; init; }

    /// <summary>The other; null where there is none, or several.</summary>
    public required string? Other { get; init; }

    /// <summary>By how much the targets are apart: |a − b| ÷ max(|a|, |b|), 0 to 2; null where that is not what differs.</summary>
    public required double? Apart { get; init; }

    /// <summary>It, in words.</summary>
    public required string Text { get; init; }

    /// <inheritdoc />
    public override string ToString() => Text;
}

/// <summary>When targets count as different. Immutable.</summary>
public sealed record DivergenceOptions
{
    /// <summary>By how much targets may be apart, as a share of the larger of both, 0 to 2; 0.10 unless stated. The edge is not too far, with a tolerance of 1e-9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not within 0 and 2.</exception>
    public double TargetsApart { get; init => field = value is >= 0 and <= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "State a share of the larger target from 0 to 2, for instance 0.1."); } = 0.10;
}
