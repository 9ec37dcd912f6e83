using CustomerSuccess.Benchmarks.Quick;

namespace CustomerSuccess.Benchmarks.Proof;

/// <summary>The goal of proof, measured in one run. docs/performance.md says what the ratio means.</summary>
internal static class ProofQuick
{
    private const int Customers = 1_000_000;

    public static void Measure(QuickReport report)
    {
        var ranks = new RankContestants(Customers);
        ranks.Check();
        var times = Contest.Run(TimeSpan.FromSeconds(10), new("ours", () => ranks.Ours()), new("theirs", () => ranks.Theirs()));
        report.Time("auc-with-interval", times.Median("ours") / Customers);
        report.Time("auc-of-microsoft-ml", times.Median("theirs") / Customers);
        report.RatioAtLeast("microsoft-ml/auc-with-interval", times.Ratio("theirs", to: "ours"), 3);
    }
}
