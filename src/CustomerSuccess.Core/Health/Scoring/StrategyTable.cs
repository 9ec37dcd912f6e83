namespace CustomerSuccess.Health;

/// <summary>Which strategy scores the customers of which segment. Immutable.</summary>
internal sealed class StrategyTable(StrategyRunner usual, IReadOnlyDictionary<string, StrategyRunner> bySegment)
{
    public StrategyRunner For(string? segment) => segment is not null && bySegment.TryGetValue(segment, out var own) ? own : usual;
}
