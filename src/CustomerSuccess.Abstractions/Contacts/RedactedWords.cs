using System.Text;

namespace CustomerSuccess.Contacts;

/// <summary>The words by which a person can be recognised.</summary>
internal sealed class RedactedWords
{
    private const int Shortest = 3;

    private readonly string[] _certain;
    private readonly string[] _all;

    public RedactedWords(string contactId, ContactDetails? details)
    {
        string[] certain = [.. (details?.Addresses.Values ?? []).Concat(details?.Name is { } name ? [name] : []).Concat(contactId.Contains('@', StringComparison.Ordinal) ? [contactId] : [])];
        var parts = details?.Name?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        (_certain, _all) = (Ordered(certain), Ordered([.. certain, .. parts.Append(contactId).Where(p => p.Length >= Shortest && p.Any(char.IsLetter))]));
    }

    private RedactedWords(string[] certain) => (_certain, _all) = (certain, certain);

    /// <summary>Only addresses and the whole name: what can be nobody else's.</summary>
    public RedactedWords Certain => new(_certain);

    /// <summary>A text without the id, the addresses, the name and its parts of three letters or more, whatever their case.</summary>
    public string Without(string text, string instead) => Replace(text, _all, instead);

    /// <summary>An id without addresses and the whole name: an id of its own may well be like a part of a name.</summary>
    public string IdWithout(string id, string instead) => Replace(id, _certain, instead);

    // Longer words first: a part never breaks up the whole.
    private static string[] Ordered(IEnumerable<string> words) =>
        [.. words.Select(w => w.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];

    private static string Replace(string text, string[] words, string instead)
    {
        foreach (var word in words)
        {
            text = Replace(text, word, instead);
        }

        return text;
    }

    private static string Replace(string text, string word, string instead)
    {
        StringBuilder? built = null;
        var from = 0;
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at >= from && IsWhole(text, at, word.Length))
            {
                (built ??= new()).Append(text, from, at - from).Append(instead);
                from = at + word.Length;
            }
        }

        return built is null ? text : built.Append(text, from, text.Length - from).ToString();
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]))
        && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]) || !char.IsLetterOrDigit(text[at + length - 1]));
}
