using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Tallying;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>Bands of the points by contract: how many customers, how much money, how many really left.</summary>
internal static class ContractTable
{
    public static Table Of(PortfolioTally portfolio)
    {
        var table = Screen.Table(
            "Points by contract (association, not prediction)",
            ("Contract", false), ("Band", false), ("Customers", true), ("Revenue at risk", true), ("Really left", true));
        foreach (var contract in Categories.Contract)
            AddBands(table, contract, portfolio, portfolio.Contracts[contract]);
        AddBands(table, "All", portfolio, portfolio.Points.Bands);
        return table;
    }

    private static void AddBands(Table table, string contract, PortfolioTally portfolio, IReadOnlyList<BandTally> tallies)
    {
        if (table.Rows.Count > 0)
            table.AddEmptyRow();
        for (var i = 0; i < tallies.Count; i++)
        {
            table.AddRow(
                new Text(i == 0 ? contract : ""),
                Screen.Banded(portfolio.Points.Card.Bands.Bands[i].Name, i),
                new Text(Words.Count(tallies[i].Customers)),
                new Text(Words.Money(tallies[i].MonthlyCharges)),
                new Text(Words.Share(tallies[i].ChurnRate)));
        }
    }
}
