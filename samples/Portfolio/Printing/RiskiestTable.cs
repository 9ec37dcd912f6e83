using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Scorecards;
using CustomerSuccess.Portfolio.Tallying;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>The riskiest customers: why, and what would bring each back.</summary>
internal static class RiskiestTable
{
    // "11.3 payment: Electronic check" in one line: the last column wraps instead.
    private const int ReasonWidth = 30;

    public static Table Of(PortfolioTally portfolio)
    {
        var ten = portfolio.Riskiest.Customers.Count == Riskiest.Ten;
        var table = Screen.Table(
            $"{(ten ? "The ten riskiest" : "All, riskiest first,")} by the weighted scorecard",
            ("Customer", false), ("Score", true), ("Points lost, heaviest first", false), ($"Shortest way back to {WayBack.Goal}", false));
        table.Columns[2].Width = ReasonWidth;
        foreach (var customer in portfolio.Riskiest.Customers)
            AddCustomer(table, customer, portfolio.Weighted.Card.Score(customer, Undated.Snapshot));
        return table;
    }

    private static void AddCustomer(Table table, Customer customer, HealthScore score)
    {
        var definition = score.Definition;
        table.AddRow(
            // Text, not markup: an id may hold brackets.
            new Text(customer.Id),
            Screen.Banded(definition.Display.Show(score.Value!.Value, definition.Bands), score.LevelIndex),
            new Text(string.Join('\n', Reason.Heaviest(score, 3).Select(r => FormattableString.Invariant($"{r.Lost,4:0.0} {r.Words}")))),
            new Text(Way(WayBack.Of(score))));
    }

    private static string Way(WayBack way) =>
        way.AlreadyThere ? "is there already"
        : way.Plan is { } plan ? $"{string.Join('\n', plan.Moves.Select(m => $"{m.Measure} → {m.ToText}"))}\nthen {way.Reaches}"
        : $"none: {way.Reason}";
}
