using CustomerSuccess.Health;

namespace CustomerSuccess.Proof;

/// <summary>Counts which strategies, in which configuration, made the scores that are judged.</summary>
internal sealed class StrategyTally
{
    private readonly Dictionary<(string Name, string Hash, int Semantics), (ScoreDefinition Definition, int Customers)> _counts = [];

    /// <summary>The bands of the strategy that scored most customers, of several such the first by name; null where there are no scores.</summary>
    public HealthBands? Bands => Ordered().FirstOrDefault().Definition?.Bands;

    /// <summary>Whether strategies have different bands.</summary>
    public bool BandsDiffer => _counts.Values.Any(c => !Same(c.Definition.Bands, Bands!));

    public void Add(ScoreDefinition definition)
    {
        var key = (definition.Strategy, definition.ConfigurationHash, definition.EngineSemantics);
        _counts[key] = (definition, _counts.GetValueOrDefault(key).Customers + 1);
    }

    public JudgedStrategy[] Judged() => [.. Ordered().Select(c => new JudgedStrategy(c.Definition, c.Customers))];

    private IEnumerable<(ScoreDefinition Definition, int Customers)> Ordered() => _counts.Values
        .OrderByDescending(c => c.Customers)
        .ThenBy(c => c.Definition.Strategy, StringComparer.Ordinal)
        .ThenBy(c => c.Definition.ConfigurationHash, StringComparer.Ordinal);

    // Hysteresis has no part in it: the pure band counts.
    private static bool Same(HealthBands one, HealthBands other) =>
        ReferenceEquals(one, other)
        || (one.Thresholds.SequenceEqual(other.Thresholds) && one.Bands.Select(b => b.Name).SequenceEqual(other.Bands.Select(b => b.Name), StringComparer.Ordinal));
}
