namespace CustomerSuccess.Testing;

/// <summary>Numbers that look like chance and are none: the same seed gives the same ones on every machine. SplitMix64 (Steele, Lea, Flood, 2014).</summary>
internal sealed class SampleNumbers(ulong seed)
{
    private ulong _state = seed;

    public static SampleNumbers Of(int seed, int stream) => new(((ulong)(uint)seed << 32) | (uint)stream);

    public ulong Next()
    {
        var z = _state += 0x9E37_79B9_7F4A_7C15;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>From 0, included, to 1, excluded.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));
}
