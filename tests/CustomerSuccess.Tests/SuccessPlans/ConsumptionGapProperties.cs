using System.Globalization;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.SuccessPlans;

public sealed class ConsumptionGapProperties
{
    [Law]
    public void A_gap_is_a_share_within_its_bounds_and_its_lines_sum_to_it(Seed seed)
    {
        var gap = ConsumptionGap.Of(Uses(seed.Dice(), seed.Size));
        foreach (var (figure, lines) in new[] { (gap.Relevant, gap.Lines.Select(l => l.Relevant)), (gap.Raw, gap.Lines.Select(l => l.Raw)) })
        {
            Assert.InRange(figure.Coverage, 0, 1);
            Assert.Equal(figure.Gap ?? 0, lines.Sum(), 9);
            Assert.True(figure.Gap is null == figure.Reason is not null);
            if (figure.Gap is { } value)
            {
                Assert.InRange(value, 0, 1);
                Claim.Holds(figure.Lower <= value && value <= figure.Upper, $"{figure}");
            }
        }
    }

    [Law]
    public void Every_completion_lies_within_the_bounds(Seed seed)
    {
        var dice = seed.Dice();
        double? largest = dice.OneIn(2) ? null : dice.Of(0.5, 1, 4);
        var options = new ConsumptionOptions { LargestRelevance = largest };
        CapabilityUse[] uses = [.. Uses(dice, seed.Size)];
        var before = ConsumptionGap.Of(uses, options);
        var after = ConsumptionGap.Of(uses.Select(u => Complete(u, dice, largest)), options);

        Within(before.Relevant, after.Relevant);
        Within(before.Raw, after.Raw);
    }

    [Law]
    public void Bounds_are_reached_by_completions(Seed seed)
    {
        var dice = seed.Dice();
        CapabilityUse[] uses = [.. Uses(dice, Math.Min(seed.Size, 5))];
        var bounds = ConsumptionGap.Of(uses, new() { LargestRelevance = 1 }).Relevant;
        var corners = Corners(uses).Select(c => ConsumptionGap.Of(c).Relevant.Gap).OfType<double>().ToArray();
        if (corners.Length == 0)
        {
            Assert.Null(bounds.Lower);
            return;
        }

        Assert.Equal(corners.Min(), bounds.Lower!.Value, 9);
        Assert.Equal(corners.Max(), bounds.Upper!.Value, 9);
    }

    [Law(MaxTest = 2000)]
    public void The_order_changes_no_bit(Seed seed)
    {
        var dice = seed.Dice();
        CapabilityUse[] uses = [.. Uses(dice, seed.Size)];
        var (one, other) = (ConsumptionGap.Of(uses), ConsumptionGap.Of(dice.Shuffled(uses)));

        Assert.Equal(one.Explain(), other.Explain());
        Assert.Equal((one.Relevant.Gap, one.Raw.Gap, one.Relevant.Upper), (other.Relevant.Gap, other.Raw.Gap, other.Relevant.Upper));
        Assert.DoesNotContain("NaN", one.Explain(), StringComparison.Ordinal);
    }

    private static IEnumerable<CapabilityUse> Uses(Dice dice, int size)
    {
        for (var i = dice.Between(0, size); i > 0; i--)
        {
            var used = dice.OneIn(4) ? (double?)null : dice.Of(0, dice.Between(0d, 120), 100);
            var relevance = dice.OneIn(4) ? (double?)null : dice.Of(0, dice.Share(), 1);
            yield return new(i.ToString(CultureInfo.InvariantCulture), dice.OneIn(6) ? 0 : dice.Of(100, 1e-3, 1e9), used, relevance);
        }
    }

    private static CapabilityUse Complete(CapabilityUse use, Dice dice, double? largest) => new(
        use.Name, use.Entitled.Value, use.Used.IsKnown ? use.Used.Value : use.Entitled.Value * dice.Of(0, 1, dice.Share(), 2),
        use.Relevance.IsKnown ? use.Relevance.Value : largest is { } most ? dice.Of(0, most, dice.Between(0, most)) : dice.Of(0, 1e9, dice.Share()));

    private static IEnumerable<CapabilityUse[]> Corners(CapabilityUse[] uses)
    {
        IEnumerable<CapabilityUse[]> all = [[]];
        foreach (var use in uses)
        {
            double[] used = use.Used.IsKnown ? [use.Used.Value] : [0, use.Entitled.Value];
            double[] weights = use.Relevance.IsKnown ? [use.Relevance.Value] : [0, 1];
            all = [.. from before in all from u in used from w in weights select (CapabilityUse[])[.. before, new(use.Name, use.Entitled.Value, u, w)]];
        }

        return all;
    }

    private static void Within(ConsumptionFigure before, ConsumptionFigure after)
    {
        if (after.Gap is { } value)
        {
            Claim.Holds(before.Lower - 1e-9 <= value && value <= before.Upper + 1e-9, $"{value} of {before}");
        }
    }
}
