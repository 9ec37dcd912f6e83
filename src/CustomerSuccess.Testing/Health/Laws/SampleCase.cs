using CustomerSuccess.Health;

namespace CustomerSuccess.Testing;

/// <summary>One customer to try a strategy on. Immutable.</summary>
internal sealed record SampleCase(WrittenFacts Facts, string? Segment, DateTimeOffset AsOf)
{
    /// <summary>A new context each time: a strategy may not go by which object it was handed.</summary>
    public HealthScoreContext Context(IFacts? facts = null) => new() { Facts = facts ?? Facts, AsOf = AsOf, Segment = Segment, CustomerId = "customer" };

    public SampleCase With(string name, FactValue value) => this with { Facts = Facts.Put(name, value) };

    /// <summary>The facts in words, without those that were not read.</summary>
    public string Words(IReadOnlyCollection<string> read)
    {
        var words = Facts.Names.Where(read.Contains).Select(n => Facts.Find(n)!.Words(n));
        var all = string.Join(", ", Segment is null ? words : words.Append($"segment '{Segment}'"));
        return all.Length == 0 ? "no facts" : all;
    }
}
