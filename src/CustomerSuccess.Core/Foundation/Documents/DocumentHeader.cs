namespace CustomerSuccess;

/// <summary>What every document begins with: its kind, the version of its format, its schema.</summary>
internal static class DocumentHeader
{
    private const int Format = 1;

    /// <summary>A reader of a document; null where the top is no object, or names no known kind, which is then found.</summary>
    public static (string Kind, DocumentReader Document)? Read(DocumentNode top, DocumentCheck check, params IReadOnlyCollection<string> kinds)
    {
        var example = $"{{ \"kind\": \"{kinds.First()}\", … }}";
        if (DocumentReader.Of(top, check, example) is not { } document)
        {
            return null;
        }

        document.Text("$schema");
        if (document.Number("format") is { } format && format != Format)
        {
            check.Add("DO007", top.Find("format")!, $"The document is written in format {format}, and this version reads format {Format}.", $"Write it in format {Format}, or use a version of the library that reads it.");
            return null;
        }

        if (document.RequiredText("kind", $"Say what it is: \"kind\": \"{kinds.First()}\".") is not { } kind)
        {
            return null;
        }

        if (kinds.Contains(kind))
        {
            return (kind, document);
        }

        check.Add("DO006", top.Find("kind")!, $"There is no kind of document '{kind}' here.", Suggestion.For(kind, kinds));
        return null;
    }
}
