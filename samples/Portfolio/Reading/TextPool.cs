namespace CustomerSuccess.Portfolio.Reading;

/// <summary>One string for equal texts: a customer that stands in a file a hundred times is in memory once.</summary>
internal sealed class TextPool
{
    // Ids that never repeat need no pool, and a pool of them would keep them all in memory.
    private const int Most = 1 << 20;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public TextPool() => _bySpan = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> text)
    {
        if (_bySpan.TryGetValue(text, out var known))
            return known;
        var made = text.ToString();
        if (_texts.Count < Most)
            _texts.Add(made);
        return made;
    }
}
