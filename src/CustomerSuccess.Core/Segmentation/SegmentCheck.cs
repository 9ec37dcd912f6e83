namespace CustomerSuccess.Segmentation;

/// <summary>Finds the mistakes of schemes.</summary>
internal static class SegmentCheck
{
    public static void Run(string name, SegmentPurpose purpose, List<SegmentModel> segments, List<SegmentModel> everyoneElse, DiagnosticList found)
    {
        var path = $"segments/{name}";
        if (string.IsNullOrWhiteSpace(name) || CanonicalJson.HasHalfCharacter(name))
        {
            found.Add("SG001", "segments", $"A scheme has no name, or one with half a character.", "Name it, for instance 'experience'.");
        }

        if (everyoneElse.Count != 1)
        {
            found.Add("SG002", path, $"The scheme has {everyoneElse.Count} segments of everyone else.", "End it with one Otherwise(…), so that every customer falls in exactly one segment.");
        }

        foreach (var segment in segments.Concat(everyoneElse))
        {
            if (string.IsNullOrWhiteSpace(segment.Name) || CanonicalJson.HasHalfCharacter(segment.Name))
            {
                found.Add("SG003", path, $"A segment has no name, or one with half a character.", "Name each segment.");
            }

            if (purpose == SegmentPurpose.Experience && segment.Experience is null)
            {
                found.Add("SG005", $"{path}/{segment.Name}", $"The scheme is for experience, and '{segment.Name}' states none.", "State the AppropriateExperience of each of its segments.");
            }
            else if (purpose != SegmentPurpose.Experience && segment.Experience is not null)
            {
                found.Add("SG006", $"{path}/{segment.Name}", $"'{segment.Name}' states an experience, and the scheme is for {purpose}: only a scheme for experience steers touches.", "Leave it out, or make the scheme one for experience.");
            }
        }

        foreach (var twice in segments.Concat(everyoneElse).GroupBy(s => s.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            found.Add("SG004", $"{path}/{twice.Key}", $"{twice.Count()} segments are named '{twice.Key}'.", "Name each segment once; join two conditions with |.");
        }
    }
}
