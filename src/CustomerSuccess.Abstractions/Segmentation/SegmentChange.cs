using System.Globalization;

namespace CustomerSuccess.Segmentation;

/// <summary>A customer left one segment of a scheme and entered another, first seen at a grid point. Immutable.</summary>
public sealed record SegmentChange
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>The grid point at which the customer was first in the new segment, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The segment that was left; null where the customer was not yet known.</summary>
    public required string? Left { get; init; }

    /// <summary>The segment that was entered; null where there is no such customer any more.</summary>
    public required string? Entered { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{CustomerId} {Scheme}: {Left ?? "(none)"} → {Entered ?? "(none)"} at {NumberText.Instant(At)}");
}
