using System.Numerics;

namespace CustomerSuccess.Portfolio.Simulating;

/// <summary>
/// Pseudo-random numbers that are the same on every machine and in every version: xoshiro256** of D. Blackman and S. Vigna,
/// "Scrambled linear pseudorandom number generators" (2018), seeded by SplitMix64 of G. Steele, D. Lea and C. Flood, "Fast
/// splittable pseudorandom number generators" (2014). Everything drawn is made of whole numbers, + − × and ÷. Not safe to use
/// from several threads.
/// </summary>
public sealed class Xoshiro256
{
    private const double TwoToTheMinus53 = 1.0 / (1L << 53);

    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Begins at a state; not all of it may be 0.</summary>
    public Xoshiro256(ulong a, ulong b, ulong c, ulong d)
    {
        if ((a | b | c | d) == 0)
            throw new ArgumentException("A state of zeros gives nothing but zeros.");
        (_a, _b, _c, _d) = (a, b, c, d);
    }

    /// <summary>A stream of its own for each purpose of each account: what one draws moves nothing of another.</summary>
    public static Xoshiro256 For(ulong seed, int account, int purpose)
    {
        var state = seed;
        state = SplitMix64(ref state) + (ulong)account;
        state = SplitMix64(ref state) + (ulong)purpose;
        return new(SplitMix64(ref state), SplitMix64(ref state), SplitMix64(ref state), SplitMix64(ref state));
    }

    /// <summary>The next number of SplitMix64.</summary>
    public static ulong SplitMix64(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>From 0 (included) to 1 (excluded), in steps of 2⁻⁵³.</summary>
    public double Uniform() => (Next() >> 11) * TwoToTheMinus53;

    /// <summary>From one number (included) to another (excluded).</summary>
    public double Between(double from, double to) => from + (Uniform() * (to - from));

    /// <summary>A whole number from 0 to below a limit of 1 or more.</summary>
    public int Below(int limit) => (int)(((UInt128)Next() * (ulong)limit) >> 64);

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>About normal with mean 0 and standard deviation 1: the sum of twelve uniform numbers less 6 (Irwin and Hall), within −6 and 6.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += Uniform();
        return sum;
    }

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
