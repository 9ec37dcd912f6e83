using CustomerSuccess.Portfolio.Scorecards;
using CustomerSuccess.Portfolio.Tallying;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>The portfolio for a person.</summary>
internal static class ScreenReport
{
    public static void Write(PortfolioTally portfolio, TextWriter output)
    {
        var console = Screen.On(output);
        console.Write(new Rule("[bold]The health of a portfolio[/]") { Justification = Justify.Left });
        console.WriteLine(
            $"{Path.GetFileName(Quoted.Clean(portfolio.File))}: {Words.Count(portfolio.Customers)} customers, "
            + $"{Words.Share((double)portfolio.Churned / portfolio.Customers)} of whom left. Two scorecards give each a score from 0 (at risk) "
            + "to 100 (healthy), without looking at who left.");
        console.WriteLine();
        console.Write(CardTable.Of(portfolio));
        console.WriteLine("AUC: the chance that one who left scores below one who stayed; 0.5 is a coin.");
        console.WriteLine();
        console.Write(ContractTable.Of(portfolio));
        console.WriteLine($"Revenue at risk: what these customers pay per month, {Words.Currency}.");
        console.WriteLine(Words.Association);
        console.WriteLine();
        console.Write(RiskiestTable.Of(portfolio));
        console.WriteLine("Tenure and prices are not for sale: a way back changes contract, services and payment.");
        console.WriteLine();
        Explain(console, portfolio);
        console.WriteLine(FormattableString.Invariant(
            $"Read the file and scored it with both in {portfolio.Elapsed.TotalSeconds:0.00} s: {portfolio.CustomersPerSecond:N0} customers per second."));
    }

    // The library's own table, for the first of the ten.
    private static void Explain(IAnsiConsole console, PortfolioTally portfolio)
    {
        if (portfolio.Riskiest.Customers is not [var customer, ..])
            return;
        console.WriteLine($"{customer.Id} explained:", new Style(decoration: Decoration.Bold));
        console.WriteLine(portfolio.Weighted.Card.Score(customer, Undated.Snapshot).Explain());
        console.WriteLine();
    }
}
