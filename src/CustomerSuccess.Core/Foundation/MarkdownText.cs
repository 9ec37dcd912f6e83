using System.Text;

namespace CustomerSuccess;

/// <summary>Plain text, whoever wrote it, as Markdown: a mark stands for itself behind a backslash.</summary>
internal static class MarkdownText
{
    private const string Marks = "\\`*_{}[]()<>#+-.!|~&";

    /// <summary>A text as Markdown that shows it as it is, on one line.</summary>
    public static string Escaped(string plain)
    {
        var text = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            // A hyphen, dot or bracket within a word is no mark.
            var isMark = Marks.Contains(c, StringComparison.Ordinal) && (c is not ('-' or '.' or '+' or '!' or '(' or ')') || IsMarkAt(plain, i));
            _ = isMark ? text.Append('\\').Append(c) : char.IsControl(c) || c is '\u2028' or '\u2029' ? text.Append(' ') : text.Append(c);
        }

        return text.ToString();
    }

    // At the beginning a list or a line; before a bracket a link's address or an image; after digits at the beginning a numbered list.
    private static bool IsMarkAt(string plain, int at) => plain[at] switch
    {
        '!' => at + 1 < plain.Length && plain[at + 1] == '[',
        '(' => at > 0 && plain[at - 1] == ']',
        '.' or ')' => at > 0 && plain.AsSpan(0, at).Trim().IndexOfAnyExceptInRange('0', '9') < 0,
        _ => plain.AsSpan(0, at).IsWhiteSpace(),
    };
}
