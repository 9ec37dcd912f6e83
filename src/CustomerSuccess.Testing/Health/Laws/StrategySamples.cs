namespace CustomerSuccess.Testing;

/// <summary>
/// Which facts to try a strategy on, and what it declares of itself. A fact that it reads and that is not named here is
/// found and tried by itself: numbers from 0 to 100, the texts <c>a</c> and <c>b</c>, ages up to a year. Not safe to use
/// from several threads.
/// </summary>
public sealed class StrategySamples
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly SortedDictionary<string, FactRange> _facts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, bool> _rising = new(StringComparer.Ordinal);
    private readonly List<string> _segments = [];

    internal StrategySamples()
    {
    }

    internal IReadOnlyDictionary<string, FactRange> Facts => _facts;

    internal IReadOnlyDictionary<string, bool> Rising => _rising;

    internal IReadOnlyList<string> SegmentNames => _segments;

    internal int CaseCount { get; private set; } = 200;

    internal int SeedNumber { get; private set; } = 1;

    internal DateTimeOffset Instant { get; private set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A number from <paramref name="minimum"/> to <paramref name="maximum"/>, both included.</summary>
    /// <param name="name">The fact. Not empty.</param>
    /// <param name="minimum">The least it can be; finite.</param>
    /// <param name="maximum">The most it can be; finite, not below the minimum.</param>
    /// <param name="wholeNumbers">Whether it is always a whole number.</param>
    /// <exception cref="ArgumentException">The range is empty or infinite.</exception>
    public StrategySamples Number(string name, double minimum = 0, double maximum = 100, bool wholeNumbers = false)
    {
        if (!(double.IsFinite(minimum) && double.IsFinite(maximum) && minimum <= maximum))
        {
            throw new ArgumentException($"'{name}' has no finite range. State its least, then its most.", nameof(maximum));
        }

        return Put(name, new() { Type = FactType.Number, Minimum = minimum, Maximum = maximum, WholeNumbers = wholeNumbers });
    }

    /// <summary>A yes or no.</summary>
    public StrategySamples Flag(string name) => Put(name, new() { Type = FactType.Flag });

    /// <summary>One of the texts.</summary>
    public StrategySamples Text(string name, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Put(name, new() { Type = FactType.Text, Texts = values.Length == 0 ? ["a", "b"] : [.. values] });
    }

    /// <summary>The score never falls when that number rises, or that no turns into a yes, all else and all that is missing being the same.</summary>
    public StrategySamples RaisesWith(string name) => Moves(name, true);

    /// <summary>The score never rises when that number rises, or that no turns into a yes, all else and all that is missing being the same.</summary>
    public StrategySamples FallsWith(string name) => Moves(name, false);

    /// <summary>The segments of the customers; without any, customers have none.</summary>
    public StrategySamples Segments(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _segments.AddRange(names);
        return this;
    }

    /// <summary>How many customers to try, at least 1: 200 unless stated.</summary>
    public StrategySamples Cases(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        CaseCount = count;
        return this;
    }

    /// <summary>The seed: the same seed tries the same customers. 1 unless stated.</summary>
    public StrategySamples Seed(int seed)
    {
        SeedNumber = seed;
        return this;
    }

    /// <summary>The instant as of which everything is scored: the start of 2026, UTC, unless stated.</summary>
    public StrategySamples AsOf(DateTimeOffset instant)
    {
        Instant = instant;
        return this;
    }

    /// <summary>Adds what a strategy was seen to read. True where that is news.</summary>
    internal bool Discover(string name, FactType? type)
    {
        if (!_facts.TryGetValue(name, out var known))
        {
            Put(name, new() { Type = type ?? FactType.Number, Guessed = type is null, Aged = type is null ? Year : null, Texts = ["a", "b"], Maximum = 100 });
            return true;
        }

        if (type is null ? known.Aged is not null : !(known.Guessed && known.Type != type))
        {
            return false;
        }

        Put(name, type is null ? known with { Aged = Year } : known with { Type = type.Value, Guessed = false });
        return true;
    }

    private StrategySamples Moves(string name, bool rising)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rising[name] = rising;
        return this;
    }

    private StrategySamples Put(string name, FactRange range)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _facts[name] = range;
        return this;
    }
}

/// <summary>What a fact can be. Immutable.</summary>
internal sealed record FactRange
{
    public required FactType Type { get; init; }

    public double Minimum { get; init; }

    public double Maximum { get; init; }

    public bool WholeNumbers { get; init; }

    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The greatest age; null where the strategy does not read it.</summary>
    public TimeSpan? Aged { get; init; }

    /// <summary>True where only an age was read so far, so that the type is a guess.</summary>
    public bool Guessed { get; init; }
}
