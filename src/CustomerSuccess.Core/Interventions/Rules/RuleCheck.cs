namespace CustomerSuccess.Interventions;

/// <summary>Finds the mistakes of a rule.</summary>
internal static class RuleCheck
{
    public static void Run(string name, RuleContent content, DiagnosticList found)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            found.Add("IN001", "rule", $"A rule has no name.", "Name it: Rule.Of(\"no login\", …).");
        }

        foreach (var (what, text) in new[] { ("reason", content.Purpose.Reason), ("agenda", content.Purpose.Agenda), ("expectedResult", content.Purpose.ExpectedResult) })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                found.Add("IN002", $"{name}/purpose", $"The rule '{name}' touches people without {what}.", "Say why, what is to be spoken of, and what is expected: nobody is touched to check in.", what);
            }
        }
    }
}

/// <summary>Finds the mistakes of rules and policy together.</summary>
internal static class PolicyCheck
{
    public static void Run(IReadOnlyList<Rule> rules, InterventionPolicy policy, DiagnosticList found)
    {
        foreach (var twice in rules.GroupBy(r => r.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            found.Add("IN003", twice.Key, $"{twice.Count()} rules are named '{twice.Key}'.", "Name each rule once.");
        }

        foreach (var budget in policy.Budgets.Where(b => b.Touches < 0 || b.Within <= TimeSpan.Zero))
        {
            found.Add("IN004", "policy/budgets", $"A budget of {budget} is none.", "State 0 or more touches in a time above 0.");
        }
    }
}
