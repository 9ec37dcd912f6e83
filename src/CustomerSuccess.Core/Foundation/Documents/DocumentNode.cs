using System.Globalization;

namespace CustomerSuccess;

/// <summary>What a value of a document is.</summary>
internal enum DocumentKind
{
    Object,
    List,
    Text,
    Number,
    Flag,
    Null,
}

/// <summary>A value of a document, and where it stands.</summary>
internal sealed class DocumentNode(DocumentSource source, DocumentNode? parent, DocumentKind kind, int offset)
{
    private List<DocumentNode>? _parts;

    public DocumentSource Source => source;

    public DocumentKind Kind => kind;

    /// <summary>The byte at which it starts in the UTF-8 text.</summary>
    public int Offset => offset;

    /// <summary>The property's name where it is one; null in a list.</summary>
    public string? Name { get; init; }

    /// <summary>The byte at which the property's name starts.</summary>
    public int NameOffset { get; init; }

    /// <summary>The place in a list.</summary>
    public int Index { get; init; }

    /// <summary>Of a text, what it says.</summary>
    public string Text { get; init; } = "";

    public double Number { get; init; }

    public bool Flag { get; init; }

    /// <summary>Whether something has asked for it: of an object's properties the others are unknown.</summary>
    public bool IsAsked { get; set; }

    /// <summary>Properties, in their order, or the parts of a list.</summary>
    public IReadOnlyList<DocumentNode> Parts => _parts ?? (IReadOnlyList<DocumentNode>)[];

    /// <summary>The path from the top: <c>$.measures[2].curve</c>.</summary>
    public string Path => parent is null ? "$" : Name is null
        ? string.Create(CultureInfo.InvariantCulture, $"{parent.Path}[{Index}]")
        : IsPlain(Name) ? $"{parent.Path}.{Name}" : $"{parent.Path}[{Fact.Quoted(Name)}]";

    /// <summary>What it is, in words.</summary>
    public string Words => kind switch
    {
        DocumentKind.Object => "an object",
        DocumentKind.List => "a list",
        DocumentKind.Text => "a text",
        DocumentKind.Number => "a number",
        DocumentKind.Flag => Flag ? "true" : "false",
        _ => "null",
    };

    public DocumentNode? Find(string name)
    {
        foreach (var part in Parts)
        {
            if (part.Name == name)
            {
                return part;
            }
        }

        return null;
    }

    public void Add(DocumentNode part) => (_parts ??= []).Add(part);

    private static bool IsPlain(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$') && !char.IsAsciiDigit(name[0]);
}
