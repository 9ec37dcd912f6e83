namespace CustomerSuccess.Interventions;

/// <summary>Keeps equal texts once, as long as there are not too many different ones. Not safe to use from several threads.</summary>
internal sealed class WordPool
{
    private const int Most = 10_000;

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public string Of(string words)
    {
        if (_words.TryGetValue(words, out var known))
        {
            return known;
        }

        return _words.Count < Most ? _words[words] = words : words;
    }
}
