namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>A small generator of pseudo-random numbers (SplitMix64), the same on every machine and runtime.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Other dice that go on as these do.</summary>
    public Dice Copy() => new(_state);

    public ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 (included) to <paramref name="below"/> (excluded).</summary>
    public int Below(int below) => (int)(Bits() % (ulong)below);

    /// <summary>Both ends included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    /// <summary>0 (included) to 1 (excluded).</summary>
    public double Share() => (Bits() >> 11) * (1d / (1UL << 53));

    public double Between(double from, double to) => from + ((to - from) * Share());

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        for (var i = all.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all;
    }
}
