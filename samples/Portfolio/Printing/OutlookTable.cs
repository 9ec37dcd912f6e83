using System.Globalization;
using CustomerSuccess.SuccessPlans;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>What lies ahead of the customer in 30, 60 and 90 days.</summary>
internal static class OutlookTable
{
    public static void Write(PlanState state, IAnsiConsole console)
    {
        var outlook = PlanOutlook.Of(state);
        var table = Screen.Table($"Day {LaunchWords.Number(state.Day)}: what lies ahead", ("When", false), ("What", false), ("Who", false), ("Waits for", false));
        foreach (var period in outlook.Periods.Where(p => p.Entries.Count > 0))
        {
            table.AddRow(new Text(Heading(period), new Style(decoration: Decoration.Bold)), Text.Empty, Text.Empty, Text.Empty);
            foreach (var entry in period.Entries)
            {
                table.AddRow(
                    new Text(Iso(entry.ExpectedOn)),
                    new Text(entry.Title, new Style(decoration: entry.IsMilestone ? Decoration.Bold : Decoration.None)),
                    new Text(entry.Party is { } party ? $"{LaunchWords.Name(party)}{(entry.Role is { } role ? $", {role}" : "")}" : "reached"),
                    new Text(string.Join(", ", entry.WaitsFor)));
            }
        }

        console.Write(table);
        foreach (var ask in outlook.Asks)
            console.WriteLine($"Will be asked, not before '{ask.Milestone}', about {Iso(ask.ExpectedOn)}: {ask.Title}");
    }

    private static string Heading(OutlookPeriod period) => period.ThroughDays is { } through ? $"{LaunchWords.Number(through)} days" : "later";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
