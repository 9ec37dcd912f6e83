namespace CustomerSuccess.Segmentation;

/// <summary>A segment of a scheme. Immutable.</summary>
public sealed class SegmentModel
{
    /// <summary>The name, compared ordinally.</summary>
    public required string Name { get; init; }

    /// <summary>When a customer matches; null for the segment of everyone else.</summary>
    public required FactCondition? When { get; init; }

    /// <summary>The larger wins.</summary>
    public required int Priority { get; init; }

    /// <summary>The appropriate experience; null where the scheme is for something else.</summary>
    public required AppropriateExperience? Experience { get; init; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
