using System.Text;

namespace CustomerSuccess;

/// <summary>The JSON Schemas (draft 2020-12) of documents, as they are published: for editors, and for hosts that check documents elsewhere.</summary>
public static class DocumentSchemas
{
    private const string Prefix = "CustomerSuccess.Schemas.";
    private const string Suffix = ".schema.json";

    /// <summary>The kinds of documents, in ordinal order.</summary>
    public static IReadOnlyList<string> Kinds { get; } = Array.AsReadOnly([.. typeof(DocumentSchemas).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Suffix, StringComparison.Ordinal))
        .Select(n => n[Prefix.Length..^Suffix.Length])
        .Order(StringComparer.Ordinal)]);

    /// <summary>The schema of a kind of document, as JSON.</summary>
    /// <param name="kind">The kind: <c>scorecard</c>, <c>segments</c>, …</param>
    /// <exception cref="ArgumentException">There is no such kind; the message suggests the nearest.</exception>
    public static string Of(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (!Kinds.Contains(kind, StringComparer.Ordinal))
        {
            throw new ArgumentException($"There is no kind of document '{kind}'. {Suggestion.For(kind, Kinds)}", nameof(kind));
        }

        using var stream = typeof(DocumentSchemas).Assembly.GetManifestResourceStream($"{Prefix}{kind}{Suffix}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
