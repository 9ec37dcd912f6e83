namespace CustomerSuccess.Health;

/// <summary>
/// One line of an explanation. The <see cref="Points"/> of all lines of a score sum to its value within 1e-9.
/// </summary>
public sealed class ScoreLine
{
    /// <summary>The measure, group or exception, unique together with <see cref="Kind"/> and <see cref="Group"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The path of the group it stands in, for instance <c>product/adoption</c>; empty at the top.</summary>
    public required string Group { get; init; }

    /// <summary>What the line stands for.</summary>
    public required ScoreLineKind Kind { get; init; }

    /// <summary>Its signed contribution to the score, in points of 0 to 100.</summary>
    public required double Points { get; init; }

    /// <summary>Where a measure's value comes from; <see cref="ScoreLineState.Observed"/> on other lines.</summary>
    public ScoreLineState State { get; init; }

    /// <summary>A measure's raw value in its unit, as it was read or carried forward; null where there is none.</summary>
    public double? Raw { get; init; }

    /// <summary>The category or the yes or no behind <see cref="Raw"/>, where the measure has such; otherwise null.</summary>
    public string? RawText { get; init; }

    /// <summary>The unit of <see cref="Raw"/>, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>What the curve makes of the value, before decay: 0 to 100, or points in an additive group; null where missing.</summary>
    public double? Normalised { get; init; }

    /// <summary>The share of the score that this measure's normalised value carries: points ÷ normalised, 0 where it has none.</summary>
    public double Weight { get; init; }

    /// <summary>The age of the observation, where the measure knows it; otherwise null.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>Why a measure is not known; null where it is.</summary>
    public UnknownCause? Cause { get; init; }

    /// <summary>The reason of an exception, an override or a verdict on usage; otherwise null.</summary>
    public string? Because { get; init; }

    /// <summary>The name with its group: <c>product/adoption/ci</c>.</summary>
    public string Path => Group.Length == 0 ? Name : $"{Group}/{Name}";

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Path} {Kind}: {Points}");
}
