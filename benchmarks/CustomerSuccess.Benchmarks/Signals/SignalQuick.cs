using CustomerSuccess.Benchmarks.Quick;

namespace CustomerSuccess.Benchmarks.Signals;

/// <summary>The goals of signals, measured in one run. docs/performance.md says what each ratio means.</summary>
internal static class SignalQuick
{
    private const int Customers = 100_000;
    private const int Many = 1_000_000;
    private static readonly DateTimeOffset End = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset AsOf = End.AddDays(-10);

    public static void Measure(QuickReport report)
    {
        var workload = new SignalWorkload(Customers, 100, End);
        var (log, bytes) = SignalMemory.Load(workload, withIds: false);
        report.RatioAtMost("bytes-of-a-signal/least", bytes / SignalMemory.Least, 1.5);
        Windows(report, new WindowContestants(workload, log, AsOf));
        Sizes(report);
        Ids(report);
    }

    private static void Windows(QuickReport report, WindowContestants windows)
    {
        windows.Check();
        var times = Contest.Run(
            TimeSpan.FromSeconds(8),
            new("hand", windows.ByHand),
            new("table", () => windows.FromScratch()),
            new("onward", windows.OneDayOn) { Prepare = windows.ToTheDayBefore });
        report.Busy(times);
        report.Time("windows-by-hand", times.Median("hand") / Customers);
        report.Time("windows", times.Median("table") / Customers);
        report.Time("windows-a-day-on", times.Median("onward") / Customers);
        report.RatioAtMost("windows/by-hand", times.Ratio("table", to: "hand"), 3);
        report.RatioAtMost("a-day-on/from-scratch", times.Ratio("onward", to: "table"), 0.2);
    }

    private static void Sizes(QuickReport report)
    {
        var (few, many) = (Sized(Customers), Sized(Many));
        var times = Contest.Run(TimeSpan.FromSeconds(5), new("few", () => few.FromScratch()), new("many", () => many.FromScratch()));
        report.RatioAtMost("customer-of-1000000/of-100000", times.Ratio("many", to: "few") / (Many / Customers), 1.3);

        static WindowContestants Sized(int customers)
        {
            var workload = new SignalWorkload(customers, 20, End);
            return new WindowContestants(workload, SignalMemory.Load(workload, withIds: false).Log, AsOf);
        }
    }

    private static void Ids(QuickReport report)
    {
        var (_, bytes) = SignalMemory.Load(new SignalWorkload(Customers / 2, 100, End), withIds: true);
        report.RatioAtMost("bytes-of-a-signal-with-id/least", bytes / SignalMemory.Least, 2.5);
    }
}
