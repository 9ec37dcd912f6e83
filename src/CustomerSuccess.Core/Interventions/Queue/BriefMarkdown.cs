using System.Globalization;
using System.Text;
using CustomerSuccess.Contacts;
using CustomerSuccess.Health;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Interventions;

/// <summary>Writes a brief as Markdown.</summary>
internal static class BriefMarkdown
{
    private const int MostLines = 3;

    public static string Of(WorkBrief brief)
    {
        var text = new StringBuilder().Append("# ").Append(MarkdownText.Escaped(brief.CustomerName)).Append("\n\n")
            .Append(MarkdownText.Escaped($"As of {NumberText.Instant(brief.AsOf)}. Last contact: {LastContact(brief)}.")).Append('\n');
        Section(text, "What changed since", brief.Changes.Select(c => c.ToString()), brief.LastContact.OrElse(null) is null ? "cannot be told without a last contact" : "nothing");
        var why = brief.OpenAccountabilities.IsKnown ? "nothing" : Unknown(brief.OpenAccountabilities.Causes);
        Section(text, "What we promised", brief.Promises.Select(p => p.ToString()), why);
        Section(text, "What the customer owes", brief.OpenAccountabilities.OrElse([]).Where(a => a.Party == PlanParty.Customer).Select(a => a.ToString()), why);
        Section(text, "Pace of the plan", brief.Pace.IsKnown ? brief.LateMilestones.Select(m => $"behind: {m}").Prepend(brief.Pace.Value.ToString()) : [], Unknown(brief.Pace.Causes));
        Section(text, "Health", Health(brief), "there is no score");
        Section(text, "Open issues", brief.OpenIssues.OrElse([]).Select(Issue), brief.OpenIssues.IsKnown ? "none" : Unknown(brief.OpenIssues.Causes));
        Section(text, "Last answer", brief.LastAnswer is { } answer ? [Answer(answer)] : [], brief.LastContact.IsKnown ? "none" : Unknown(brief.LastContact.Causes));
        return text.ToString();
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<string> lines, string otherwise)
    {
        text.Append("\n## ").Append(heading).Append("\n\n");
        foreach (var line in lines.DefaultIfEmpty(otherwise))
        {
            text.Append("- ").Append(MarkdownText.Escaped(line)).Append('\n');
        }
    }

    private static string LastContact(WorkBrief brief) => !brief.LastContact.IsKnown ? Unknown(brief.LastContact.Causes)
        : brief.LastContact.Value is not { } last ? "none"
        : $"{NumberText.Instant(last.OccurredAt)}{(last.Channel is { } channel ? $", {channel}" : "")}{(last.Outcome is { } outcome ? $" ({outcome})" : "")}";

    private static IEnumerable<string> Health(WorkBrief brief)
    {
        if (brief.Health is { } now)
        {
            yield return brief.HealthBefore is { } before ? $"score {Headline(now)}; at the last contact {Headline(before)}" : $"score {Headline(now)}";
            foreach (var line in (brief.HealthChange?.Lines ?? []).Where(l => l.Total != 0).Take(MostLines))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{line.Name}: {(line.Total > 0 ? "+" : "")}{NumberText.Of(line.Total)}");
            }
        }
    }

    private static string Headline(HealthScore score) => score.ToString().Replace("    ", ", ", StringComparison.Ordinal);

    private static string Issue(Issue issue) => $"{issue.Id}: {issue.Severity} since {NumberText.Instant(issue.OpenedAt)}{(issue.Plan is { } plan ? $", to do: {plan.Action}, due {NumberText.Instant(plan.DueAt)}" : ", without a plan")}";

    private static string Answer(Interaction answer) =>
        $"{NumberText.Instant(answer.OccurredAt)}{(answer.Channel is { } channel ? $" by {channel}" : "")}{(answer.ContactIds.Count > 0 ? $" from {string.Join(", ", answer.ContactIds)}" : "")}{(answer.Outcome is { } outcome ? $": {outcome}" : "")}{(answer.Note is { } note ? $": {note}" : "")}";

    private static string Unknown(IReadOnlyList<UnknownCause> causes) => $"not known: {string.Join("; ", causes)}";
}
