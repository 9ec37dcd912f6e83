namespace CustomerSuccess.Health;

/// <summary>Which strategy scores the customers of which segment. Immutable.</summary>
internal sealed class StrategyTable(StrategyRunner usual, IReadOnlyDictionary<string, StrategyRunner> bySegment)
{
    /// <summary>All that may be the band before: that of any strategy, or none.</summary>
    public IReadOnlyList<string?> PreviousBands { get; } =
        [null, .. bySegment.Values.Append(usual).SelectMany(r => r.DefinitionFor(ReaderSignature.None).Bands.Bands).Select(b => b.Name).Distinct(StringComparer.Ordinal)];

    public StrategyRunner For(string? segment) => segment is not null && bySegment.TryGetValue(segment, out var own) ? own : usual;
}
