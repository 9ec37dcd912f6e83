using CustomerSuccess.Interventions;
using CustomerSuccess.Portfolio.Quarter;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>A quarter by rules, for a person.</summary>
internal static class QuarterScreen
{
    private const int Queued = 5;

    public static void Write(QuarterReport report, TextWriter output)
    {
        var (console, calendar, run) = (Screen.On(output), report.Calendar, report.Run);
        console.Write(new Spectre.Console.Rule("[bold]A quarter by rules[/]") { Justification = Justify.Left });
        console.WriteLine(
            $"{Words.Count(report.Customers)} customers from {Words.Day(calendar.From)} on, {QuarterCalendar.Days} cycles, {Words.Count(run.Evaluated)} customers evaluated. "
            + $"{Words.Count(report.Rules.Sum(r => r.Cases.Count))} cases of {Words.Count(report.Rules.Count)} rules, {Words.Count(report.Rules.Sum(r => r.Touches))} touches, {Words.Count(run.Problems.Count)} problems. {Words.Simulated}");
        console.WriteLine();
        console.Write(Rules(report));
        console.WriteLine();
        console.Write(Touches(report));
        console.WriteLine();
        console.Write(HeldBack(run));
        console.WriteLine();
        Queue(report, console);
        QuarterAnswers.Write(report, console);
    }

    private static Table Rules(QuarterReport report)
    {
        var table = Screen.Table("Cases by rule", ("Rule", false), ("Cases", true), ("Customers", true), ("Touches", true), ("Answered", true), ("Succeeded", true), ("Open", true));
        foreach (var rule in report.Rules)
        {
            table.AddRow(
                new Text(rule.Rule.Name),
                new Text(Words.Count(rule.Cases.Count)),
                new Text(Words.Count(rule.Customers)),
                new Text(Words.Count(rule.Touches)),
                new Text(Words.Count(rule.Answered)),
                new Text(Words.Count(rule.Of(CaseOutcome.Succeeded))),
                new Text(Words.Count(rule.Open)));
        }

        return table;
    }

    private static Table Touches(QuarterReport report)
    {
        var table = Screen.Table("Touches by channel and week", [("Channel", false), .. Enumerable.Range(1, QuarterCalendar.Weeks).Select(w => (Words.Count(w), true)), ("All", true)]);
        foreach (var (channel, weeks) in report.Touches)
            table.AddRow([new Text(channel), .. weeks.Select(w => new Text(Words.Count(w))), new Text(Words.Count(weeks.Sum()))]);
        return table;
    }

    private static Table HeldBack(QuarterRun run)
    {
        var table = Screen.Table("Held back, and why", ("Reason", false), ("Touches", true), ("Firings", true), ("For instance", false));
        foreach (var (reason, touches, firings, example) in run.HeldBack.All)
            table.AddRow(new Text(NameOf(reason)), new Text(Words.Count(touches)), new Text(Words.Count(firings)), new Text(example));
        return table;
    }

    private static void Queue(QuarterReport report, IAnsiConsole console)
    {
        if (report.Queue is not var (owner, queue))
        {
            console.WriteLine("On the last workday nothing waits for anybody.");
            return;
        }

        console.WriteLine($"The queue of {owner} on {Words.Day(queue.At)}: {queue}", new Style(decoration: Decoration.Bold));
        foreach (var work in queue.Taken.Concat(queue.Cut).OrderBy(w => w.Place).Take(Queued))
            console.WriteLine($"{(work.CutBecause is null ? "" : "cut: ")}{work.Place}. {work.Item.CustomerId}, {work.Item.Case.Key.Rule}: {work.Because}");
        console.WriteLine($"{Words.Count(report.Run.Postponed)} touches of all had to wait for a day with more time.");
        if (report.Brief is not { } brief)
            return;
        console.WriteLine();
        console.WriteLine("The brief before the first touch", new Style(decoration: Decoration.Bold));
        foreach (var line in brief.ToMarkdown().Split('\n').Where(l => l.Length > 0))
            console.WriteLine(line);
    }

    internal static string NameOf(SuppressionReason reason) => string.Concat(reason.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{(i == 0 ? char.ToLowerInvariant(c) : c)}"));
}
