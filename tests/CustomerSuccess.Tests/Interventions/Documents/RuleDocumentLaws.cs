using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using FsCheck.Xunit;

namespace CustomerSuccess.Tests.Interventions.Documents;

/// <summary>What is written as a document and read back is the same rule and the same policy, over thrown ones of every kind.</summary>
[Requirement("OPS-2")]
public sealed class RuleDocumentLaws
{
    [Property(MaxTest = 300)]
    public void A_document_reads_back_as_the_same_rule(int seed)
    {
        var rule = new ThrownRule(seed).Rule;

        var text = RuleDocument.Write(rule);
        var read = ThrownRule.Read(text);

        Assert.Equal((rule.Name, rule.ConfigurationHash, rule.Reproducible), (read.Name, read.ConfigurationHash, read.Reproducible));
        Assert.Equal(text, RuleDocument.Write(read));
        Assert.Equal(rule.Content.Description, read.Content.Description);
        Assert.Equal(rule.Reads, read.Reads);
    }

    [Property(MaxTest = 300)]
    public void A_document_reads_back_as_the_same_policy(int seed)
    {
        var policy = new ThrownRule(seed).Policy;

        var text = InterventionPolicyDocument.Write(policy);
        var read = InterventionPolicyDocument.Read(new("interventions.json", text));

        Assert.Equal(text, InterventionPolicyDocument.Write(read));
        Assert.Equal(policy.Budgets, read.Budgets);
        Assert.Equal(policy.Inhibitions, read.Inhibitions);
        Assert.Equal((policy.Retry, policy.Attempts, policy.UndeterminedFor), (read.Retry, read.Attempts, read.UndeterminedFor));
        Assert.Equal((policy.Calendar?.From, policy.Calendar?.To, policy.Calendar?.ForPeopleToo), (read.Calendar?.From, read.Calendar?.To, read.Calendar?.ForPeopleToo));
        Assert.Equal(policy.Calendar?.Days, read.Calendar?.Days);
        Assert.Equal(policy.Calendar?.Holidays, read.Calendar?.Holidays);
    }

    [Property(MaxTest = 100)]
    public void Layout_comments_and_descriptions_leave_the_hash_alone(int seed)
    {
        var rule = new ThrownRule(seed).Rule;
        var text = RuleDocument.Write(Rule.Of(rule.Name, With.Changed(rule.Content, nameof(RuleContent.Description), null)));

        var other = "// a remark\n" + text.Replace("\n", " /* here too */\r\n", StringComparison.Ordinal).Replace("{ /* here too */\r\n  \"kind\"", "{ \"$schema\": \"x\", \"format\": 1, \"description\": \"what it is for\", \"kind\"", StringComparison.Ordinal);

        Assert.NotEqual(text, other);
        Assert.Equal(rule.ConfigurationHash, ThrownRule.Read(other).ConfigurationHash);
    }
}
