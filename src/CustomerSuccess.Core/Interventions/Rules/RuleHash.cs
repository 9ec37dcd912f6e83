namespace CustomerSuccess.Interventions;

/// <summary>The content hashes of rules: everything that decisions are made of.</summary>
internal static class RuleHash
{
    public static string Of(string name, RuleContent content) => CanonicalJson.Hash(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["format"] = 1,
        ["kind"] = "rule",
        ["name"] = name,
        ["conditions"] = content.Conditions.Select(c => (object)$"{c.Name}: {c.Condition.Signed}").ToList(),
    });

    public static string Of(RuleSet rules) => CanonicalJson.Hash(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["format"] = 1,
        ["rules"] = rules.Rules.Select(r => (object)r.ConfigurationHash).ToList(),
    });
}
