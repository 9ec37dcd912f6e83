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
}
