using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Foundation;

public sealed class EngineMathTests
{
    private const int Cases = 200_000;

    [Fact]
    public void Exp_is_within_2_units_in_the_last_place() =>
        Compare(dice => dice.Of(dice.Between(-1d, 1d), dice.Between(-50d, 50d), dice.Between(-708d, 709d), dice.Between(-1e-8, 1e-8)), EngineMath.Exp, Math.Exp);

    [Fact]
    public void Log_is_within_2_units_in_the_last_place() =>
        Compare(dice => dice.Of(dice.Between(0d, 2d), dice.Between(0.9, 1.1), dice.Between(0d, 1e6), Math.Pow(10, dice.Between(-300, 300)) * dice.Share()), EngineMath.Log, Math.Log);

    [Fact]
    public void A_power_of_one_half_is_within_2_units_in_the_last_place() =>
        Compare(dice => dice.Of(dice.Between(0d, 1d), dice.Between(0d, 60d), dice.Between(0d, 1000d)), EngineMath.HalfToThe, x => Math.Pow(0.5, x));

    [Fact]
    public void A_power_of_one_half_is_exact_at_whole_numbers()
    {
        for (var i = 0; i <= 1074; i++)
        {
            Assert.Equal(Math.ScaleB(1, -i), EngineMath.HalfToThe(i));
        }

        Assert.Equal(0, EngineMath.HalfToThe(1e9));
        Assert.Equal(0, EngineMath.HalfToThe(double.PositiveInfinity));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-0.0, 1)]
    [InlineData(710, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-746, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_has_its_limits(double x, double expected) => Assert.Equal(expected, EngineMath.Exp(x));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Log_has_its_limits(double x, double expected) => Assert.Equal(expected, EngineMath.Log(x));

    [Fact]
    public void The_smallest_numbers_have_a_logarithm_and_are_powers()
    {
        Assert.Equal(Math.Log(double.Epsilon), EngineMath.Log(double.Epsilon), 1e-12);
        Assert.Equal(double.Epsilon, EngineMath.Exp(-744.4400719213812));
    }

    private static void Compare(Func<Dice, double> thrown, Func<double, double> own, Func<double, double> theirs)
    {
        var dice = new Dice(4711);
        for (var i = 0; i < Cases; i++)
        {
            var x = thrown(dice);
            var (a, b) = (own(x), theirs(x));
            var ulps = Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));

            Claim.Holds(ulps <= 2 || a == b, $"at {x:R}: {a:R} and {b:R} are {ulps} apart");
        }
    }
}
