using CustomerSuccess.Signals;

namespace CustomerSuccess.Benchmarks.Signals;

/// <summary>The eight measures: over the last 28 days, two of them of some signals only.</summary>
internal static class WindowMeasures
{
    public const int WindowDays = 28;

    public static IReadOnlyList<(string Name, SignalMeasure Measure)> All { get; } =
    [
        ("sessions", SignalMeasure.Count(SignalWorkload.Signal).InLast(WindowDays)),
        ("minutes", SignalMeasure.Sum(SignalWorkload.Signal).InLast(WindowDays)),
        ("minutes a session of the administrator", SignalMeasure.Mean(SignalWorkload.Signal).By(SignalWorkload.Administrator).InLast(WindowDays)),
        ("users", SignalMeasure.DistinctActors(SignalWorkload.Signal).ByCustomer().InLast(WindowDays)),
        ("active days", SignalMeasure.ActiveDays(SignalWorkload.Signal, TimeZoneInfo.Utc).InLast(WindowDays)),
        ("last minutes", SignalMeasure.Latest(SignalWorkload.Signal).InLast(WindowDays)),
        ("days since", SignalMeasure.DaysSince(SignalWorkload.Signal).InLast(WindowDays)),
        ("trend", SignalMeasure.Slope(SignalWorkload.Signal).InLast(WindowDays)),
    ];
}
