using CustomerSuccess.Proof;

namespace CustomerSuccess.Aot;

/// <summary>A score judged from two tables, as text and as JSON; intervals of each kind.</summary>
internal static class Judged
{
    private static readonly DateTimeOffset Decision = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Run()
    {
        Console.WriteLine("== judged");
        var scores = Enumerable.Range(0, 200).Select(i => new DatedScore($"c{i}", Decision.AddDays(-10 - i % 50), i * 37 % 101, i % 3 == 0 ? "enterprise" : "smb"));
        var outcomes = Enumerable.Range(0, 200).Select(i => new DatedOutcome($"c{i}", Decision, i * 37 % 101 + i % 40 < 50)).ToArray();
        var proof = ScoreJudge.Judge(scores, outcomes, new JudgeOptions { Capacity = Capacity.Customers(20) });
        Console.WriteLine(proof.Meaning);
        Console.WriteLine($"{proof.Auc} {proof.Auc!.Method}, average precision {proof.Figures.Ranking!.AveragePrecision:0.000}, KS {proof.Figures.Ranking.Ks:0.000}");
        Console.WriteLine($"text {proof.ToString().Split('\n').Length} lines, Markdown {proof.ToMarkdown().Split('\n').Length}, JSON {proof.ToJson()[..44]}");
        Console.WriteLine(ScoreJudge.Judge([], outcomes).Meaning);
        Console.WriteLine($"{ProportionInterval.Wilson(15, 148)}, {ProportionInterval.Jeffreys(15, 148)}, {ProportionInterval.ClopperPearson(15, 148)}");
    }
}
