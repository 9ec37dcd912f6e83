namespace CustomerSuccess.Health;

/// <summary>What all scores of one strategy share: its content hash covers name and version, the readers behind the facts, bands and display.</summary>
internal static class StrategyHash
{
    private const int Format = 1;

    public static ScoreDefinition Of(string name, string? version, ReaderSignature readers, HealthStrategyOptions options)
    {
        var versioned = !string.IsNullOrWhiteSpace(version);
        return Definition(name, versioned && readers.Reproducible, options.Bands, options.Display, new()
        {
            ["strategy"] = $"{name}@{(versioned ? version : "?")}",
            ["readers"] = readers.Readers.Count == 0 ? null : readers.Readers.ToList<object>(),
        });
    }

    public static ScoreDefinition Of(
        string name,
        string combination,
        IEnumerable<(string Name, double Weight, ScoreDefinition Definition)> parts,
        HealthBands bands,
        ScoreDisplay display)
    {
        var all = parts.ToArray();
        return Definition(name, all.All(p => p.Definition.Reproducible), bands, display, new()
        {
            ["strategy"] = name,
            [combination] = all.Select(p => (object)new Dictionary<string, object?>
            {
                ["name"] = p.Name,
                ["weight"] = p.Weight == 1 ? null : p.Weight,
                ["hash"] = p.Definition.ConfigurationHash,
            }).ToList(),
        });
    }

    private static ScoreDefinition Definition(string name, bool reproducible, HealthBands bands, ScoreDisplay display, Dictionary<string, object?> json)
    {
        json["format"] = Format;
        json["bands"] = ScorecardHash.Bands(bands);
        json["display"] = ScorecardHash.Display(display);
        return new ScoreDefinition
        {
            Strategy = name,
            ConfigurationHash = CanonicalJson.Hash(json),
            Reproducible = reproducible,
            EngineSemantics = EngineMath.Semantics,
            Bands = bands,
            Display = display,
        };
    }
}
