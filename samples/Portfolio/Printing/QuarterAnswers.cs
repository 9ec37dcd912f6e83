using CustomerSuccess.Portfolio.Quarter;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>What can be asked of a quarter: why, why not, how mature the work is, and what if.</summary>
internal static class QuarterAnswers
{
    public static void Write(QuarterReport report, IAnsiConsole console)
    {
        console.WriteLine();
        if (report.Why is { } why)
            Answer(console, $"Why is there a case of '{why.Rule}' at {why.CustomerId}?", why.Explain().Split('\n'));
        if (report.WhyNot is { } not)
            Answer(console, $"Why is there none of '{not.Rule}' at {not.CustomerId} on {Words.Day(not.AsOf)}?", not.Explain().Split('\n'));
        Answer(console, $"Maturity of the work of people in 90 days up to {Words.Day(report.Calendar.Last)}", report.Maturity.Explain().Split('\n'));
        if (report.Replay is { } replay)
            Answer(console, $"What if '{replay.Rule.Name}' had waited for {QuarterReplay.LongerDays} more days?", Replay(replay));
    }

    /// <summary>What the other version would have come to, in sentences.</summary>
    public static IReadOnlyList<string> Replay(QuarterReplay replay) =>
    [
        $"As it is: {Words.Count(replay.Comparison.Before.Cases.Count)} cases and {Words.Count(replay.Comparison.Before.Touches.Count)} touches; {Words.Count(replay.ResolvedAlone)} cases ended well before anyone was touched.",
        $"Waiting: {Words.Count(replay.Comparison.After.Cases.Count)} cases and {Words.Count(replay.Comparison.After.Touches.Count)} touches; for {Words.Count(replay.Spared)} customers there would have been no case.",
        "Replayed over the quarter with cycles once a week, nothing else running: not what was, but what would have been.",
    ];

    private static void Answer(IAnsiConsole console, string question, IReadOnlyList<string> lines)
    {
        console.WriteLine(question, new Style(decoration: Decoration.Bold));
        foreach (var line in lines)
            console.WriteLine(line);
        console.WriteLine();
    }
}
