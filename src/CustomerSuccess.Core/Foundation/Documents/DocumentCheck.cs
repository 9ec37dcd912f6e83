using System.Globalization;

namespace CustomerSuccess;

/// <summary>Collects the mistakes of documents, each with document, path, line and column. Texts are in the invariant culture.</summary>
internal sealed class DocumentCheck
{
    private readonly List<(int Order, int Offset, Diagnostic Diagnostic)> _all = [];
    private readonly HashSet<(int Order, int Offset)> _unread = [];
    private readonly HashSet<(int Order, int Offset, string Message)> _told = [];
    private int _documents;

    public int Count => _all.Count;

    /// <summary>The place of the next document among those that are read together.</summary>
    public int NextOrder() => _documents++;

    public void Add(string code, DocumentNode node, FormattableString message, string cure) =>
        Add(code, node.Source, node.Offset, node.Path, message, cure);

    /// <summary>A mistake of the name of a property rather than its value.</summary>
    public void AddName(string code, DocumentNode node, FormattableString message, string cure) =>
        Add(code, node.Source, node.NameOffset, node.Path, message, cure);

    public void Add(string code, DocumentSource source, int offset, FormattableString message, string cure) => Add(code, source, offset, "$", message, cure);

    public void Add(string code, DocumentSource source, int offset, string path, FormattableString message, string cure)
    {
        if (code == "DO004")
        {
            _unread.Add((source.Order, offset));
        }

        var (line, column) = source.At(offset);
        _all.Add((source.Order, offset, new Diagnostic(code, path, message.ToString(CultureInfo.InvariantCulture), cure)
        {
            Document = source.Document.Name,
            Line = line,
            Column = column,
        }));
    }

    /// <summary>A mistake that something else found, put at a place of a document. Of a value that could not be read it follows of that, and is none of its own.</summary>
    public void Add(Diagnostic found, DocumentNode node, string cure)
    {
        if (_unread.Contains((node.Source.Order, node.Offset)) || !_told.Add((node.Source.Order, node.Offset, found.Message)))
        {
            return;
        }

        var (line, column) = node.Source.At(node.Offset);
        _all.Add((node.Source.Order, node.Offset, new Diagnostic(found.Code, node.Path, found.Message, cure)
        {
            Document = node.Source.Document.Name,
            Line = line,
            Column = column,
        }));
    }

    /// <summary>The mistakes of an expression that stands in a text.</summary>
    public void AddExpression(ConfigurationException mistakes, DocumentNode text)
    {
        foreach (var mistake in mistakes.Diagnostics)
        {
            var offset = text.Source.Within(text.Offset, mistake.Line ?? 1, mistake.Column ?? 1);
            var (line, column) = text.Source.At(offset);
            _all.Add((text.Source.Order, offset, mistake.At(text, line, column)));
        }
    }

    /// <summary>A mistake of no document.</summary>
    public void Add(Diagnostic diagnostic) => _all.Add((int.MaxValue, 0, diagnostic));

    /// <summary>All of them, in the order in which they stand.</summary>
    public IReadOnlyList<Diagnostic> Found => [.. _all.OrderBy(d => d.Order).ThenBy(d => d.Offset).Select(d => d.Diagnostic)];

    public void ThrowIfAny()
    {
        if (_all.Count > 0)
        {
            throw new ConfigurationException(Found);
        }
    }
}

file static class DiagnosticPlaces
{
    public static Diagnostic At(this Diagnostic mistake, DocumentNode text, int line, int column) => new(mistake.Code, text.Path, mistake.Message, mistake.Cure)
    {
        Document = text.Source.Document.Name,
        Line = line,
        Column = column,
        Marked = mistake.Marked,
    };
}
