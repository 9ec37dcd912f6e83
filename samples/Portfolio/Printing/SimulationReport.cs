using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.Portfolio.Tallying;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>What was simulated and written where.</summary>
internal static class SimulationReport
{
    public static void Write(SimulationTally tally, string folder, TextWriter output)
    {
        var console = Screen.On(output);
        console.Write(new Rule("[bold]A simulated portfolio[/]") { Justification = Justify.Left });
        console.WriteLine(
            $"{Words.Count(tally.Accounts)} accounts from {Words.Day(SimulationOptions.Start)} to {Words.Day(tally.Options.End)}, seed {tally.Options.Seed}. "
            + $"Of 100 customers {Words.Hundredth(tally.YearlyChurn)} left in a year, and {Words.Hundredth(tally.YearlyInvoluntaryLoss)} were lost against their will.");
        console.WriteLine(Words.Simulated);
        console.WriteLine();
        var table = Screen.Table($"Written to {Markup.Escape(Quoted.Clean(folder))}", ("File", false), ("Lines", true));
        foreach (var (file, lines) in tally.Lines)
            table.AddRow(new Text(file), new Text(Words.Count(lines)));
        console.Write(table);
        console.WriteLine("Judge the scores: judge DIR/scores.csv DIR/judge_outcomes.csv");
    }

    public static void WriteJson(SimulationTally tally, string folder, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("folder", folder);
        json.WriteNumber("seed", tally.Options.Seed);
        json.WriteNumber("accounts", tally.Accounts);
        json.WriteString("from", Words.Day(SimulationOptions.Start));
        json.WriteString("to", Words.Day(tally.Options.End));
        JsonText.Number(json, "yearlyChurn", tally.YearlyChurn);
        JsonText.Number(json, "yearlyInvoluntaryLoss", tally.YearlyInvoluntaryLoss);
        json.WriteString("note", Words.Simulated);
        json.WriteStartObject("lines");
        foreach (var (file, lines) in tally.Lines)
            json.WriteNumber(file, lines);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
