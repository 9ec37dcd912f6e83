using System.Globalization;
using CustomerSuccess.Portfolio.Launching;
using CustomerSuccess.SuccessPlans;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>How a launch stands on an evening: paces, one ledger in full, kept rates, what is disputed or excused, asks, blockers.</summary>
internal static class LaunchDayScreen
{
    /// <param name="day">The evening.</param>
    /// <param name="shown">The ledgers that were printed in full already, by their words.</param>
    /// <param name="console">Takes the lines.</param>
    public static void Write(LaunchDay day, HashSet<string> shown, IAnsiConsole console)
    {
        var state = day.State;
        console.Write(Milestones(day));
        foreach (var milestone in state.Milestones.Where(m => m.ReachedAt is null).OrderBy(m => m.DueDay))
            console.WriteLine($"Forecast of {state.Forecast(milestone.Id)}.");
        console.WriteLine();
        if (state.Ledgers.OrderByDescending(l => l.Delay).ThenBy(l => l.DueDay).FirstOrDefault(l => l.Delay > 0 && shown.Add(l.Explain())) is { } ledger)
            LedgerTable.Write(ledger, console);
        foreach (var party in Enum.GetValues<PlanParty>())
            console.WriteLine($"Kept by the {LaunchWords.Name(party)}: {LaunchWords.Kept(state.Kept(party))}.");
        foreach (var dispute in state.Events.OfType<AccountabilityDisputed>())
            console.WriteLine($"Disputed since day {LaunchWords.Number(day.DayOf(dispute))}: {dispute.Item}, by {dispute.Author}: {dispute.Reason}.");
        foreach (var excuse in state.Events.OfType<AccountabilityExcused>())
            console.WriteLine($"Excused on day {LaunchWords.Number(day.DayOf(excuse))}: {excuse.Item}, by {excuse.Author}: {excuse.Reason}.");
        foreach (var ask in day.Asks)
            console.WriteLine($"Asked for '{ask.TeeUp}': {(ask.IsAllowed ? "allowed" : "refused")}: {ask.Reason}.");
        foreach (var answered in TeeUps.Of(state).Where(t => t.Answer is not null))
            console.WriteLine($"Asked for '{answered.Id}' before: {answered.Reason}.");
        Blockers("In the way", [.. PlanBlockers.Of(state).Where(b => b.IsOpen)]);
        Blockers("Out of the way", [.. PlanBlockers.Of(state).Where(b => !b.IsOpen)]);

        void Blockers(string heading, IReadOnlyList<BlockerState> some)
        {
            if (some.Count > 0)
                console.WriteLine($"{heading}: {string.Join("; ", some.Select(b => Blocker(day, b)))}.");
        }
    }

    private static Table Milestones(LaunchDay day)
    {
        var table = Screen.Table(
            string.Create(CultureInfo.InvariantCulture, $"Day {day.Day}, {day.State.AsOf:yyyy-MM-dd}: value {LaunchWords.Range(day.State.Value)}"),
            ("Milestone", false), ("Due", true), ("Pace", false), ("Expected", true), ("Actual", true), ("Day", true), ("Late", true), ("By", false));
        foreach (var milestone in day.State.Milestones.OrderBy(m => m.DueDay).ThenBy(m => m.Id, StringComparer.Ordinal))
        {
            var ledger = day.State.Ledger(milestone.Id);
            table.AddRow(
                new Text(milestone.Id),
                new Text(LaunchWords.Number(milestone.DueDay)),
                Screen.Banded(LaunchWords.Of(milestone.Pace), milestone.Pace switch { Pace.Stuck => 0, Pace.Behind or Pace.Unknown => 1, _ => 2 }),
                new Text(LaunchWords.Percent(milestone.Expected)),
                new Text(LaunchWords.Range(milestone.Actual)),
                new Text($"{(ledger.IsProjected ? "~" : "")}{LaunchWords.Number(ledger.ReachedDay)}"),
                new Text(LaunchWords.Number(ledger.Delay)),
                new Text(LaunchWords.Charges(ledger)));
        }

        return table;
    }

    private static string Blocker(LaunchDay day, BlockerState blocker) =>
        $"{blocker.Raised.Pattern} ({blocker.Raised.Dimension}), since day {LaunchWords.Number(day.DayOf(blocker.Raised))}"
        + (blocker.ClearedAt is { } at ? $", fixed {(blocker.IsGoneForEver ? "for ever" : "for now")} on day {LaunchWords.Number(day.DayOf(at))}" : "");
}
