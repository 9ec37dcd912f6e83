using System.Text.Json.Nodes;
using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>
/// One rule of the documents, and the same if it had waited longer, run over the history of the quarter with a store of its own: nothing is sent, and
/// what is known of each day is what is known at the end.
/// </summary>
internal sealed class QuarterReplay
{
    /// <summary>How much longer the other version waits.</summary>
    public const int LongerDays = 7;

    private QuarterReplay(Rule rule, IReadOnlyList<InterventionCase> cases, IReadOnlyList<InterventionCase> later) => (Rule, Cases, LaterCases) = (rule, cases, later);

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>Its cases as it is.</summary>
    public IReadOnlyList<InterventionCase> Cases { get; }

    /// <summary>The cases of the one that waits longer.</summary>
    public IReadOnlyList<InterventionCase> LaterCases { get; }

    /// <summary>The customers that only the rule as it is opens a case for.</summary>
    public int Spared => Cases.Select(c => c.CustomerId).Except(LaterCases.Select(c => c.CustomerId), StringComparer.Ordinal).Count();

    /// <summary>The cases that ended well before anybody would have been touched by the version that waits.</summary>
    public int ResolvedMeanwhile => Cases.Count(c => c.Closed is { Outcome: CaseOutcome.Succeeded or CaseOutcome.Cleared } closed && closed.At - c.FiredAt < TimeSpan.FromDays(LongerDays));

    /// <summary>Replays the rule of a condition that opened the most cases; null where none opened any.</summary>
    public static async Task<QuarterReplay?> OfAsync(CustomerConfiguration configuration, CustomerHealth health, IReadOnlyList<RuleTally> rules, QuarterCalendar calendar)
    {
        if (rules.Where(r => r.Rule.Content.Trigger is ConditionTrigger && r.Cases.Count > 0).MaxBy(r => r.Cases.Count)?.Rule is not { } rule)
            return null;
        return new(
            rule,
            await CasesAsync(health, rule, calendar).ConfigureAwait(false),
            await CasesAsync(health, Later(rule, configuration), calendar).ConfigureAwait(false));
    }

    // The document of the rule, with another time for which the condition has to hold.
    private static Rule Later(Rule rule, CustomerConfiguration configuration)
    {
        var document = JsonNode.Parse(RuleDocument.Write(rule))!;
        var days = ((ConditionTrigger)rule.Content.Trigger).For.TotalDays + LongerDays;
        document["trigger"]!["for"] = FormattableString.Invariant($"{days} days");
        return RuleDocument.Read(new("later", document.ToJsonString()), configuration.Language);
    }

    private static async Task<IReadOnlyList<InterventionCase>> CasesAsync(CustomerHealth health, Rule rule, QuarterCalendar calendar)
    {
        var engine = CustomerInterventions.Of(health, RuleSet.Of([rule]));
        await engine.RunAsync(calendar.Cycle(0)).ConfigureAwait(false);
        var report = await engine.RunAsync(calendar.Last).ConfigureAwait(false);
        var cases = new List<InterventionCase>();
        foreach (var customer in report.Changes.Select(c => c.CustomerId))
            cases.AddRange(await engine.CasesAsync(customer).ConfigureAwait(false));
        return cases;
    }
}
