namespace CustomerSuccess.Segmentation;

/// <summary>Which segment of a scheme a customer falls in as of an instant, which others matched and why they lost. Immutable.</summary>
public sealed class SegmentAnswer
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>What the scheme is for.</summary>
    public required SegmentPurpose Purpose { get; init; }

    /// <summary>The instant as of which it holds, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The instant at which the facts are known, UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The segment: always exactly one.</summary>
    public required string Segment { get; init; }

    /// <summary>Why it is this one, in words.</summary>
    public required string Because { get; init; }

    /// <summary>The experience appropriate to the segment; null where the scheme is for something else.</summary>
    public required AppropriateExperience? Experience { get; init; }

    /// <summary>The segments that matched too, in the order of the scheme, each with the reason why it lost.</summary>
    public required IReadOnlyList<SegmentContender> AlsoMatched { get; init; }

    /// <summary>The segments before this one whose condition is not known: with more facts the customer might fall in one of them.</summary>
    public required IReadOnlyList<SegmentContender> Undetermined { get; init; }

    /// <summary>Whether no missing fact could move the customer to another segment.</summary>
    public bool IsCertain => Undetermined.Count == 0;

    /// <summary>The content hash of the scheme.</summary>
    public required string ConfigurationHash { get; init; }

    /// <summary>A few lines for a person.</summary>
    public string Explain() => string.Join('\n', [
        $"{Scheme}: {Segment}, {Because}",
        .. AlsoMatched.Select(c => $"  also matched: {c.Segment}, {c.Because}"),
        .. Undetermined.Select(c => $"  not known: {c.Segment}, {c.Because}")]);

    /// <inheritdoc />
    public override string ToString() => $"{CustomerId} {Scheme}: {Segment}";
}

/// <summary>A segment that a customer might have fallen in. Immutable.</summary>
public sealed class SegmentContender
{
    /// <summary>The segment.</summary>
    public required string Segment { get; init; }

    /// <summary>Why it lost, or what is not known.</summary>
    public required string Because { get; init; }

    /// <summary>What is not known; empty where the segment matched.</summary>
    public IReadOnlyList<UnknownCause> Causes { get; init; } = [];

    /// <inheritdoc />
    public override string ToString() => $"{Segment}: {Because}";
}
