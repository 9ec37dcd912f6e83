using CustomerSuccess.Portfolio.Quarter;
using CustomerSuccess.Portfolio.Simulating;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>What can be asked of a quarter: why, why not, how mature the work is, and what if.</summary>
internal static class QuarterAnswers
{
    public static void Write(QuarterReport report, IAnsiConsole console)
    {
        console.WriteLine();
        if (report.Why is { } why)
            Answer(console, $"Why is there a case of '{why.Rule}' at {why.Customer}?", why.Lines);
        if (report.WhyNot is { } not)
            Answer(console, $"Why is there none of '{not.Rule}' at {not.Customer} on {Words.Day(not.At)}?", not.Lines);
        Answer(console, $"Maturity of the work of people in 90 days up to {Words.Day(report.Calendar.Last)}", report.Maturity.Explain().Split('\n'));
        if (report.Replay is { } replay)
            Answer(console, $"What if '{replay.Rule.Name}' had waited for {QuarterReplay.LongerDays} more days?", Replay(replay));
    }

    /// <summary>What the other version would have come to, in sentences.</summary>
    public static IReadOnlyList<string> Replay(QuarterReplay replay) =>
    [
        $"As it is: {Words.Count(replay.Cases.Count)} cases. Waiting: {Words.Count(replay.LaterCases.Count)} cases; {Words.Count(replay.Spared)} customers would not have been touched.",
        $"{Words.Count(replay.ResolvedMeanwhile)} cases were over within those days, whoever was touched.",
    ];

    private static void Answer(IAnsiConsole console, string question, IReadOnlyList<string> lines)
    {
        console.WriteLine(question, new Style(decoration: Decoration.Bold));
        foreach (var line in lines)
            console.WriteLine(line);
        console.WriteLine();
    }
}
