namespace CustomerSuccess.Signals;

/// <summary>Says why a window gives no value.</summary>
internal static class WindowCauses
{
    public static UnknownCause Of(WindowState state, CompiledMeasure measure, long asOf, long knownAt)
    {
        var signal = measure.Measure.Signal;
        return state switch
        {
            WindowState.NoObservations => new(signal, UnknownKind.NoObservations),
            WindowState.NotANumber => new(signal, UnknownKind.NotANumber),
            WindowState.NoCycle => new(signal, UnknownKind.Incomplete, $"for a season: less than one cycle of '{measure.Measure.Season}'"),
            WindowState.NothingToDivideBy => new(signal, UnknownKind.NoObservations, "0 in the same window one cycle earlier"),
            _ => new(signal, UnknownKind.Incomplete, Gap(measure, asOf, knownAt)),
        };
    }

    private static string? Gap(CompiledMeasure measure, long asOf, long knownAt)
    {
        if (measure.Measure.Season is not { } season)
        {
            return measure.Gap(asOf, knownAt);
        }

        var earlier = season.OneCycleEarlier(new DateTimeOffset(asOf, TimeSpan.Zero))?.Ticks ?? asOf;
        return (measure.Measure.IsRatio ? measure.Gap(asOf, knownAt) : null) ?? measure.Gap(earlier, knownAt);
    }
}
