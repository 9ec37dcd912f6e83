namespace CustomerSuccess.Health;

/// <summary>What all scores of one configured strategy share. Immutable; one instance per scorecard or strategy.</summary>
public sealed class ScoreDefinition
{
    /// <summary>The name of the scorecard or strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>The content hash of the configuration: 64 lower-case hexadecimal digits of SHA-256.</summary>
    public required string ConfigurationHash { get; init; }

    /// <summary>False where the configuration reads a delegate without a declared version: the hash then does not pin down what was computed.</summary>
    public required bool Reproducible { get; init; }

    /// <summary>The number of the engine's rules of arithmetic. Scores of different numbers need not have equal bits.</summary>
    public required int EngineSemantics { get; init; }

    /// <summary>The bands.</summary>
    public required HealthBands Bands { get; init; }

    /// <summary>How scores are shown.</summary>
    public required ScoreDisplay Display { get; init; }
}
