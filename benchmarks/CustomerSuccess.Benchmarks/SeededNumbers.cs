namespace CustomerSuccess.Benchmarks;

/// <summary>Numbers in [0, 1) that are the same on every machine: SplitMix64 (Steele, Lea, Flood, 2014).</summary>
internal sealed class SeededNumbers(ulong seed)
{
    private ulong _state = seed;

    public double Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
