using System.Globalization;
using System.Text;

namespace CustomerSuccess.Interventions;

/// <summary>Writes digests as Markdown.</summary>
internal static class DigestMarkdown
{
    // What is a mark wherever it stands; a colon, a dot and an at sign make links of bare addresses.
    private const string Marks = "\\`*_[]<>#|~&@";

    public static string Of(InterventionDigest digest)
    {
        var text = new StringBuilder();
        text.Append("# Digest of ").Append(Escaped(digest.OwnerId ?? "nobody")).Append(", ").Append(NumberText.Instant(digest.From)).Append(" to ").Append(NumberText.Instant(digest.To)).Append('\n');
        if (digest.IsEmpty)
        {
            text.Append("\nNothing happened, and nothing waits.\n");
        }

        Section(text, "Waiting for you", digest.Waiting);
        Section(text, "Opened", digest.Opened);
        Section(text, "Sent", digest.Sent);
        Section(text, "Answered", digest.Answered);
        Section(text, "Closed", digest.Closed);
        Section(text, "Held back", digest.HeldBack);
        return text.ToString().TrimEnd('\n');
    }

    private static void Section(StringBuilder text, string heading, IReadOnlyList<DigestEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## {heading} ({entries.Count})\n\n");
        foreach (var entry in entries)
        {
            text.Append("- **").Append(Escaped(entry.CustomerId)).Append("**, ").Append(Escaped(entry.Case.Rule)).Append(": ").Append(Escaped(entry.What)).Append(" (").Append(NumberText.Instant(entry.At)).Append(")\n");
        }
    }

    internal static string Escaped(string plain)
    {
        var text = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                // A line that ends, or a text that runs the other way, would be a mark too.
                text.Append(' ');
                continue;
            }

            _ = Marks.Contains(c, StringComparison.Ordinal) || IsOfAddress(plain, i) ? text.Append('\\').Append(c) : text.Append(c);
        }

        return text.ToString().Trim() is { Length: > 0 } shown ? shown : "?";
    }

    private static bool IsOfAddress(string plain, int at) =>
        (plain[at] == ':' && at + 1 < plain.Length && plain[at + 1] == '/')
        || (plain[at] == '.' && at >= 3 && plain.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase))
        || (plain[at] == '!' && at + 1 < plain.Length && plain[at + 1] == '[');
}
