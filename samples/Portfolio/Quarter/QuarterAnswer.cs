using CustomerSuccess.Health;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>Why there is a case, and why there is none: what was read, and what was recorded.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Rule">The rule.</param>
/// <param name="At">As of when.</param>
/// <param name="Lines">The answer, for a person.</param>
internal sealed record QuarterAnswer(string Customer, string Rule, DateTimeOffset At, IReadOnlyList<string> Lines)
{
    /// <summary>Why a case is there: the condition as it stood when it fired, and what was done since.</summary>
    public static async Task<QuarterAnswer> WhyAsync(QuarterRun run, InterventionCase found)
    {
        var lines = new List<string> { $"It fired {Day(found.FiredAt)}: {found.Opened.Severity.ToString().ToLowerInvariant()}{(found.Opened.Segment is { } segment ? $", segment '{segment}'" : "")}." };
        if (run.Engine.Rules.Rules.First(r => r.Name == found.Key.Rule) is { Content: { Trigger: var trigger } content } && ((trigger as ConditionTrigger)?.When ?? content.Guard) is { } condition)
            lines.AddRange((await ExplainAsync(run.Health, found.CustomerId, condition, found.FiredAt).ConfigureAwait(false)).Explain().Split('\n'));
        lines.AddRange(found.Touches.Select(t => $"{t.Channel ?? "owner's choice"} to {t.Key.ContactId ?? "nobody in particular"}, {t.State.ToString().ToLowerInvariant()}{(t.AttemptedAt is { } at ? $" {Day(at)}" : "")}{(t.Because is { } because ? $": {because}" : "")}"));
        return new(found.CustomerId, found.Key.Rule, found.FiredAt, lines);
    }

    /// <summary>Why a customer has no case of a rule that looks at a condition: what it lacks.</summary>
    public static async Task<QuarterAnswer> WhyNotAsync(QuarterRun run, string customer, Rule rule, DateTimeOffset at) =>
        new(customer, rule.Name, at, (await ExplainAsync(run.Health, customer, ((ConditionTrigger)rule.Content.Trigger).When, at).ConfigureAwait(false)).Explain().Split('\n'));

    private static async Task<ConditionExplanation> ExplainAsync(CustomerHealth health, string customer, FactCondition condition, DateTimeOffset at)
    {
        var (facts, score) = (await health.FactsAsync(customer, new(at)).ConfigureAwait(false), await health.ScoreAsync(customer, at).ConfigureAwait(false));
        return ConditionExplainer.Explain(condition, score is null ? facts! : facts!.With(new HealthFacts(score)));
    }

    private static string Day(DateTimeOffset at) => $"on {Printing.Words.Day(at)}";
}
