using CustomerSuccess.Health;

namespace CustomerSuccess.Proof;

/// <summary>A strategy, in one configuration, whose scores were judged. Immutable.</summary>
public sealed class JudgedStrategy
{
    internal JudgedStrategy(ScoreDefinition definition, int customers)
    {
        Name = definition.Strategy;
        ConfigurationHash = definition.ConfigurationHash;
        Reproducible = definition.Reproducible;
        EngineSemantics = definition.EngineSemantics;
        Customers = customers;
    }

    /// <summary>The name of the scorecard or strategy.</summary>
    public string Name { get; }

    /// <summary>The content hash of its configuration: 64 lower-case hexadecimal digits of SHA-256.</summary>
    public string ConfigurationHash { get; }

    /// <summary>False where it reads a delegate without a declared version, so that the hash does not pin down what was judged.</summary>
    public bool Reproducible { get; }

    /// <summary>The number of the engine's rules of arithmetic.</summary>
    public int EngineSemantics { get; }

    /// <summary>How many judged customers it scored.</summary>
    public int Customers { get; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
