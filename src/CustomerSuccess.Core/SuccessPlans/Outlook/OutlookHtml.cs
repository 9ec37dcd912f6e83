using System.Net;
using System.Text;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Writes an outlook as one page of HTML for a mail.</summary>
internal static class OutlookHtml
{
    private const string Cell = "padding:4px 10px 4px 0;border-bottom:1px solid #ddd;text-align:left;vertical-align:top";

    public static string Of(PlanOutlook outlook, OutlookFormat format)
    {
        var language = format.Culture is { Name.Length: > 0 } culture ? culture.Name : "en";
        var text = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").Append(Escaped(language)).Append("\">\n<head><meta charset=\"utf-8\"><title>").Append(Escaped(format.Title)).Append("</title></head>\n")
            .Append("<body style=\"font-family:sans-serif;font-size:14px;color:#222;max-width:760px;margin:0 auto;padding:16px\">\n<h1 style=\"font-size:22px\">").Append(Escaped(format.Title)).Append("</h1>\n<p>")
            .Append(Escaped($"As of {format.Date(outlook.AsOf)}.")).Append("</p>\n");
        Section(text, outlook, format, "Still open", outlook.StillOpen);
        foreach (var period in outlook.Periods)
        {
            Section(text, outlook, format, format.Heading(period), period.Entries);
        }

        if (outlook.Asks.Count > 0)
        {
            Heading(text, "What we will ask you for");
            text.Append("<ul>\n");
            foreach (var ask in outlook.Asks)
            {
                text.Append("<li>").Append(Escaped(format.Ask(ask, outlook.AsOf))).Append("</li>\n");
            }

            text.Append("</ul>\n");
        }

        return text.Append("</body>\n</html>\n").ToString();
    }

    private static void Section(StringBuilder text, PlanOutlook outlook, OutlookFormat format, string heading, IReadOnlyList<OutlookEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        Heading(text, heading);
        text.Append("<table style=\"border-collapse:collapse;width:100%\">\n<tr>");
        foreach (var name in (ReadOnlySpan<string>)["when", "what", "who", "waits for", "then"])
        {
            text.Append("<th style=\"").Append(Cell).Append("\">").Append(name).Append("</th>");
        }

        text.Append("</tr>\n");
        foreach (var row in entries.Select(e => OutlookRow.Of(outlook, e, format)))
        {
            var what = Escaped(row.What);
            text.Append("<tr>");
            foreach (var cell in (ReadOnlySpan<string>)[Escaped(row.When), row.IsMilestone ? $"<strong>{what}</strong>" : what, Escaped(row.Who), Escaped(row.WaitsFor), Escaped(row.Then)])
            {
                text.Append("<td style=\"").Append(Cell).Append("\">").Append(cell).Append("</td>");
            }

            text.Append("</tr>\n");
        }

        text.Append("</table>\n");
    }

    private static void Heading(StringBuilder text, string heading) => text.Append("<h2 style=\"font-size:17px\">").Append(Escaped(heading)).Append("</h2>\n");

    // Control characters are no HTML, whatever stands for them.
    private static string Escaped(string plain) => WebUtility.HtmlEncode(string.Create(plain.Length, plain, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = char.IsControl(from[i]) ? ' ' : from[i];
        }
    }));
}
