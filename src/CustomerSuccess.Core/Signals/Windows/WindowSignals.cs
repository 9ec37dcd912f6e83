namespace CustomerSuccess.Signals;

/// <summary>Signals picked out of a window, in the order of their series: those that are known, or of these the ones that a measure asks for.</summary>
/// <param name="occurred">When each happened, rising.</param>
/// <param name="values">Their values; NaN where one has none. Empty where none has one or nobody asks for them.</param>
/// <param name="origins">Their origins; empty where nobody asks for them.</param>
/// <param name="total">The sum of the values, added up in their order, where only signals with a value were picked.</param>
internal readonly ref struct WindowSignals(ReadOnlySpan<long> occurred, ReadOnlySpan<double> values, ReadOnlySpan<PackedOrigin> origins, double total = 0)
{
    public readonly ReadOnlySpan<long> Occurred = occurred;
    public readonly ReadOnlySpan<double> Values = values;
    public readonly ReadOnlySpan<PackedOrigin> Origins = origins;
    public readonly double Total = total;
}
