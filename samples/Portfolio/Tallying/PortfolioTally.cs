using System.Diagnostics;
using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Portfolio.Scorecards;

namespace CustomerSuccess.Portfolio.Tallying;

/// <summary>Everything that is shown, gathered in one pass over the customers.</summary>
internal sealed class PortfolioTally
{
    // The points are sums of a few whole numbers, so nine decimals keep few distinct scores. A weighted mean may take any
    // value: three decimals bound the counts at 100,001, whatever the size of the file.
    private const int PointsDecimals = 9;
    private const int WeightedDecimals = 3;

    private PortfolioTally(string file, CustomerScorecards cards)
    {
        (File, Points, Weighted) = (file, new(cards.Points, PointsDecimals), new(cards.Weighted, WeightedDecimals));
        Contracts = new(Points.Card);
    }

    public string File { get; }

    public CardTally Points { get; }

    public CardTally Weighted { get; }

    /// <summary>Bands of the points, by contract.</summary>
    public ContractTally Contracts { get; }

    /// <summary>Lowest weighted scores.</summary>
    public Riskiest Riskiest { get; } = new();

    public long Customers { get; private set; }

    public long Churned { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    public double CustomersPerSecond => Customers / Math.Max(Elapsed.TotalSeconds, 1e-9);

    public static PortfolioTally Of(string file, CustomerScorecards cards)
    {
        var watch = Stopwatch.StartNew();
        var tally = new PortfolioTally(file, cards);
        foreach (var customer in CustomerFile.Read(file))
            tally.Add(customer);
        tally.Elapsed = watch.Elapsed;
        return tally;
    }

    private void Add(Customer customer)
    {
        var points = Points.Card.Score(customer, Undated.Snapshot);
        var weighted = Weighted.Card.Score(customer, Undated.Snapshot);
        Points.Add(points, customer);
        Weighted.Add(weighted, customer);
        Contracts.Add(points, customer);
        Riskiest.Add(weighted, customer);
        Customers++;
        Churned += customer.Churned ? 1 : 0;
    }
}
