using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.SuccessPlans.Documents;

[Requirement("OPS-2")]
public sealed class PlanDocumentTests
{
    private const string Text = """
        {
          "kind": "plan", "name": "onboarding", "description": "Where it goes well.",
          "valueDrivers": [ { "name": "faster close", "description": "Books close sooner." } ],
          "objectives": [
            { "id": "exports", "title": "Exports", "unit": "a month", "baseline": 0, "target": 40, "due": 90, "measure": "signals.export.count(days(28))", "stakeholder": "cfo" },
            { "id": "close", "baseline": 12, "target": 4.5, "due": 180, "measure": { "reader": "close days@2" } } ],
          "milestones": [
            { "id": "live", "title": "First export", "weight": 2, "valueDriver": "faster close", "due": 30, "start": 5, "after": ["data", "users"],
              "evidence": "signals.export.count(days(28)) > 0.0", "accepts": ["attestation", "event"], "skills": { "reporting": 3 }, "firstValue": true, "endsLaunch": true },
            { "id": "often", "objective": "exports", "due": 90, "after": ["live"], "mode": "held", "dimension": "People" } ],
          "accountabilities": [
            { "id": "data", "title": "Give access to the data", "party": "customer", "role": "admin", "owner": "jane", "due": 10, "dimension": "Product" },
            { "id": "users", "party": "vendor", "place": "inProduct", "weight": 0, "due": 20,
              "evidence": { "all": [ { "fact": "seats in use", "atLeast": 10 }, { "reader": "is live@3" } ] } } ],
          "outcomes": [ { "id": "closing", "milestones": ["live", "often"] }, { "id": "planning", "title": "Plan the year", "milestones": ["often"], "follows": "closing", "stakeholder": "cfo" } ],
          "teeUps": [ { "id": "story", "title": "May we tell it?", "kind": "caseStudy", "milestone": "often", "needs": "acknowledged" } ],
          "blockers": [ { "pattern": "no access", "dimension": "People", "item": "data", "prevention": "Ask at the start." } ],
          "assets": [ { "id": "guide", "title": "Import guide", "valueDriver": "faster close", "item": "data" } ],
        }
        """;

    private static readonly PlanContent Content = new()
    {
        ValueDrivers = [new() { Name = "faster close", Description = "Books close sooner." }],
        Objectives =
        [
            new() { Id = "exports", Title = "Exports", Unit = "a month", Baseline = 0, Target = 40, DueDay = 90, Measure = ObjectiveMeasure.Of(ThrownPlan.Words.Number("signals.export.count(days(28))")), Stakeholder = "cfo" },
            new() { Id = "close", Baseline = 12, Target = 4.5, DueDay = 180, Measure = ThrownPlan.Measure },
        ],
        Milestones =
        [
            new()
            {
                Id = "live",
                Title = "First export",
                Weight = 2,
                ValueDriver = "faster close",
                DueDay = 30,
                StartDay = 5,
                After = ["data", "users"],
                Evidence = ThrownPlan.Words.Condition("signals.export.count(days(28)) > 0.0"),
                Accepts = [EvidenceKind.Event, EvidenceKind.Attestation],
                Skills = [new("reporting", 3)],
                IsFirstValue = true,
                EndsLaunch = true,
            },
            new() { Id = "often", Objective = "exports", DueDay = 90, After = ["live"], Mode = EvidenceMode.Held, Dimension = "People" },
        ],
        Accountabilities =
        [
            new() { Id = "data", Title = "Give access to the data", Party = PlanParty.Customer, Role = "admin", Owner = "jane", DueDay = 10, Dimension = "Product" },
            new() { Id = "users", Party = PlanParty.Vendor, Place = PlanPlace.InProduct, Weight = 0, DueDay = 20, Evidence = Fact.Number("seats in use").AtLeast(10) & ThrownPlan.Condition },
        ],
        Outcomes = [new() { Id = "closing", Milestones = ["live", "often"] }, new() { Id = "planning", Title = "Plan the year", Milestones = ["often"], Follows = "closing", Stakeholder = "cfo" }],
        TeeUps = [new() { Id = "story", Title = "May we tell it?", Kind = TeeUpKind.CaseStudy, Milestone = "often", Needs = TeeUpNeed.Acknowledged }],
        Blockers = [new() { Pattern = "no access", Dimension = "People", Item = "data", Prevention = "Ask at the start." }],
        Assets = [new() { Id = "guide", Title = "Import guide", ValueDriver = "faster close", Item = "data" }],
    };

    [Fact]
    [Requirement("PLN-8")]
    public void A_document_and_the_same_in_CSharp_are_one_template()
    {
        var (read, written) = (ThrownPlan.Read(Text), PlanTemplate.Of("onboarding", Content));

        Assert.Equal(written.ConfigurationHash, read.ConfigurationHash);
        Assert.Equal(PlanTemplateDocument.Write(written), PlanTemplateDocument.Write(read));
        Assert.Equal("Books close sooner.", read.Content.ValueDrivers[0].Description);
        Assert.True(read.Reproducible);

        // A version that was made from the one fits the other.
        var version = written.Instantiate("p1", PlanHolder.Customer("acme"), new(2026, 1, 5), "Europe/Berlin");
        Assert.Equal(written.For(version).ContentHash, read.For(version).ContentHash);
    }

    [Theory]
    [InlineData("\"due\": 90, \"after\"", "\"due\": 91, \"after\"")]
    [InlineData("\"Import guide\"", "\"Guide\"")]
    [InlineData("days(28)) > 0.0", "days(28)) > 1.0")]
    [InlineData("\"reporting\": 3", "\"reporting\": 4")]
    [InlineData("\"caseStudy\"", "\"review\"")]
    [InlineData("[\"attestation\", \"event\"]", "[\"attestation\"]")]
    public void What_changes_the_plan_changes_its_hash(string old, string now)
    {
        Assert.Contains(old, Text, StringComparison.Ordinal);
        Assert.NotEqual(ThrownPlan.Read(Text).ConfigurationHash, ThrownPlan.Read(Text.Replace(old, now, StringComparison.Ordinal)).ConfigurationHash);
    }

    [Fact]
    public void A_lambda_without_a_version_is_written_and_read_and_said_not_to_be_reproducible()
    {
        var lambda = ObjectiveMeasure.Of("hours", _ => Reading.Known(1d));
        var template = PlanTemplate.Of("p", new() { Objectives = [new() { Id = "o", Baseline = 0, Target = 1, DueDay = 1, Measure = lambda }], Milestones = [new() { Id = "m", DueDay = 1, Objective = "o" }] });

        var read = PlanTemplateDocument.Read(new("p.json", PlanTemplateDocument.Write(template)), ThrownPlan.Words, measures: [lambda]);

        Assert.Equal((template.ConfigurationHash, false), (read.ConfigurationHash, read.Reproducible));
        Assert.Equal("DO012", Assert.Single(Assert.Throws<ConfigurationException>(() => ThrownPlan.Read(PlanTemplateDocument.Write(template))).Diagnostics).Code);
    }

    [Fact]
    public void Arguments_are_checked()
    {
        Assert.Throws<ArgumentNullException>(() => PlanTemplateDocument.Read(null!, ThrownPlan.Words));
        Assert.Throws<ArgumentNullException>(() => PlanTemplateDocument.Read(new("p.json", Text), null!));
        Assert.Throws<ArgumentNullException>(() => PlanTemplateDocument.Write(null!));
    }
}
