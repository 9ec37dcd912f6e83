using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>The content hash of cohorts.</summary>
public static class CohortHash
{
    /// <summary>SHA-256 of the canonical JSON (RFC 8785) of name, instant and all series, as 64 lower-case hexadecimal digits.</summary>
    public static string ContentHash(this CohortReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return CanonicalJson.Hash(Json(reference));
    }

    private static Dictionary<string, object?> Json(CohortReference reference) => new()
    {
        ["format"] = 1,
        ["name"] = reference.Name,
        ["asOf"] = reference.AsOf.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
        ["series"] = reference.Series.Select(s => (object)new Dictionary<string, object?>
        {
            ["name"] = s.Name,
            ["segment"] = s.Segment,
            ["values"] = s.Values.Select(v => (object)v).ToList(),
        }).ToList(),
    };
}
