using System.Globalization;
using System.Text;

namespace CustomerSuccess.Interventions;

/// <summary>Says a replay in words.</summary>
internal static class ReplayText
{
    public static string Of(ReplayReport report)
    {
        var text = new StringBuilder();
        Line(text, $"{report}");
        Line(text, $"  cycles: {report.CycleCount}, {(report.Cycles == ReplayCycles.OnGrid ? "on the grid" : "at each instant at which anything was due")}; not those of life");
        foreach (var rule in report.Rules)
        {
            Line(text, $"  {rule.Rule}: {Counted(rule.Cases, "case")} at {Counted(rule.Customers, "customer")}, {Counted(rule.Touches, "touch", "touches")}{Outcomes(rule)}");
            if (rule.ResolvedAloneShare is { } alone)
            {
                Line(text, $"    resolved by themselves: {rule.ResolvedAlone}, {NumberText.Of(Math.Round(100 * alone, 1), "%")}");
            }

            foreach (var hold in report.HeldBack.Where(h => h.Rule == rule.Rule))
            {
                Line(text, $"    held back, {hold.Reason}: {string.Join(", ", new[] { hold.Occurrences > 0 ? Counted(hold.Occurrences, "occurrence") : null, hold.Touches > 0 ? Counted(hold.Touches, "touch", "touches") : null }.OfType<string>())}");
            }
        }

        Counts(text, "per week", report.TouchesPerWeek);
        Counts(text, "per owner", report.TouchesPerOwner);
        Counts(text, "per channel", report.TouchesPerChannel);
        if (report.TouchesPerCustomer is { Count: > 0 } customers)
        {
            var most = customers.OrderByDescending(c => c.Touches).ThenBy(c => c.Name, StringComparer.Ordinal).First();
            Line(text, $"  per customer: {customers.Count} touched, {most.Name} most often: {most.Touches}");
        }

        foreach (var overlap in report.Overlaps)
        {
            Line(text, $"  {overlap.Rule} meets {overlap.Other}: both open at {Counted(overlap.Customers, "customer")}, {overlap.NearTouches} of {Counted(overlap.Touches, "touch", "touches")} close to its touches");
        }

        if (report.Undone.Count > 0)
        {
            Line(text, $"  no time for {Counted(report.Undone.Count, "touch", "touches")} by people");
        }

        foreach (var problem in report.Problems)
        {
            Line(text, $"  failed: {problem}");
        }

        return text.ToString().TrimEnd('\n');
    }

    public static string Counted(int count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? $"{one}s")}");

    private static string Outcomes(ReplayRule rule)
    {
        var all = rule.Outcomes.OrderBy(o => o.Key).Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Value} {o.Key}")).ToList();
        if (rule.Open > 0)
        {
            all.Add(string.Create(CultureInfo.InvariantCulture, $"{rule.Open} open"));
        }

        return all.Count == 0 ? "" : $"; {string.Join(", ", all)}";
    }

    private static void Counts(StringBuilder text, string what, IReadOnlyList<ReplayCount> counts)
    {
        if (counts.Count > 0)
        {
            Line(text, $"  {what}: {string.Join(", ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} {c.Touches}")))}");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
