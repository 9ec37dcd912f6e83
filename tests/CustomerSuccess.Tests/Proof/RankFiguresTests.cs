using CustomerSuccess.Proof;

namespace CustomerSuccess.Tests.Proof;

public sealed class RankFiguresTests
{
    [Fact]
    public void Nobody_at_all_has_no_figures()
    {
        var none = RankFigures.Of([], [], new JudgeOptions { Capacity = Capacity.Customers(5) });

        Assert.Equal((0, 0), (none.Customers, none.Churned));
        Assert.Null(none.Auc ?? (object?)none.AucVariance ?? none.AveragePrecision ?? none.Ks ?? (object?)none.AtCapacity);
        Assert.Empty(none.Deciles);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_all_left_or_all_stayed_there_is_nothing_to_tell_apart(bool churned)
    {
        var one = RankFigures.Of([1, 2, 3], [churned, churned, churned]);

        Assert.Null(one.Auc ?? (object?)one.AucVariance ?? one.AveragePrecision ?? one.Ks);
        Assert.Equal(10, one.Deciles.Count);
        Assert.Equal(churned ? 1 : null, one.Deciles[0].Lift);
        Assert.Equal(churned, one.Deciles[0].Capture is { } capture && Math.Abs(capture - 0.1) < 1e-12);
    }

    [Fact]
    public void One_of_each_kind_has_an_AUC_and_no_variance()
    {
        var two = RankFigures.Of([1, 2], [true, false]);

        Assert.Equal((1, null), (two.Auc!.Estimate, two.AucVariance));
        Assert.Equal(IntervalMethod.Jeffreys, two.Auc.Method);
        Assert.Equal(1, two.Auc.Upper);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_score_that_is_no_number_is_named_by_its_place(double score)
    {
        var thrown = Assert.Throws<ArgumentException>(() => RankFigures.Of([1, 2, score, 4], [true, false, true, false]));
        Assert.Contains("scores[2]", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_of_different_lengths_are_refused() => Assert.Throws<ArgumentException>(() => RankFigures.Of([1, 2], [true]));

    [Fact]
    public void The_largest_numbers_there_are_have_an_order()
    {
        Assert.Equal(1, RankFigures.Of([-1e308, 1e308], [true, false]).Auc!.Estimate);
        Assert.Equal(0, RankFigures.Of([double.MaxValue, double.MinValue], [true, false]).Auc!.Estimate);
        Assert.Equal(1, RankFigures.Of([double.MaxValue, double.MinValue], [true, false], new JudgeOptions { HighIsRisk = true }).Auc!.Estimate);
        Assert.Equal(0.5, RankFigures.Of([-0.0, 0.0], [true, false]).Auc!.Estimate);
        Assert.Equal(0.5, RankFigures.Of([-0.0, 0.0, 1e300, -1e300], [true, false, true, true]).Auc!.Estimate);
    }

    [Theory]
    [InlineData(0.1 + 0.2, 0.3)]
    [InlineData(8.45, 8.4500000000000011)]
    [InlineData(1e5 + 0.1 + 0.2, 1e5 + 0.3)]
    public void Scores_that_differ_only_in_their_rounding_are_ties(double left, double stayed) =>
        Assert.Equal(0.5, RankFigures.Of([left, stayed], [true, false]).Auc!.Estimate);

    [Fact]
    public void Below_twenty_of_the_rarer_kind_the_interval_is_the_posterior_of_Jeffreys()
    {
        var (scores, churned) = Ladder(19, 40);
        var auc = RankFigures.Of(scores, churned).Auc!;
        var expected = ProportionInterval.Jeffreys(auc.Estimate * 19, 19);

        Assert.Equal((IntervalMethod.Jeffreys, expected.Lower, expected.Upper), (auc.Method, auc.Lower, auc.Upper));
        Assert.Equal(IntervalMethod.DeLong, RankFigures.Of(Ladder(20, 40).Scores, Ladder(20, 40).Churned).Auc!.Method);
        Assert.Equal(IntervalMethod.Jeffreys, RankFigures.Of(Ladder(40, 19).Scores, Ladder(40, 19).Churned).Auc!.Method);
    }

    [Fact]
    public void A_perfect_order_is_not_certain()
    {
        var scores = Enumerable.Range(0, 60).Select(i => (double)i).ToArray();
        var auc = RankFigures.Of(scores, [.. scores.Select(s => s < 30)]).Auc!;

        Assert.Equal((1d, 1d, IntervalMethod.Jeffreys), (auc.Estimate, auc.Upper, auc.Method));
        Assert.InRange(auc.Lower, 0.9, 0.99);
    }

    [Fact]
    public void The_same_score_for_all_is_chance_for_certain()
    {
        var auc = RankFigures.Of(new double[100], [.. Enumerable.Range(0, 100).Select(i => i % 3 == 0)]).Auc!;
        Assert.Equal((0.5, 0.5, 0.5), (auc.Lower, auc.Estimate, auc.Upper));
    }

    [Fact]
    public void A_million_scores_are_ranked_as_a_thousand_of_them_are()
    {
        var scores = new double[1_000_000];
        var churned = new bool[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            (scores[i], churned[i]) = (i * 7919L % 1000 / 10d, i % 1000 * 31 % 97 < 20);
        }

        var (small, large) = (RankFigures.Of(scores.AsSpan(0, 1000), churned.AsSpan(0, 1000)), RankFigures.Of(scores, churned));
        Assert.Equal(small.Auc!.Estimate, large.Auc!.Estimate, 1e-9);
        Assert.Equal(small.AveragePrecision!.Value, large.AveragePrecision!.Value, 1e-9);
        Assert.Equal(small.Ks!.Value, large.Ks!.Value, 1e-9);
        Assert.Equal(small.AucVariance!.Value / 1000, large.AucVariance!.Value, 1e-6 * large.AucVariance.Value * 10_000);
    }

    [Fact]
    public void Many_distinct_scores_are_sorted_by_digits_as_by_comparison()
    {
        foreach (var scale in (double[])[1, 1e6, 1e12])
        {
            var keys = Enumerable.Range(0, 50_000).Select(i => Math.Sin(i) * scale).ToArray();
            var churned = keys.Select((_, i) => i % 5 == 0).ToArray();
            var ranked = RankFigures.Of(keys, churned);
            var order = Enumerable.Range(0, keys.Length).OrderBy(i => Math.Round(keys[i], 9)).ToArray();
            long inOrder = 0, before = 0;
            foreach (var i in order)
            {
                (inOrder, before) = churned[i] ? (inOrder, before + 1) : (inOrder + before, before);
            }

            Assert.Equal(inOrder / (10_000d * 40_000), ranked.Auc!.Estimate, 1e-7);
        }
    }

    [Fact]
    public void Cancellation_flows()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => RankFigures.Of([1, 2], [true, false], cancellationToken: source.Token));
    }

    [Fact]
    public void A_capacity_shares_out_those_with_the_same_score()
    {
        double[] scores = [1, 2, 2, 2, 2, 9];
        bool[] churned = [true, true, false, false, true, false];

        var three = RankFigures.Of(scores, churned, new JudgeOptions { Capacity = Capacity.Customers(3) }).AtCapacity!;
        Assert.Equal((3, 2), (three.Customers, three.Churned));
        Assert.Equal(2 / 3d, three.Precision.Estimate, 1e-12);
        Assert.Equal(2 / 3d, three.Capture!.Value, 1e-12);

        var half = RankFigures.Of(scores, churned, new JudgeOptions { Capacity = Capacity.ShareOfAll(0.25) }).AtCapacity!;
        Assert.Equal((1.5, 1.25), (half.Customers, half.Churned));

        var all = RankFigures.Of(scores, churned, new JudgeOptions { Capacity = Capacity.Customers(60) }).AtCapacity!;
        Assert.Equal((6, 3, 1), (all.Customers, all.Churned, all.Capture));
    }

    private static (double[] Scores, bool[] Churned) Ladder(int left, int stayed) =>
        ([.. Enumerable.Range(0, left).Select(i => i * 1.0), .. Enumerable.Range(0, stayed).Select(i => 5 + (i * 0.7))],
            [.. Enumerable.Repeat(true, left), .. Enumerable.Repeat(false, stayed)]);
}
