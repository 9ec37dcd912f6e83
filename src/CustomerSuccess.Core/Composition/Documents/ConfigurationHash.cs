using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>The content hash of a whole configuration: SHA-256 of the canonical JSON of the hashes of its parts.</summary>
internal static class ConfigurationHash
{
    private const int Format = 1;

    public static string Of(CustomerConfiguration configuration) => CanonicalJson.Hash(new Dictionary<string, object?>
    {
        ["format"] = Format,
        ["vocabulary"] = configuration.Vocabulary.ConfigurationHash,
        ["schemes"] = configuration.Schemes.Select(s => (object)s.ConfigurationHash).ToList(),
        ["plans"] = configuration.Plans.Count == 0 ? null : configuration.Plans.Select(p => (object)p.ConfigurationHash).ToList(),
        ["scorecards"] = configuration.Scorecards.Select(s => (object)s.Definition.ConfigurationHash).ToList(),
        ["cohorts"] = configuration.Cohorts.Count == 0 ? null : configuration.Cohorts.Select(c => (object)c.ContentHash()).ToList(),
        ["rules"] = configuration.Rules.IsUsual ? null : configuration.Rules.ConfigurationHash,
        ["health"] = configuration.Uses.Json(),
    });
}
