using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Composition;

[Requirement("INS-8")]
public sealed class LineageOfPlansTests
{
    private static readonly ConfigurationDocument[] WithoutPlan =
    [
        new("vocabulary.json", """
            { "kind": "vocabulary",
              "traits": { "seats": { "type": "number" }, "region": { "type": "text" } },
              "signals": { "login": {}, "export": {}, "invite": {}, "ticket": {} },
              "facts": { "exports a seat": { "number": "signals.export.count(days(28)) / customer.seats" } } }
            """),
        new("tier.json", """
            { "kind": "segments", "name": "tier", "purpose": "economicTier",
              "segments": [ { "name": "busy", "when": "signals.login.count(days(7)) > 10.0" } ], "otherwise": { "name": "calm" } }
            """),
        new("default.json", """
            { "kind": "scorecard", "name": "default", "measures": [ { "measure": "use", "reads": "signals.login.count(days(28))", "curve": { "linear": { "worst": 0, "best": 20 } } } ] }
            """),
    ];

    private static readonly ConfigurationDocument Plan = new("onboarding.json", """
        { "kind": "plan", "name": "onboarding",
          "objectives": [ { "id": "exports", "baseline": 0, "target": 2, "due": 90, "measure": "exports_a_seat" } ],
          "milestones": [
            { "id": "live", "weight": 3, "due": 30, "evidence": { "any": [ "signals.export.count(days(28)) > 0.0", { "reader": "is live@1" } ] } },
            { "id": "often", "weight": 1, "due": 90, "objective": "exports" },
            { "id": "calm", "weight": 4, "due": 95, "evidence": "segment.tier == 'busy'" },
            { "id": "attested", "weight": 2, "due": 99 } ],
          "accountabilities": [
            { "id": "users", "party": "customer", "due": 10, "evidence": "signals.invite.count(days(28)) >= 5.0" },
            { "id": "data", "party": "customer", "due": 10, "evidence": { "fact": "exports a seat", "moreThan": 0 } } ] }
        """);

    private static readonly CustomerConfiguration Configuration = CustomerConfiguration.Load([.. WithoutPlan, Plan], host => host.Conditions(FactCondition.Of("is live", _ => Reading.Known(true), "1")));

    private static readonly Lineage Lineage = Lineage.Of(Configuration);

    [Fact]
    public void Signals_and_traits_are_traced_to_the_milestones_accountabilities_and_objectives_that_read_them()
    {
        Assert.Equal(
            ["accountability 'data' of 'onboarding'", "fact 'exports a seat'", "milestone 'live' of 'onboarding'", "milestone 'often' of 'onboarding'", "objective 'exports' of 'onboarding'"],
            Lineage.ReadersOfSignal("export"));
        Assert.Equal(["accountability 'users' of 'onboarding'"], Lineage.ReadersOfSignal("invite"));
        Assert.Equal(["accountability 'data' of 'onboarding'", "fact 'exports a seat'", "milestone 'often' of 'onboarding'", "objective 'exports' of 'onboarding'"], Lineage.ReadersOfTrait("seats"));
        Assert.True(Lineage.Entries.Single(e => e is { Kind: LineageKind.Signal, Name: "login", Reader.Name: "calm" }).ThroughSegment);
        Assert.Equal(["a lambda, which may read anything: milestone 'live' of 'onboarding'"], Lineage.Entries.Where(e => e.Kind == LineageKind.Lambda).Select(e => e.ToString()));
    }

    [Fact]
    public void The_reverse_says_what_a_milestone_and_a_whole_plan_read()
    {
        Assert.Equal(["Signal export", "Trait seats"], Lineage.ReadsOf(new LineageReader(LineageReaderKind.Milestone, "often", "onboarding")).Select(e => $"{e.Kind} {e.Name}"));
        Assert.Equal(["Signal export", "Signal invite", "Signal login", "Trait seats"], Lineage.ReadsOf("onboarding").Where(e => e.Kind is LineageKind.Signal or LineageKind.Trait).Select(e => $"{e.Kind} {e.Name}").Distinct());
    }

    [Fact]
    public void Where_a_signal_stops_plans_lose_the_evidence_of_what_reads_it()
    {
        var loss = Lineage.Without(LineageKind.Signal, "export");

        var row = Assert.Single(loss.Plans);
        Assert.Equal(("onboarding", 0.4), (row.Plan, row.Share));
        Assert.Equal(
            """
            Without signal 'export' no score loses coverage.
            Plans lose at most the evidence of:
              onboarding   40.0 %  live, often; owed: data; objectives: exports
            """.ReplaceLineEndings("\n"),
            loss.ToString());
        Assert.Equal(
            """
            Without signal 'login' scores lose at most:
              default  100.0 %  use
            Plans lose at most the evidence of:
              onboarding    0.0 %  may change: milestone 'calm' of 'onboarding'
            """.ReplaceLineEndings("\n"),
            Lineage.Without(LineageKind.Signal, "login").ToString());
        Assert.Empty(Lineage.Without(LineageKind.Signal, "ticket").Plans);
    }

    [Fact]
    public void What_only_a_plan_reads_is_not_unused()
    {
        Assert.Equal(["signal 'invite'", "signal 'ticket'", "trait 'region'", "scheme 'tier'"], Lineage.Of(CustomerConfiguration.Load(WithoutPlan)).Unused);
        Assert.Equal(["signal 'ticket'", "trait 'region'"], Lineage.Unused);
    }

    [Fact]
    public void The_chart_leads_on_to_the_plan()
    {
        var chart = Lineage.ToMermaid();

        Assert.Contains("[\"milestone 'live' of 'onboarding'\"]", chart, StringComparison.Ordinal);
        Assert.Contains("[\"plan 'onboarding'\"]", chart, StringComparison.Ordinal);
        Assert.DoesNotContain("scorecard 'onboarding'", chart, StringComparison.Ordinal);
    }

    [Fact]
    public void What_reads_the_plan_reads_what_its_evidence_reads()
    {
        var lineage = Lineage.Of(CustomerConfiguration.Load(
            [WithoutPlan[0], WithoutPlan[1], Plan, new("default.json", """{ "kind": "scorecard", "name": "default", "measures": [ { "measure": "value", "reads": "plan.value", "curve": { "linear": { "worst": 0, "best": 1 } } } ] }""")],
            host => host.Conditions(FactCondition.Of("is live", _ => Reading.Known(true), "1"))));

        Assert.Contains("measure 'value' of 'default'", lineage.ReadersOfSignal("invite"));
        Assert.Equal(["fact 'value'", "measure 'value' of 'default'"], lineage.ReadersOf("plan").Select(e => e.ReadBy));
        Assert.Equal(1, lineage.Without(LineageKind.Signal, "invite").Rows.Single().Share);
        Assert.True(lineage.Entries.Single(e => e is { Kind: LineageKind.Signal, Name: "login", Reader.Name: "value", Reader.Kind: LineageReaderKind.Measure }).ThroughSegment);
    }

    [Fact]
    public void Plans_of_CSharp_are_traced_with_health()
    {
        var health = CustomerHealth.Of(CustomerSources.InMemory(signals: new SignalLog()), h => h
            .Number("exports a seat", _ => 1).SegmentedBy(Configuration.Schemes[0]).ScoredBy(Configuration.Scorecards[0]).PlannedBy(Configuration.Plan("onboarding")));

        Assert.Equal(["accountability 'users' of 'onboarding'"], Lineage.Of(health).ReadersOfSignal("invite"));
    }
}
