using CustomerSuccess.Interventions;

namespace CustomerSuccess.Testing;

/// <summary>Reads what a test expects.</summary>
internal static class ExpectationReader
{
    public static RuleTestExpectation Read(TestReader expect, RuleTestGiven given, RuleSet rules)
    {
        string[] ids = [.. given.Customers.Select(c => c.Id).Distinct(StringComparer.Ordinal)];
        var only = (Rule: rules.Rules.Count == 1 ? rules.Rules[0].Name : null, Customer: ids.Length == 1 ? ids[0] : null);
        string? Rule(TestReader one)
        {
            var name = one.Text("rule");
            if (name is not null && rules.Find(name) is null)
            {
                one.Wrong(one.Node.Find("rule"), $"No rule is named '{name}'.", $"Use one that is: {string.Join(", ", rules.Rules.Select(r => $"'{r.Name}'"))}.");
            }

            return name;
        }

        string? Customer(TestReader one)
        {
            var id = one.Text("customer");
            if (id is not null && !ids.Contains(id, StringComparer.Ordinal))
            {
                one.Wrong(one.Node.Find("customer"), $"No customer '{id}' is given.", $"Use one that is: {string.Join(", ", ids.Select(i => $"'{i}'"))}.");
            }

            return id;
        }

        var cases = expect.Find("cases") is null ? null : expect.Each("cases", c => Case(c, Rule(c), Customer(c)));
        var touches = expect.Find("touches") is null ? null : expect.Each("touches", t => Touch(t, Rule(t), Customer(t)));
        var held = expect.Find("suppressions") is null ? null : expect.Each("suppressions", s => new ExpectedSuppression(Rule(s), Customer(s), s.Word<SuppressionReason>("reason"), s.Instant("at"), s.Instant("until")));
        var why = expect.Each("why", w => Answer(w, Rule(w) ?? only.Rule ?? w.RequiredText("rule", "Say of which rule."), Customer(w) ?? only.Customer ?? w.RequiredText("customer", "Say at which customer.")));
        if (cases is null && touches is null && held is null && why.Count == 0)
        {
            expect.Wrong(null, "Nothing is expected: the test cannot fail.", "Say what is expected: cases, touches, suppressions or why.");
        }

        return new() { Cases = cases, Touches = touches, Suppressions = held, Why = why };
    }

    // "open", or how it ended.
    private static ExpectedCase Case(TestReader one, string? rule, string? customer)
    {
        var (fired, ended, node) = (one.Instant("fired"), one.Instant("ended"), one.Find("outcome"));
        if (node is { Kind: TestNodeKind.Text, Text: "open" })
        {
            return new(rule, customer, fired, true, null, ended);
        }

        var outcome = one.Word<CaseOutcome>("outcome");
        return new(rule, customer, fired, outcome is null && ended is null ? null : false, outcome, ended);
    }

    private static ExpectedTouch Touch(TestReader one, string? rule, string? customer) =>
        new(rule, customer, one.Instant("due"), one.Instant("sent"), one.Text("channel"), one.Text("contact"), one.Flag("byPeople"), one.Word<TouchState>("state"));

    private static ExpectedAnswer? Answer(TestReader one, string? rule, string? customer)
    {
        var (at, standing, reason) = (one.RequiredInstant("at"), one.Word<RuleStanding>("standing"), one.Word<SuppressionReason>("reason"));
        var (next, until, says) = (one.Instant("next"), one.Instant("until"), one.Text("says"));
        if (standing is null && reason is null && next is null && until is null && says is null)
        {
            one.Required("standing", "Say how the rule is to stand: fired, pending, undetermined, notMet, suppressed, waiting, ended, customerUnknown or failed.");
        }

        return rule is null || customer is null || at is not { } instant ? null : new(rule, customer, instant, standing, reason, next, until, says);
    }
}
