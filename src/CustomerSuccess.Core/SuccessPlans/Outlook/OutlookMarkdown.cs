using System.Text;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Writes an outlook as Markdown.</summary>
internal static class OutlookMarkdown
{
    private const string Marks = "\\`*_{}[]()<>#+-.!|~&";

    public static string Of(PlanOutlook outlook, OutlookFormat format)
    {
        var text = new StringBuilder().Append("# ").Append(Escaped(format.Title)).Append("\n\n").Append(Escaped($"As of {format.Date(outlook.AsOf)}.")).Append('\n');
        Section(text, outlook, format, "Still open", outlook.StillOpen);
        foreach (var period in outlook.Periods)
        {
            Section(text, outlook, format, format.Heading(period), period.Entries);
        }

        if (outlook.Asks.Count > 0)
        {
            text.Append("\n## What we will ask you for\n\n");
            foreach (var ask in outlook.Asks)
            {
                text.Append("- ").Append(Escaped(format.Ask(ask, outlook.AsOf))).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, PlanOutlook outlook, OutlookFormat format, string heading, IReadOnlyList<OutlookEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        text.Append("\n## ").Append(Escaped(heading)).Append("\n\n| when | what | who | waits for | then |\n|---|---|---|---|---|\n");
        foreach (var row in entries.Select(e => OutlookRow.Of(outlook, e, format)))
        {
            var what = row.IsMilestone ? $"**{Escaped(row.What)}**" : Escaped(row.What);
            text.Append("| ").AppendJoin(" | ", Escaped(row.When), what, Escaped(row.Who), Escaped(row.WaitsFor), Escaped(row.Then)).Append(" |\n");
        }
    }

    // A mark stands for itself behind a backslash; a hyphen, dot or bracket within a word is none.
    private static string Escaped(string plain)
    {
        var text = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
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

/// <summary>The cells of a row, as plain text.</summary>
internal sealed record OutlookRow(string When, string What, string Who, string WaitsFor, string Then, bool IsMilestone)
{
    public static OutlookRow Of(PlanOutlook outlook, OutlookEntry entry, OutlookFormat format) => new(
        format.When(entry),
        entry.IsKnown ? entry.Title : $"{entry.Title} (to be confirmed)",
        format.Who(entry),
        string.Join(", ", entry.WaitsFor.Select(id => outlook.Titles[id])),
        string.Join(", ", entry.Then.Select(id => outlook.Titles[id])),
        entry.IsMilestone);
}
