using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Reading;

namespace CustomerSuccess.Portfolio.Tallying;

/// <summary>The bands of one scorecard, by contract, in the order of the contracts.</summary>
internal sealed class ContractTally(Scorecard card)
{
    private readonly Dictionary<string, IReadOnlyList<BandTally>> _contracts =
        Categories.Contract.ToDictionary(c => c, _ => CardTally.Tallies(card));

    public IReadOnlyList<BandTally> this[string contract] => _contracts[contract];

    public void Add(HealthScore score, Customer customer)
    {
        if (score.LevelIndex >= 0)
            _contracts[customer.Contract][score.LevelIndex].Add(customer);
    }
}
