using System.Text;

namespace CustomerSuccess.Proof;

/// <summary>A proof as Markdown.</summary>
internal static class MarkdownPage
{
    /// <summary>What Markdown or HTML would take for a mark; each is shown as it is with a backslash before it.</summary>
    private const string Marks = @"\`*_[]<>|#&~";

    public static string Write(ProofPage page)
    {
        var text = new StringBuilder();
        Paragraph(text, $"**{Escaped(page.Headline)}**");
        foreach (var fact in page.Facts)
        {
            Paragraph(text, Escaped(fact));
        }

        foreach (var table in page.Tables)
        {
            Row(text, table.Headers);
            Row(text, [.. table.Headers.Select((_, c) => c == 0 ? "---" : "---:")], marks: true);
            foreach (var row in table.Rows)
            {
                Row(text, row);
            }

            text.Append('\n');
        }

        List(text, "What it means", page.Sentences);
        List(text, "To know", page.Notes);
        return text.ToString().TrimEnd('\n');
    }

    private static void Row(StringBuilder text, string[] cells, bool marks = false) =>
        text.Append("| ").AppendJoin(" | ", marks ? cells : cells.Select(Escaped)).Append(" |\n");

    private static void List(StringBuilder text, string title, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
        {
            return;
        }

        Paragraph(text, $"**{title}**");
        foreach (var sentence in sentences)
        {
            text.Append("- ").Append(Escaped(sentence)).Append('\n');
        }

        text.Append('\n');
    }

    private static void Paragraph(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");

    private static string Escaped(string text) =>
        string.Concat(SafeText.Of(text).Select(c => Marks.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));
}
