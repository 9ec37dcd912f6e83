using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Tests.Samples;

/// <summary>The generator against numbers that its authors' programs print.</summary>
public sealed class Xoshiro256Tests
{
    [Fact]
    public void SplitMix64_gives_the_published_numbers()
    {
        var state = 1234567UL;
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, expected.Select(_ => Xoshiro256.SplitMix64(ref state)).ToList());
    }

    [Fact]
    public void Xoshiro_gives_the_published_numbers()
    {
        var dice = new Xoshiro256(1, 2, 3, 4);
        ulong[] expected = [11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576];
        Assert.Equal(expected, expected.Select(_ => dice.Next()).ToList());
    }

    [Fact]
    public void A_state_of_zeros_is_refused() => Assert.Throws<ArgumentException>(() => new Xoshiro256(0, 0, 0, 0));

    [Fact]
    public void Each_purpose_of_each_account_has_a_stream_of_its_own()
    {
        var first = from seed in Enumerable.Range(0, 5)
                    from account in Enumerable.Range(1, 50)
                    from purpose in Enumerable.Range(0, 20)
                    select Xoshiro256.For((ulong)seed, account, purpose).Next();
        Assert.Equal(5 * 50 * 20, first.Distinct().Count());
    }

    [Fact]
    public void What_is_drawn_lies_in_its_range_and_is_spread_over_it()
    {
        var dice = Xoshiro256.For(1, 1, 1);
        var (uniform, below, normal) = (new List<double>(), new int[10], new List<double>());
        for (var i = 0; i < 100_000; i++)
        {
            uniform.Add(dice.Uniform());
            below[dice.Below(10)]++;
            normal.Add(dice.Normal());
        }

        Assert.All(uniform, u => Assert.InRange(u, 0, 1 - double.Epsilon));
        Assert.All(below, count => Assert.InRange(count, 9_600, 10_400));
        Assert.InRange(normal.Average(), -0.02, 0.02);
        Assert.InRange(normal.Average(n => n * n), 0.98, 1.02);
    }
}
