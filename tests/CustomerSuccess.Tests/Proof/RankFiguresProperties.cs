using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

/// <summary>The figures against their definitions, pair by pair, on random customers with many ties.</summary>
public sealed class RankFiguresProperties
{
    [Law]
    public void Every_figure_is_what_its_definition_says(Seed seed)
    {
        var (scores, churned) = Customers(seed);
        var options = new JudgeOptions { HighIsRisk = seed.Number % 2 == 0, Capacity = Capacity.Customers(1 + (seed.Number % 7)) };
        var figures = RankFigures.Of(scores, churned, options);
        var pairs = new PairByPair(scores, churned, options.HighIsRisk);

        Same(pairs.Auc, figures.Auc?.Estimate);
        Same(pairs.Variance, figures.AucVariance);
        Same(pairs.AveragePrecision, figures.AveragePrecision);
        Same(pairs.Ks, figures.Ks);
        for (var tenth = 0; tenth < figures.Deciles.Count; tenth++)
        {
            Same(pairs.ChurnedAmong((tenth + 1) * scores.Length / 10d), figures.Deciles.Take(tenth + 1).Sum(d => d.Churned));
        }

        Same(pairs.ChurnedAmong(Math.Min(options.Capacity.Count!.Value, scores.Length)), figures.AtCapacity!.Churned);
    }

    [Law]
    public void Turning_the_direction_mirrors_the_AUC_and_keeps_its_variance(Seed seed)
    {
        var (scores, churned) = Customers(seed);
        var (low, high) = (RankFigures.Of(scores, churned), RankFigures.Of(scores, churned, new JudgeOptions { HighIsRisk = true }));

        Same(low.Auc?.Estimate, 1 - high.Auc?.Estimate);
        Same(low.AucVariance, high.AucVariance);
        Same(low.Ks, high.Ks);
    }

    [Law]
    public void The_interval_holds_the_AUC_within_0_and_1_and_the_tenths_hold_everybody(Seed seed)
    {
        var (scores, churned) = Customers(seed);
        var figures = RankFigures.Of(scores, churned);

        Assert.Equal(scores.Length, figures.Deciles.Sum(d => d.Customers), 1e-9);
        Assert.Equal(churned.Count(c => c), figures.Deciles.Sum(d => d.Churned), 1e-9);
        if (figures.Auc is { } auc)
        {
            Claim.Holds(auc.Lower >= 0 && auc.Upper <= 1 && auc.Holds(auc.Estimate), $"{auc}");
        }
    }

    [Law]
    public void Scores_that_are_equal_to_nine_decimals_are_ties_however_large_they_are(Seed seed)
    {
        var dice = seed.Dice();
        var scale = Math.Pow(10, dice.Between(-12, 18));
        var scores = Enumerable.Range(0, dice.Between(2, 40)).Select(_ => (dice.Share() - 0.5) * scale).ToArray();
        var churned = scores.Select(_ => dice.OneIn(2)).ToArray();
        var rounded = scores.Select(s => Math.Round(s, 9)).ToArray();
        var pairs = new PairByPair(rounded, churned, highIsRisk: false);

        Same(pairs.Auc, RankFigures.Of(scores, churned).Auc?.Estimate);
        Same(pairs.Variance, RankFigures.Of(scores, churned).AucVariance);
    }

    private static (double[] Scores, bool[] Churned) Customers(Seed seed)
    {
        var dice = seed.Dice();
        var count = dice.Between(1, 6 * seed.Size);
        var (values, rate) = (dice.Between(1, 12), dice.Between(1, 5));
        var exact = dice.OneIn(3);
        return (
            [.. Enumerable.Range(0, count).Select(_ => exact ? dice.Between(-1e3, 1e3) : dice.Below(values) * 0.1)],
            [.. Enumerable.Range(0, count).Select(_ => dice.OneIn(rate))]);
    }

    private static void Same(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected ?? 0, actual ?? 0, 1e-9);
    }
}
