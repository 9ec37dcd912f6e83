using System.Text.Json.Nodes;
using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>A rule of the documents as it is, and the same if it waited longer, both replayed over the quarter: nothing is sent.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Comparison">What the two would have done.</param>
internal sealed record QuarterReplay(Rule Rule, ReplayComparison Comparison)
{
    /// <summary>How much longer the other version waits.</summary>
    public const int LongerDays = 7;

    /// <summary>How many cases of the rule as it is ended well before anyone was touched.</summary>
    public int ResolvedAlone => Comparison.Before.Rules.Sum(r => r.ResolvedAlone);

    /// <summary>The customers for whom only the rule as it is opens a case.</summary>
    public int Spared => Comparison.Before.Cases.Select(c => c.CustomerId).Except(Comparison.After.Cases.Select(c => c.CustomerId), StringComparer.Ordinal).Count();

    /// <summary>Replays the rule of a condition that opened the most cases; null where none opened any.</summary>
    public static async Task<QuarterReplay?> OfAsync(CustomerConfiguration configuration, CustomerHealth health, IReadOnlyList<RuleTally> rules, QuarterCalendar calendar)
    {
        if (rules.Where(r => r.Rule.Content.Trigger is ConditionTrigger && r.Cases.Count > 0).MaxBy(r => r.Cases.Count)?.Rule is not { } rule)
            return null;
        var options = new ReplayOptions { Cycles = ReplayCycles.OnGrid };
        RuleSet Only(Rule one) => RuleSet.Of([one], new() { Budgets = configuration.Rules.Policy.Budgets, Calendar = configuration.Rules.Policy.Calendar });
        return new(rule, await CustomerSuccess.Interventions.Replay.CompareAsync(health, Only(rule), Only(Later(rule, configuration)), calendar.From, calendar.Last, options).ConfigureAwait(false));
    }

    // The document of the rule, with another time for which the condition has to hold.
    private static Rule Later(Rule rule, CustomerConfiguration configuration)
    {
        var document = JsonNode.Parse(RuleDocument.Write(rule))!;
        var days = ((ConditionTrigger)rule.Content.Trigger).For.TotalDays + LongerDays;
        document["trigger"]!["for"] = FormattableString.Invariant($"{days} days");
        return RuleDocument.Read(new("later", document.ToJsonString()), configuration.Language);
    }
}
