using System.Text;

namespace CustomerSuccess.Expressions;

/// <summary>The text of an expression, and where in it something stands.</summary>
internal sealed class CelSource(string text)
{
    private const int LongestShown = 120;
    private const int ShownBefore = 60;

    public string Text => text;

    /// <summary>Line and column, from 1; columns in code points.</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var before = text.AsSpan(0, offset);
        var start = before.LastIndexOf('\n') + 1;
        return (before.Count('\n') + 1, CodePoints(before[start..]) + 1);
    }

    /// <summary>The line with carets below: of a long line the part around the place.</summary>
    public string Marked(int start, int end)
    {
        start = Math.Clamp(start, 0, text.Length);
        var first = text.AsSpan(0, start).LastIndexOf('\n') + 1;
        var rest = text.AsSpan(start).IndexOf('\n');
        var last = rest < 0 ? text.Length : start + rest;
        var from = last - first > LongestShown ? Math.Max(first, start - ShownBefore) : first;
        var to = Math.Min(last, from + LongestShown);
        var line = new StringBuilder("  ");
        foreach (var unit in text.AsSpan(from, Math.Max(0, to - from)))
        {
            line.Append(char.IsControl(unit) ? ' ' : unit);
        }

        var shown = Math.Min(start, to);
        var carets = Math.Max(1, CodePoints(text.AsSpan(shown, Math.Max(0, Math.Min(end, to) - shown))));
        return $"{line}\n  {new string(' ', CodePoints(text.AsSpan(from, shown - from)))}{new string('^', carets)}";
    }

    private static int CodePoints(ReadOnlySpan<char> units)
    {
        var count = 0;
        foreach (var unit in units)
        {
            count += char.IsLowSurrogate(unit) ? 0 : 1;
        }

        return count;
    }
}
