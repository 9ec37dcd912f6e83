using CustomerSuccess.Portfolio.Tallying;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>The two scorecards side by side: how many in each band, how many of these left, and how well they separate.</summary>
internal static class CardTable
{
    public static Table Of(PortfolioTally portfolio)
    {
        var bands = portfolio.Points.Card.Bands.Bands;
        var table = Screen.Table(
            "Customers by band, and the share of them that left",
            [("Scorecard", false), .. bands.Select(b => (b.Name, true)), ("AUC", true)]);
        foreach (var tally in (CardTally[])[portfolio.Points, portfolio.Weighted])
        {
            table.AddRow(
            [
                new Text(tally.Card.Name),
                .. tally.Bands.Select((b, i) => Screen.Banded($"{Words.Count(b.Customers)}  {Words.Share(b.ChurnRate),6}", i)),
                new Text(Words.Auc(tally.Auc)),
            ]);
        }

        return table;
    }
}
