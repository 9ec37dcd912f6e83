using CustomerSuccess.Composition;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Interventions.Documents;

/// <summary>Whatever is written, there is a rule, or a policy, or a report: nothing hangs, nothing else is thrown.</summary>
[Requirement("OPS-2")]
public sealed class RuleDocumentFuzz
{
    private const int Usual = 1500;
    private const int Long = 20_000;

    private static readonly string[] Words =
    [
        "\"trigger\"", "\"when\"", "\"absence\"", "\"cron\"", "\"every\"", "\"after\"", "\"before\"", "\"of\"", "\"signal\"", "\"band\"", "\"milestone\"", "\"contactLeft\"", "\"ladder\"", "\"success\"",
        "\"-10675199.02:48:05.4775808\"", "\"-1 days\"", "\"1000000 days\"", "\"0 0 30 2 *\"", "\"Local\"", "\"calendar\"", "\"24:00\"", "\"0001-01-01\"",
    ];

    [Fact]
    public void Mutated_documents_give_a_rule_or_a_report_with_places()
    {
        var dice = new Random(20261128);
        var (read, refused) = (0, 0);
        for (var i = 0; i < LongRun.Of(Usual, Long); i++)
        {
            var text = DocumentMutation.Mutated(RuleDocument.Write(new ThrownRule(i).Rule), dice, Words);
            try
            {
                var rule = ThrownRule.Read(text);
                read++;
                Assert.Equal(rule.ConfigurationHash, ThrownRule.Read(RuleDocument.Write(rule)).ConfigurationHash);
            }
            catch (ConfigurationException e)
            {
                refused++;
                DocumentMutation.HasPlaces(e, "rule.json", text);
            }
        }

        Assert.True(read > 20 && refused > 1000, $"{read} read and {refused} refused.");
    }

    [Fact]
    public void Mutated_documents_give_a_policy_or_a_report_with_places()
    {
        var dice = new Random(20261129);
        var (read, refused) = (0, 0);
        for (var i = 0; i < LongRun.Of(Usual, Long); i++)
        {
            var text = DocumentMutation.Mutated(InterventionPolicyDocument.Write(new ThrownRule(i).Policy), dice, Words);
            try
            {
                InterventionPolicyDocument.Read(new("interventions.json", text));
                read++;
            }
            catch (ConfigurationException e)
            {
                refused++;
                DocumentMutation.HasPlaces(e, "interventions.json", text);
            }
        }

        Assert.True(read > 20 && refused > 500, $"{read} read and {refused} refused.");
    }

    [Fact]
    public void Mutated_rules_among_other_documents_give_a_configuration_or_a_report()
    {
        var dice = new Random(20261130);
        var (read, refused) = (0, 0);
        ConfigurationDocument[] others =
        [
            new("vocabulary.json", """{ "kind": "vocabulary", "traits": { "plan": { "type": "text" }, "seats": { "type": "number" }, "onboarded": { "type": "instant" } }, "signals": { "login": {}, "workshop": {} } }"""),
            new("experience.json", """{ "kind": "segments", "name": "experience", "purpose": "experience", "segments": [ { "name": "guided", "when": "customer.seats > 9.0", "experience": { "coverage": "highTouch", "channels": ["call", "email"] } } ], "otherwise": { "name": "rest", "experience": { "coverage": "selfServe" } } }"""),
            new("default.json", """{ "kind": "scorecard", "name": "default", "measures": [ { "measure": "use", "reads": "signals.login.count(days(28))", "curve": { "linear": { "worst": 0, "best": 20 } } } ] }"""),
        ];
        string[] rules =
        [
            """{ "kind": "rule", "name": "quiet", "tags": ["use"], "trigger": { "absence": "login", "within": "7 days", "after": { "trait": "onboarded" } }, "guard": "health.band == 'Red'", "purpose": { "reason": "a", "agenda": "b", "expectedResult": "c" }, "ladder": [ { "channels": ["email"] }, { "channels": ["call"] } ], "success": { "when": "signals.login.count(days(7)) > 0.0" } }""",
            """{ "kind": "rule", "name": "guided", "tags": ["use"], "trigger": { "segment": "experience", "entered": "guided" }, "purpose": { "reason": "a", "agenda": "b", "expectedResult": "c" }, "success": { "when": { "isTrue": "customer.active" } } }""",
            """{ "kind": "rule", "name": "red", "tags": ["use"], "trigger": { "band": { "to": "Red" } }, "purpose": { "reason": "a", "agenda": "b", "expectedResult": "c" }, "success": { "when": "customer.active" } }""",
        ];
        const string Policy = """{ "kind": "interventions", "budgets": [ { "owner": "contact", "touches": 2, "within": "7 days" } ], "inhibitions": [ { "by": { "tag": "use" }, "holdsBack": { "below": "severe" } } ] }""";
        for (var i = 0; i < LongRun.Of(Usual / 3, Long); i++)
        {
            var (rule, policy) = (DocumentMutation.Mutated(rules[i % rules.Length], dice, Words), i % 4 == 0 ? DocumentMutation.Mutated(Policy, dice, Words) : Policy);
            try
            {
                _ = CustomerConfiguration.Load([.. others, new("rule.json", rule), new("interventions.json", policy)]);
                read++;
            }
            catch (ConfigurationException e)
            {
                refused++;
                Assert.All(e.Diagnostics, d => Assert.Contains(d.Document, (string[])["rule.json", "interventions.json"]));
            }
        }

        Assert.True(read > 5 && refused > 300, $"{read} read and {refused} refused.");
    }
}
