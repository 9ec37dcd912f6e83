using CustomerSuccess.Portfolio.Launching;
using CustomerSuccess.SuccessPlans;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>A launch for a person: what lies ahead, and then day by day who kept what.</summary>
internal static class LaunchScreen
{
    /// <param name="launch">The launch.</param>
    /// <param name="folder">Where outlooks were written to; null for nowhere.</param>
    /// <param name="output">Takes the lines.</param>
    public static void Write(Launch launch, string? folder, TextWriter output)
    {
        var (console, plan, account) = (Screen.On(output), launch.Plan, launch.Account);
        console.Write(new Rule("[bold]The launch of a customer[/]") { Justification = Justify.Left });
        console.WriteLine(
            $"{account.Account.Id} {account.Account.Versions[0].Name} ({LaunchWords.Number(account.Profile.Users.Length)} users, {LaunchWords.Number(account.Profile.Seats)} seats), with the plan "
            + $"'{plan.Template.Name}' ({plan.Template.ConfigurationHash[..12]}): {LaunchWords.Number(plan.Content.Milestones.Count)} milestones, {LaunchWords.Number(plan.Content.Accountabilities.Count)} accountabilities. "
            + $"Day 0 is {PlanOutlook.Of(launch.Days[0].State).AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}. {Words.Simulated}");
        console.WriteLine();
        OutlookTable.Write(launch.Days[0].State, console);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var day in launch.Days.Where(d => d.Day > 0))
        {
            console.WriteLine();
            LaunchDayScreen.Write(day, shown, console);
        }

        console.WriteLine();
        Ended(launch.Days[^1], console);
        if (folder is not null)
            console.WriteLine($"What lies ahead of the customer, to be mailed, is in {Quoted.Clean(folder)}.");
    }

    private static void Ended(LaunchDay last, IAnsiConsole console)
    {
        console.WriteLine($"After {LaunchWords.Days(last.Day)}", new Style(decoration: Decoration.Bold));
        console.WriteLine($"Success vector: {last.State.Vector.Explain()}.");
        foreach (var outcome in last.State.Outcomes)
            console.WriteLine($"Outcome '{outcome.Id}' ({outcome.Title}): {(outcome.IsReached ? $"reached, {LaunchWords.Name(outcome.Verification)}" : "open")}.");
    }
}
