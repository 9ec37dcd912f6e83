using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Reading;

namespace CustomerSuccess.Portfolio.Tallying;

/// <summary>What one scorecard says of the whole portfolio.</summary>
internal sealed class CardTally
{
    private readonly RankTally _ranks;
    private double _sum;

    public CardTally(Scorecard<Customer> card, int rankDecimals)
    {
        Card = card;
        RankDecimals = rankDecimals;
        _ranks = new(rankDecimals);
        Bands = Tallies(card);
    }

    public Scorecard<Customer> Card { get; }

    /// <summary>One per band, worst first.</summary>
    public IReadOnlyList<BandTally> Bands { get; }

    /// <summary>Customers that the scorecard gives no score; none, as long as every column it needs is required.</summary>
    public long NoScore { get; private set; }

    public int RankDecimals { get; }

    public double Sum => Math.Round(_sum, 6);

    public double? Auc => _ranks.Auc();

    public static IReadOnlyList<BandTally> Tallies(Scorecard card) => [.. card.Bands.Bands.Select(_ => new BandTally())];

    public void Add(HealthScore score, Customer customer)
    {
        if (score.Value is not { } value)
        {
            NoScore++;
            return;
        }

        Bands[score.LevelIndex].Add(customer);
        _ranks.Add(value, customer.Churned);
        _sum += value;
    }
}
