using System.Globalization;
using CustomerSuccess.SuccessPlans;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>A ledger in full: the driving path to a milestone, and what each step of it added to the delay.</summary>
internal static class LedgerTable
{
    public static void Write(PlanLedger ledger, IAnsiConsole console)
    {
        var table = Screen.Table(
            $"The way to '{ledger.Milestone}', {(ledger.IsProjected ? "projected to be " : "")}{LaunchWords.Days(ledger.Delay)} late",
            [("Step", false), ("Ready", true), ("Done", true), ("Planned", true), ("Off", true), ("Charged", true), ("To", false), .. ledger.AsDisputed is null ? [] : (ReadOnlySpan<(string, bool)>)[("If disputes are right", false)]]);
        foreach (var line in ledger.Lines)
        {
            table.AddRow(
            [
                new Text(line.Item),
                new Text(LaunchWords.Number(line.ReadyDay)),
                new Text($"{(line.IsOpen ? "~" : "")}{LaunchWords.Number(line.DoneDay)}"),
                new Text(LaunchWords.Number(line.PlannedDuration)),
                new Text(line.Deviation.ToString("+0;-0;0", CultureInfo.InvariantCulture)),
                new Text(LaunchWords.Number(line.Charge)),
                new Text(line.Charge == 0 ? "" : LaunchWords.Of(line.ChargedTo)),
                .. ledger.AsDisputed is { } other ? (ReadOnlySpan<Text>)[new Text(Disputed(other, line.Item))] : [],
            ]);
        }

        console.Write(table);
        console.WriteLine(ledger.FirstFailure is { } first ? $"Failed first: {first.Item} ({LaunchWords.Of(first.ChargedTo)})." : "Nobody who owed something failed.");
        if (ledger.AsDisputed is { } right)
            console.WriteLine($"If the disputes are right: {LaunchWords.Charges(right)}; failed first: {right.FirstFailure?.Item ?? "nobody"}.");
    }

    // The disputed path may go through other steps.
    private static string Disputed(PlanLedger ledger, string item) => ledger.Lines.FirstOrDefault(l => l.Item == item) is { } line
        ? $"{LaunchWords.Number(line.Charge)}{(line.Charge == 0 ? "" : $" {LaunchWords.Of(line.ChargedTo)}")}"
        : "not on the way";
}
