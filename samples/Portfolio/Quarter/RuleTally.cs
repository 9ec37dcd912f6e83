using CustomerSuccess.Interventions;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>What became of a rule in a quarter.</summary>
internal sealed class RuleTally
{
    private RuleTally(Rule rule, IReadOnlyList<InterventionCase> cases) => (Rule, Cases) = (rule, cases);

    public Rule Rule { get; }

    /// <summary>Its cases.</summary>
    public IReadOnlyList<InterventionCase> Cases { get; }

    public int Customers => Cases.Select(c => c.CustomerId).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The touches that were sent or done.</summary>
    public int Touches => Cases.Sum(c => c.Touches.Count(t => t.AttemptedAt is not null));

    public int Answered => Cases.Sum(c => c.Touches.Count(t => t.State == TouchState.Answered));

    public int Open => Cases.Count(c => c.IsOpen);

    public int Of(CaseOutcome outcome) => Cases.Count(c => c.Closed?.Outcome == outcome);

    /// <summary>Those that ended in another way than by success.</summary>
    public int Otherwise => Cases.Count - Open - Of(CaseOutcome.Succeeded);

    /// <summary>The rules, by name, with their cases.</summary>
    public static IReadOnlyList<RuleTally> Of(RuleSet rules, IEnumerable<InterventionCase> cases)
    {
        var byRule = cases.ToLookup(c => c.Key.Rule, StringComparer.Ordinal);
        return [.. rules.Rules.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => new RuleTally(r, [.. byRule[r.Name]]))];
    }
}
