namespace CustomerSuccess.Segmentation;

/// <summary>What stands behind a reader of a segment.</summary>
/// <param name="Scheme">The scheme.</param>
internal sealed record SegmentSource(string Scheme);
