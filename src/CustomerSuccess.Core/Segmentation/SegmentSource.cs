namespace CustomerSuccess.Segmentation;

/// <summary>What stands behind a reader of a segment.</summary>
/// <param name="Scheme">The scheme's name.</param>
/// <param name="Hash">The hash of the scheme that is meant; null of any of that name.</param>
internal sealed record SegmentSource(string Scheme, string? Hash = null);
