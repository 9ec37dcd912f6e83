using System.Numerics;
using System.Text.Json;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Proof.Profiles;

public sealed class FisherExactTests
{
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0125211297492092)]
    [InlineData(310, 2044, 1446, 3473, 7.81441711205299e-99)]
    [InlineData(1, 30, 6, 28, 0.0482982757064187)]
    [InlineData(3, 4, 1, 4, 0.485714285714286)]
    [InlineData(0, 0, 3, 9, 1)]
    [InlineData(5, 5, 9, 9, 1)]
    [InlineData(0, 5, 0, 9, 1)]
    public void Probabilities_are_those_of_R(int x1, int n1, int x2, int n2, double p) =>
        Assert.Equal(1, FisherExact.TwoSided(x1, n1, x2, n2) / p, 1e-9);

    [SkippableFact]
    public void Every_probability_is_the_one_that_R_computed()
    {
        using var oracle = JsonDocument.Parse(File.ReadAllText(SharedFile.PathOf("oracles", "intervals-and-tests.json")));
        foreach (var row in oracle.RootElement.GetProperty("two_proportions").EnumerateArray())
        {
            int Whole(string name) => row.GetProperty(name).GetInt32();
            Assert.Equal(1, FisherExact.TwoSided(Whole("x1"), Whole("n1"), Whole("x2"), Whole("n2")) / row.GetProperty("fisher_p").GetDouble(), 1e-9);
        }
    }

    [Law(MaxTest = 2000)]
    public void It_is_the_sum_over_all_tables_that_are_at_most_as_probable_in_whole_numbers(Seed seed)
    {
        var dice = seed.Dice();
        var (n1, n2) = (dice.Below(30), dice.Below(30));
        var (x1, x2) = (dice.Below(n1 + 1), dice.Below(n2 + 1));
        BigInteger Tables(int k) => Choose(n1, k) * Choose(n2, x1 + x2 - k);
        var all = Enumerable.Range(0, n1 + 1).Where(k => x1 + x2 - k >= 0 && x1 + x2 - k <= n2).Select(Tables).ToArray();
        var extreme = all.Where(t => t <= Tables(x1)).Aggregate(BigInteger.Zero, (sum, t) => sum + t);

        Assert.Equal((double)extreme / (double)Choose(n1 + n2, x1 + x2), FisherExact.TwoSided(x1, n1, x2, n2), 1e-12);
        Assert.Equal(FisherExact.TwoSided(x1, n1, x2, n2), FisherExact.TwoSided(x2, n2, x1, n1), 1e-12);
    }

    [Fact]
    public void Of_several_probabilities_those_adjusted_follow_Benjamini_and_Hochberg()
    {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.9), "BH")
        double[] expected = [0.025, 0.05, 0.05, 0.025, 0.9];
        Assert.Equal(expected, FalseDiscoveries.Adjusted([0.01, 0.04, 0.03, 0.005, 0.9]).Select(q => Math.Round(q, 12)));
        Assert.Empty(FalseDiscoveries.Adjusted([]));
        Assert.Equal([1d, 1d], FalseDiscoveries.Adjusted([1, 1]));
    }

    private static BigInteger Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(BigInteger.One, (product, i) => product * (n - k + i) / i);
}
