namespace CustomerSuccess.Segmentation;

/// <summary>The content hash of a scheme: SHA-256 of its canonical JSON, the segments in the order in which they win.</summary>
internal static class SegmentHash
{
    private const int Format = 1;

    public static string Of(SegmentScheme scheme) => CanonicalJson.Hash(new Dictionary<string, object?>
    {
        ["format"] = Format,
        ["name"] = scheme.Name,
        ["purpose"] = scheme.Purpose.ToString(),
        ["segments"] = scheme.Segments.Select(s => (object)new Dictionary<string, object?>
        {
            ["name"] = s.Name,
            ["when"] = s.When?.Signed,
            ["priority"] = s.When is null || s.Priority == 0 ? null : s.Priority,
            ["experience"] = s.Experience is { } experience ? Experience(experience) : null,
        }).ToList(),
    });

    private static Dictionary<string, object?> Experience(AppropriateExperience experience) => new()
    {
        ["coverage"] = experience.Coverage.ToString(),
        ["channels"] = Words(experience.Channels),
        ["byPeople"] = Words(experience.ByPeople),
        ["automatic"] = Words(experience.Automatic),
        ["contactEvery"] = experience.ContactEvery?.TotalDays,
        ["reviewEvery"] = experience.ReviewEvery?.TotalDays,
        ["skills"] = Words(experience.Skills),
    };

    private static List<object>? Words(IReadOnlyList<string> words) => words.Count == 0 ? null : [.. words];
}
