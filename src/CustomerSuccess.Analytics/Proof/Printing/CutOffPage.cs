namespace CustomerSuccess.Proof;

/// <summary>What is printed of a proof at a cut-off: that of its proof, and before it who was at risk.</summary>
internal static class CutOffPage
{
    private const int ShownOfHash = 12;

    public static ProofPage Of(CutOffReport report)
    {
        var proof = ProofPage.Of(report.Proof);
        return new()
        {
            Headline = proof.Headline,
            Facts = [When(report.CutOff), Who(report.CutOff), Counts(report), .. Strategies(report), .. proof.Facts],
            Tables = proof.Tables,
            Sentences = proof.Sentences,
            Notes = [.. report.Notes, .. proof.Notes],
        };
    }

    private static string When(CutOffOptions cutOff) =>
        $"Cut-off: {NumberText.Instant(cutOff.At)}, as known then. Decisions after that day through {NumberText.Instant(cutOff.End)}, as known at {NumberText.Instant(cutOff.OutcomesKnownAt)}.";

    private static string Who(CutOffOptions cutOff)
    {
        var set = cutOff.RiskSet == RiskSet.AllActive ? "all active customers; who did not leave in that time stayed" : "customers whose decision falls in that time";
        var involuntary = cutOff.CountInvoluntaryLoss ? "Involuntary loss counts." : "Involuntary loss does not count.";
        return $"Risk set: {set}. {involuntary}";
    }

    private static string Counts(CutOffReport report)
    {
        string[] notCounted =
        [
            .. Some(report.NotAtRisk, "without a decision due"),
            .. Some(report.DecidedBefore, "decided to leave by then"),
            .. Some(report.Involuntary, "lost involuntarily"),
            .. Some(report.Unexplained, "gone without an outcome"),
            .. Some(report.Contradicting, "with outcomes that contradict each other"),
        ];
        string[] notJudged = [.. Some(report.WithoutScore, "without a score"), .. Some(report.Failed, "failed"), .. Some(report.Missing, "missing from the scorer")];
        var atRisk = $"{Numbers.Count(report.AtRisk)} at risk{(notJudged.Length == 0 ? "" : $" ({string.Join(", ", notJudged)})")}";
        return $"Of {Numbers.Of(report.Active, "active customer")}: {string.Join(", ", [.. notCounted, atRisk])}.";
    }

    private static IEnumerable<string> Some(int count, string what) => count == 0 ? [] : [$"{Numbers.Count(count)} {what}"];

    private static IEnumerable<string> Strategies(CutOffReport report) => report.Strategies.Select(s =>
        $"Strategy: {s.Name} ({s.ConfigurationHash[..Math.Min(ShownOfHash, s.ConfigurationHash.Length)]}{(s.Reproducible ? "" : ", not reproducible")}), {Numbers.Of(s.Customers, "customer")}.");
}
