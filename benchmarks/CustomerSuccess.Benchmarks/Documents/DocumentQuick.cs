using CustomerSuccess.Benchmarks.Quick;

namespace CustomerSuccess.Benchmarks.Documents;

/// <summary>The goals of documents, measured in one run. docs/performance.md says what each ratio means.</summary>
internal static class DocumentQuick
{
    public static void Measure(QuickReport report)
    {
        var contestants = new DocumentContestants();
        contestants.Check();
        var times = Contest.Run(TimeSpan.FromSeconds(10), new("load", contestants.Load), new("parse", contestants.Parse));
        report.Busy(times);
        report.Time("parse", times.Median("parse") / DocumentWorkload.Scorecards, "scorecard");
        report.Time("load", times.Median("load") / DocumentWorkload.Scorecards, "scorecard");
        report.RatioAtMost("load/parse", times.Ratio("load", to: "parse"), 20);
        times = Contest.Run(TimeSpan.FromSeconds(8), new("document", contestants.ScoreRead), new("code", contestants.ScoreWritten));
        report.RatioAtMost("document/code", times.Ratio("document", to: "code"), 1.10);
    }
}
