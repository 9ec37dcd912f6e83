using CustomerSuccess.Portfolio.Launching;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Writing;

/// <summary>Outlooks as the customer gets them, one page of HTML and one of Markdown for each of two days.</summary>
internal static class OutlookFiles
{
    private static readonly int[] Mailed = [0, 60];

    public static void Write(Launch launch, string folder, bool replace)
    {
        LaunchDay[] days = [.. launch.Days.Where(d => Mailed.Contains(d.Day))];
        using var files = new OutputFolder(folder, [.. days.SelectMany(d => (string[])[Name(d, "html"), Name(d, "md")])], replace);
        var format = new OutlookFormat { Customer = launch.Account.Account.Versions[0].Name! };
        foreach (var day in days)
        {
            var outlook = PlanOutlook.Of(day.State);
            files[Name(day, "html")].Write(outlook.ToHtml(format));
            files[Name(day, "md")].Write(outlook.ToMarkdown(format));
        }

        files.Finish();
    }

    private static string Name(LaunchDay day, string kind) => FormattableString.Invariant($"outlook-day-{day.Day}.{kind}");
}
