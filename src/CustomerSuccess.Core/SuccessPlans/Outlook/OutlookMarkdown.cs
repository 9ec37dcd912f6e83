using System.Text;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Writes an outlook as Markdown.</summary>
internal static class OutlookMarkdown
{
    public static string Of(PlanOutlook outlook, OutlookFormat format)
    {
        var text = new StringBuilder().Append("# ").Append(MarkdownText.Escaped(format.Title)).Append("\n\n").Append(MarkdownText.Escaped($"As of {format.Date(outlook.AsOf)}.")).Append('\n');
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
                text.Append("- ").Append(MarkdownText.Escaped(format.Ask(ask, outlook.AsOf))).Append('\n');
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

        text.Append("\n## ").Append(MarkdownText.Escaped(heading)).Append("\n\n| when | what | who | waits for | then |\n|---|---|---|---|---|\n");
        foreach (var row in entries.Select(e => OutlookRow.Of(outlook, e, format)))
        {
            var what = row.IsMilestone ? $"**{MarkdownText.Escaped(row.What)}**" : MarkdownText.Escaped(row.What);
            text.Append("| ").AppendJoin(" | ", MarkdownText.Escaped(row.When), what, MarkdownText.Escaped(row.Who), MarkdownText.Escaped(row.WaitsFor), MarkdownText.Escaped(row.Then)).Append(" |\n");
        }
    }
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
