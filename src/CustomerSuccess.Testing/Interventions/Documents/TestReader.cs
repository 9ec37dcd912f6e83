using System.Globalization;

namespace CustomerSuccess.Testing;

/// <summary>Reads the properties of an object of a test's document. What is asked for is known; <see cref="Done"/> finds what is left over.</summary>
internal sealed class TestReader
{
    private static readonly string[] Instants = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly TestNode _node;
    private readonly string _document;
    private readonly TestMistakes _mistakes;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal) { "$schema", "comment" };

    private TestReader(TestNode node, string document, TestMistakes mistakes) => (_node, _document, _mistakes) = (node, document, mistakes);

    public TestNode Node => _node;

    public static TestReader? Of(TestNode node, string document, TestMistakes mistakes)
    {
        if (node.Kind == TestNodeKind.Object)
        {
            return new(node, document, mistakes);
        }

        mistakes.Add("DO004", document, node, $"Here stands {node.Words}, and an object is expected.", "Write an object: { … }.");
        return null;
    }

    /// <summary>The shortest step of what is repeated, in days.</summary>
    public const double ShortestStep = 1.0 / 86_400;

    public void Wrong(TestNode? node, string message, string cure) => _mistakes.Add("DO004", _document, node ?? _node, message, cure);

    public TestNode? Find(string name)
    {
        _known.Add(name);
        return _node.Find(name) is { Kind: not TestNodeKind.Null } found ? found : null;
    }

    public TestNode? Required(string name, string cure)
    {
        var found = Find(name);
        if (found is null)
        {
            _mistakes.Add("DO003", _document, _node, $"'{name}' is missing.", cure);
        }

        return found;
    }

    public string? Text(string name) => Find(name) is { } node ? TextOf(node) : null;

    public string? RequiredText(string name, string cure) => Required(name, cure) is { } node ? TextOf(node) : null;

    public double? Number(string name) => Find(name) is { } node && Is(node, TestNodeKind.Number, "a number") ? node.Number : null;

    public bool? Flag(string name) => Find(name) is { } node && Is(node, TestNodeKind.Flag, "true or false") ? node.Flag : null;

    public DateTimeOffset? Instant(string name) => Find(name) is { } node ? InstantOf(node) : null;

    public DateTimeOffset? RequiredInstant(string name) => Required(name, $"Write an instant: \"{name}\": \"2026-03-02\" or \"2026-03-02T09:30:00Z\".") is { } node ? InstantOf(node) : null;

    public DateTimeOffset? InstantOf(TestNode node)
    {
        if (!Is(node, TestNodeKind.Text, "an instant such as \"2026-03-02\""))
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(node.Text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return instant;
        }

        Wrong(node, $"'{node.Text}' is no instant.", "Write a day, which is its midnight UTC, or an instant: \"2026-03-02\", \"2026-03-02T09:30:00Z\".");
        return null;
    }

    /// <summary>One of the words of an enumeration, with a small letter.</summary>
    public TEnum? Word<TEnum>(string name)
        where TEnum : struct, Enum
    {
        if (Find(name) is not { } node || TextOf(node) is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (WordOf(value) == text)
            {
                return value;
            }
        }

        Wrong(node, $"'{text}' is none of the words that may stand here.", $"Write one of: {string.Join(", ", Enum.GetValues<TEnum>().Select(v => WordOf(v)))}.");
        return null;
    }

    public IReadOnlyList<TestNode> List(string name) => Find(name) is { } node && Is(node, TestNodeKind.List, "a list: [ … ]") ? node.Parts : [];

    public IReadOnlyList<string>? Texts(string name) => Find(name) is { } node && Is(node, TestNodeKind.List, "a list of texts") ? [.. node.Parts.Select(TextOf).OfType<string>()] : null;

    /// <summary>Each object of a list, read; those with mistakes are left out.</summary>
    public List<T> Each<T>(string name, Func<TestReader, T?> read)
        where T : class
    {
        var all = new List<T>();
        foreach (var node in List(name))
        {
            if (Of(node, _document, _mistakes) is not { } reader)
            {
                continue;
            }

            var before = _mistakes.Count;
            try
            {
                var made = read(reader);
                reader.Done();
                if (made is not null && _mistakes.Count == before)
                {
                    all.Add(made);
                }
            }
            catch (Exception e) when (e is ArgumentException or OverflowException)
            {
                // What the record itself refuses: its message names the thing.
                Wrong(node, e.Message, "Correct it here.");
            }
        }

        return all;
    }

    public TestReader? Object(string name) => Find(name) is { } node ? Of(node, _document, _mistakes) : null;

    public string? TextOf(TestNode node) => Is(node, TestNodeKind.Text, "a text") ? node.Text : null;

    public bool Is(TestNode node, TestNodeKind kind, string expected)
    {
        if (node.Kind == kind)
        {
            return true;
        }

        Wrong(node, $"Here stands {node.Words}, and {expected} is expected.", $"Write {expected}.");
        return false;
    }

    /// <summary>Finds properties that nothing asked for.</summary>
    public void Done()
    {
        foreach (var part in _node.Parts.Where(p => !_known.Contains(p.Name!)))
        {
            _mistakes.Add("DO002", _document, part, $"There is no property '{part.Name}' here.", $"Use one that is: {string.Join(", ", _known.Where(k => k != "$schema").Order(StringComparer.Ordinal))}.");
        }
    }

    public static string WordOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString() is { Length: > 0 } text ? char.ToLowerInvariant(text[0]) + text[1..] : "";
}
