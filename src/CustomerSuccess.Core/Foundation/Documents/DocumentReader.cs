using System.Runtime.CompilerServices;

namespace CustomerSuccess;

/// <summary>
/// Reads the properties of an object of a document. What is asked for is known; <see cref="Done"/> finds what is left over.
/// A property of the wrong kind is a mistake, and read as absent.
/// </summary>
internal sealed class DocumentReader
{
    private readonly DocumentNode _node;
    private readonly DocumentCheck _check;
    private readonly List<string> _known = [];

    private DocumentReader(DocumentNode node, DocumentCheck check) => (_node, _check) = (node, check);

    public DocumentNode Node => _node;

    public DocumentCheck Check => _check;

    /// <summary>A reader of an object; null where the value is none, which is then found.</summary>
    public static DocumentReader? Of(DocumentNode node, DocumentCheck check, string example)
    {
        if (node.Kind == DocumentKind.Object)
        {
            return new(node, check);
        }

        check.Add("DO004", node, $"Here stands {node.Words}, and an object is expected.", $"Write an object, for instance {example}.");
        return null;
    }

    /// <summary>The value of a property; null where there is none.</summary>
    public DocumentNode? Find(string name)
    {
        _known.Add(name);
        var found = _node.Find(name);
        if (found is not null)
        {
            found.IsAsked = true;
        }

        return found;
    }

    /// <summary>The value of a property that must be there.</summary>
    public DocumentNode? Required(string name, string cure)
    {
        var found = Find(name);
        if (found is null)
        {
            _check.Add("DO003", _node, $"'{name}' is missing.", cure);
        }

        return found;
    }

    public string? Text(string name) => TextOf(Find(name));

    public string? RequiredText(string name, string cure) => TextOf(Required(name, cure));

    public double? Number(string name) => Find(name) is { } node && Is(node, DocumentKind.Number, "a number such as 50") ? node.Number : null;

    public double Number(string name, double usual) => Number(name) ?? usual;

    public bool Flag(string name) => Find(name) is { } node && Is(node, DocumentKind.Flag, "true or false") && node.Flag;

    public bool? OptionalFlag(string name) => Find(name) is { } node && Is(node, DocumentKind.Flag, "true or false") ? node.Flag : null;

    /// <summary>A whole number; a mistake where it is none within the limits.</summary>
    public int? Whole(string name, int least, int most)
    {
        if (Number(name) is not { } number)
        {
            return null;
        }

        if (number >= least && number <= most && number == Math.Floor(number))
        {
            return (int)number;
        }

        _check.Add("DO004", _node.Find(name)!, $"{number} is no whole number from {least} to {most}.", "Write one.");
        return null;
    }

    /// <summary>One of the words that an enumeration has, written with a small letter: <c>lessIsBetter</c>.</summary>
    public TEnum? Word<TEnum>(string name)
        where TEnum : struct, Enum => Find(name) is { } node && Is(node, DocumentKind.Text, "a text") ? WordOf<TEnum>(node) : null;

    public TEnum? WordOf<TEnum>(DocumentNode node)
        where TEnum : struct, Enum
    {
        if (DocumentWords.Find<TEnum>(node.Text) is { } value)
        {
            return value;
        }

        _check.Add("DO004", node, $"'{node.Text}' is none of the words that may stand here.", Suggestion.For(node.Text, DocumentWords.All<TEnum>()));
        return null;
    }

    /// <summary>A time span: <c>30 days</c>, <c>12 hours</c>.</summary>
    public TimeSpan? Span(string name) => Find(name) is { } node ? SpanOf(node) : null;

    public TimeSpan? SpanOf(DocumentNode node)
    {
        if (!Is(node, DocumentKind.Text, "a time span such as \"30 days\""))
        {
            return null;
        }

        if (DocumentSpan.TryParse(node.Text, out var span))
        {
            return span;
        }

        _check.Add("DO004", node, $"'{node.Text}' is no time span.", "Write \"30 days\", \"12 hours\" or \"45 minutes\".");
        return null;
    }

    /// <summary>The parts of a list; nothing where it is absent.</summary>
    public IReadOnlyList<DocumentNode> List(string name) => Find(name) is { } node && Is(node, DocumentKind.List, "a list: [ … ]") ? node.Parts : [];

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. List(name).Select(TextOf).OfType<string>()];

    /// <summary>The properties of an object whose names are the host's.</summary>
    public IReadOnlyList<DocumentNode> Named(string name) => Find(name) is { } node && Is(node, DocumentKind.Object, "an object: { … }") ? node.Parts : [];

    /// <summary>A reader of an object within; null where it is absent or none.</summary>
    public DocumentReader? Object(string name, string example) => Find(name) is { } node ? Of(node, _check, example) : null;

    public string? TextOf(DocumentNode? node) => node is not null && Is(node, DocumentKind.Text, "a text") ? node.Text : null;

    public double? NumberOf(DocumentNode node) => Is(node, DocumentKind.Number, "a number such as 50") ? node.Number : null;

    public bool Is(DocumentNode node, DocumentKind kind, string expected)
    {
        if (node.Kind == kind)
        {
            return true;
        }

        _check.Add("DO004", node, $"Here stands {node.Words}, and {expected} is expected.", $"Write {expected}.");
        return false;
    }

    /// <summary>Finds properties that nothing asked for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Done()
    {
        foreach (var part in _node.Parts)
        {
            if (!part.IsAsked)
            {
                _check.AddName("DO002", part, $"There is no property '{part.Name}' here.", Suggestion.For(part.Name!, _known));
            }
        }
    }
}
