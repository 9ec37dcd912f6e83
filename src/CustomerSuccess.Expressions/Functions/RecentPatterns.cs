using System.Collections.Concurrent;

namespace CustomerSuccess.Expressions;

/// <summary>A pattern that was read, or why it is none.</summary>
internal readonly record struct KnownPattern(Re2Pattern? Pattern, CelValue Refusal);

/// <summary>
/// The patterns that were used last: at least 250 and at most 500 of them, fewer where they are large, and at most about 32 MB of them beside
/// the 256 KB that the states of each may take. Safe to use from several threads, of which two may make the same pattern at the same time.
/// </summary>
internal sealed class RecentPatterns(Func<string, KnownPattern> make)
{
    private const int MostPatterns = 250;
    private const int MostOctets = 16 * 1024 * 1024;
    private const int OctetsOfEntry = 200;

    private Generation _young = new();
    private Generation _old = new();

    public KnownPattern Find(string pattern)
    {
        var young = Volatile.Read(ref _young);
        if (young.Patterns.TryGetValue(pattern, out var known))
        {
            return known;
        }

        if (!Volatile.Read(ref _old).Patterns.TryGetValue(pattern, out known))
        {
            known = make(pattern);
        }

        if (young.Patterns.TryAdd(pattern, known) && young.IsFull(OctetsOfEntry + (pattern.Length * 2) + (known.Pattern?.Octets ?? 0))
            && Interlocked.CompareExchange(ref _young, new(), young) == young)
        {
            Volatile.Write(ref _old, young);
        }

        return known;
    }

    /// <summary>Patterns that were used since the generation began. The older generation is what was used before, and is forgotten with the next change.</summary>
    private sealed class Generation
    {
        private int _count;
        private long _octets;

        public ConcurrentDictionary<string, KnownPattern> Patterns { get; } = new(StringComparer.Ordinal);

        public bool IsFull(int octets) => Interlocked.Add(ref _octets, octets) >= MostOctets | Interlocked.Increment(ref _count) >= MostPatterns;
    }
}
