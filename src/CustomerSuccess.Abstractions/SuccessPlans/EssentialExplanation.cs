using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>The text of a class. Invariant culture.</summary>
internal static class EssentialExplanation
{
    public static string Headline(EssentialFinding finding) =>
        $"{finding.Class.ToText()}: {(finding.Reason is { } reason ? $"{reason}; " : "")}{(finding.Mean is { } mean ? $"mean {Mean(mean, finding.Options)}, " : "")}confidence {Share(finding.Confidence)}{(finding.HasConflict ? ", conflict" : "")}";

    public static string Of(EssentialFinding finding) => string.Join('\n', [
        Headline(finding),
        .. TextColumns.Of([.. finding.Lines.Select(Row)]),
        .. finding.Missing.Select(c => $"no vote: {c}")]);

    private static string[] Row(EssentialLine line) =>
    [
        EssentialVote.Word(line.Vote.Voter),
        string.Create(CultureInfo.InvariantCulture, $"{line.Vote.Value} {EssentialVote.Meaning(line.Vote.Value)}"),
        string.Create(CultureInfo.InvariantCulture, $"{line.Vote.At:yyyy-MM-dd} ({Math.Floor(line.Age.TotalDays):0} days old)"),
        $"weight {Share(line.Weight)} → {Share(line.Decayed)}",
        line.Vote.Evidence,
    ];

    private static string Share(double number) => Math.Round((decimal)number, 3, MidpointRounding.AwayFromZero).ToString("0.###", CultureInfo.InvariantCulture);

    // Rounded away from an edge that the mean does not reach.
    private static string Mean(double mean, EssentialOptions options)
    {
        var (exact, rounded) = ((decimal)mean, Math.Round((decimal)mean, 3, MidpointRounding.AwayFromZero));
        var crosses = new[] { options.NiceFrom, options.EssentialFrom }.Any(e => mean < e - EssentialOptions.Tolerance && (double)rounded >= e - EssentialOptions.Tolerance);
        return (crosses ? Math.Floor(exact * 1000) / 1000 : rounded).ToString("0.###", CultureInfo.InvariantCulture);
    }
}
