using System.Text;

namespace CustomerSuccess.Proof;

/// <summary>A proof as text: columns by blanks.</summary>
internal static class TextPage
{
    public static string Write(ProofPage page)
    {
        var text = new StringBuilder();
        Line(text, page.Headline);
        foreach (var fact in page.Facts)
        {
            Line(text, fact);
        }

        foreach (var table in page.Tables)
        {
            Line(text, "");
            Table(text, table);
        }

        List(text, "What it means", page.Sentences);
        List(text, "To know", page.Notes);
        return text.ToString().TrimEnd('\n');
    }

    private static void Table(StringBuilder text, ProofTable table)
    {
        string[][] rows = [table.Headers, .. table.Rows.Select(r => r.Select(SafeText.Of).ToArray())];
        var widths = Enumerable.Range(0, table.Headers.Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]));
            Line(text, string.Join("  ", cells).TrimEnd());
        }
    }

    private static void List(StringBuilder text, string title, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
        {
            return;
        }

        Line(text, "");
        Line(text, title);
        foreach (var sentence in sentences)
        {
            Line(text, "  " + sentence);
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(SafeText.Of(line)).Append('\n');
}
