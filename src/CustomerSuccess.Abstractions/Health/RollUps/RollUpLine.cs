namespace CustomerSuccess.Health;

/// <summary>What one child, or the parent itself, gives to a roll-up. The points of all lines sum to its value within 1e-9. Immutable.</summary>
public sealed class RollUpLine
{
    /// <summary>The child; the parent where <see cref="IsOwn"/>.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Whether it is the parent's own score.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What became of it.</summary>
    public required RollUpState State { get; init; }

    /// <summary>The score that counts; null where there is none.</summary>
    public required double? Value { get; init; }

    /// <summary>What it gives to the value.</summary>
    public required double Points { get; init; }

    /// <summary>Its share among what counts, 0 to 1; of the worst, 1 for the child that is it.</summary>
    public required double Weight { get; init; }

    /// <summary>Whether it is poor; null where that is not known.</summary>
    public required bool? IsPoor { get; init; }

    /// <summary>The manual override that is in force; null where there is none, whether or not it counts.</summary>
    public required ManualOverride? Override { get; init; }

    /// <summary>Why it does not count, in words; null where it does.</summary>
    public required string? Because { get; init; }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{CustomerId} {State}: {Points}");
}
