using System.Text;

namespace CustomerSuccess;

/// <summary>Rows of cells as lines of text, each column as wide as its widest cell.</summary>
internal static class TextColumns
{
    /// <summary>The lines, indented by two. Columns after the first are aligned to the right where <paramref name="right"/> says so.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<string[]> rows, params IReadOnlyList<int> right)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        var widths = Enumerable.Range(0, rows.Max(r => r.Length)).Select(i => rows.Max(r => i < r.Length ? r[i].Length : 0)).ToArray();
        foreach (var row in rows)
        {
            var text = new StringBuilder();
            for (var i = 0; i < row.Length; i++)
            {
                text.Append(i == 0 ? "  " : widths[i] == 0 ? "" : "   ").Append(right.Contains(i) ? row[i].PadLeft(widths[i]) : row[i].PadRight(widths[i]));
            }

            yield return text.ToString().TrimEnd();
        }
    }
}
