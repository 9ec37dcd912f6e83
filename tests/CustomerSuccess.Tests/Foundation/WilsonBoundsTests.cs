using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Foundation;

/// <summary>The interval of a share that the engine computes by itself.</summary>
public sealed class WilsonBoundsTests
{
    [Law(MaxTest = 500)]
    public void Bounds_are_those_of_the_analysis(Seed seed)
    {
        var dice = seed.Dice();
        var n = dice.Between(1, 500);
        var x = dice.Below(n + 1);
        var (lower, upper) = WilsonBounds.Of(x, n);

        Assert.Equal(ProportionInterval.Wilson(x, n).Lower, lower, 12);
        Assert.Equal(ProportionInterval.Wilson(x, n).Upper, upper, 12);
    }

    [Fact]
    public void Of_none_everything_is_possible() => Assert.Equal((0d, 1d), WilsonBounds.Of(0, 0));
}
