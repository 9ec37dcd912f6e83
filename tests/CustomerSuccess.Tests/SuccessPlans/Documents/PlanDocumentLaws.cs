using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using FsCheck.Xunit;

namespace CustomerSuccess.Tests.SuccessPlans.Documents;

/// <summary>What is written as a document and read back is the same template, over thrown plans of every kind.</summary>
[Requirement("OPS-2")]
public sealed class PlanDocumentLaws
{
    [Property(MaxTest = 300)]
    public void A_document_reads_back_as_the_same_template(int seed)
    {
        var template = new ThrownPlan(seed).Template;

        var text = PlanTemplateDocument.Write(template);
        var read = ThrownPlan.Read(text);

        Assert.Equal((template.Name, template.ConfigurationHash, template.Reproducible), (read.Name, read.ConfigurationHash, read.Reproducible));
        Assert.Equal(text, PlanTemplateDocument.Write(read));
        Assert.Equal(template.Content.Items.Select(i => $"{i} {i.Evidence} {string.Join(' ', i.Accepts)} {i.DueDay} {i.StartDay}"), read.Content.Items.Select(i => $"{i} {i.Evidence} {string.Join(' ', i.Accepts)} {i.DueDay} {i.StartDay}"));
        Assert.Equal(template.Content.Objectives.Select(o => $"{o} {o.Measure} {o.Unit}"), read.Content.Objectives.Select(o => $"{o} {o.Measure} {o.Unit}"));
        Assert.Equal(template.Content.ValueDrivers, read.Content.ValueDrivers);
        Assert.Equal(template.Content.TeeUps, read.Content.TeeUps);
        Assert.Equal(template.Content.Blockers, read.Content.Blockers);
        Assert.Equal(template.Content.Assets, read.Content.Assets);
        Assert.Equal(template.Warnings.Select(w => $"{w.Code} {w.Message}").Order(StringComparer.Ordinal), read.Warnings.Select(w => $"{w.Code} {w.Message}").Order(StringComparer.Ordinal));
        Assert.All(read.Warnings, w => Assert.Equal(("plan.json", true, true), (w.Document, w.Line >= 1, w.Column >= 1)));
    }

    [Property(MaxTest = 100)]
    public void Layout_comments_and_descriptions_leave_the_hash_alone(int seed)
    {
        var template = new ThrownPlan(seed).Template;
        var text = PlanTemplateDocument.Write(template);

        var other = "// a remark\n" + text.Replace("\n", " /* here too */\r\n", StringComparison.Ordinal).Replace("{ /* here too */\r\n  \"kind\"", "{ \"$schema\": \"x\", \"format\": 1, \"description\": \"what it is for\", \"kind\"", StringComparison.Ordinal);

        Assert.NotEqual(text, other);
        Assert.Equal(template.ConfigurationHash, ThrownPlan.Read(other).ConfigurationHash);
    }
}
