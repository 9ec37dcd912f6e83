using CustomerSuccess.Composition;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Composition;

/// <summary>For any signal or trait the rules that read it, by their triggers, their conditions, and through segments, plans and scores.</summary>
[Requirement("INS-8")]
public sealed class LineageOfRulesTests
{
    private static readonly ConfigurationDocument[] Others =
    [
        new("vocabulary.json", """
            { "kind": "vocabulary",
              "traits": { "seats": { "type": "number" }, "region": { "type": "text" }, "onboarded": { "type": "instant" } },
              "signals": { "login": {}, "export": {}, "invite": {}, "ticket": {}, "workshop": {}, "review": {}, "survey": {} },
              "facts": { "exports a seat": { "number": "signals.export.count(days(28)) / customer.seats" } } }
            """),
        new("tier.json", """
            { "kind": "segments", "name": "tier", "purpose": "economicTier",
              "segments": [ { "name": "busy", "when": "signals.invite.count(days(7)) > 10.0" } ], "otherwise": { "name": "calm" } }
            """),
        new("default.json", """
            { "kind": "scorecard", "name": "default", "measures": [ { "measure": "use", "reads": "signals.login.count(days(28))", "curve": { "linear": { "worst": 0, "best": 20 } } } ] }
            """),
        new("onboarding.json", """
            { "kind": "plan", "name": "onboarding", "milestones": [ { "id": "live", "due": 30, "evidence": "signals.export.count(days(28)) > 0.0" } ] }
            """),
    ];

    private static readonly Lineage Lineage = Lineage.Of(CustomerConfiguration.Load(
    [
        .. Others,
        Rule("red", """{ "band": { "to": "Red" } }"""),
        Rule("low", """{ "when": "health.value < 40.0" }""", "\"correlation\": \"customer.region\""),
        Rule("stuck", """{ "milestone": "stuck", "id": "live" }"""),
        Rule("busy", """{ "segment": "tier", "entered": "busy" }"""),
        Rule("silent", """{ "absence": "login", "within": "7 days", "after": { "trait": "onboarded" } }"""),
        Rule("no review", """{ "absence": "review", "every": "quarter", "zone": "UTC" }"""),
        Rule("after the workshop", """{ "after": "21 days", "of": { "signal": "workshop" } }""", "\"guard\": { \"fact\": \"exports a seat\", \"lessThan\": 1 }"),
        Rule("survey", """{ "signal": "survey", "where": "signal.value <= 6.0" }""", "\"exit\": \"signals.ticket.count(days(7)) > 3.0\""),
        Rule("renewal", """{ "before": "90 days", "of": "renewal" }"""),
        Rule("gone", """{ "contactLeft": "champion" }"""),
    ]));

    [Fact]
    public void The_signals_and_traits_of_triggers_and_conditions_are_traced_to_their_rules()
    {
        Assert.Equal(["rule 'survey'"], Lineage.ReadersOfSignal("survey"));
        Assert.Equal(["rule 'survey'"], Lineage.ReadersOfSignal("ticket"));
        Assert.Equal(["rule 'no review'"], Lineage.ReadersOfSignal("review"));
        Assert.Equal(["rule 'after the workshop'"], Lineage.ReadersOfSignal("workshop"));
        Assert.Equal(["rule 'silent'"], Lineage.ReadersOfTrait("onboarded"));
        Assert.Equal(["rule 'low'"], Lineage.ReadersOfTrait("region"));
        Assert.Equal(["fact 'exports a seat'", "rule 'after the workshop'"], Lineage.ReadersOfTrait("seats"));
        Assert.Equal(["rule 'renewal'"], Lineage.ReadersOf("subscriptions").Select(e => e.ReadBy));
        Assert.Equal(["rule 'gone'"], Lineage.ReadersOf("contacts").Select(e => e.ReadBy));
    }

    [Fact]
    public void They_are_traced_through_segments_plans_and_scores()
    {
        Assert.Equal(["fact 'use'", "measure 'use' of 'default'", "rule 'low'", "rule 'red'", "rule 'silent'"], Lineage.ReadersOfSignal("login"));
        Assert.Equal(["fact 'exports a seat'", "milestone 'live' of 'onboarding'", "rule 'after the workshop'", "rule 'stuck'"], Lineage.ReadersOfSignal("export"));
        Assert.Equal(["rule 'busy'", "segment 'busy' of 'tier'"], Lineage.ReadersOfSignal("invite"));
        Assert.True(Lineage.Entries.Single(e => e is { Kind: LineageKind.Signal, Name: "invite", Reader.Kind: LineageReaderKind.Rule }).ThroughSegment);
    }

    [Fact]
    public void The_reverse_says_what_a_rule_reads_and_what_only_rules_read_is_not_unused()
    {
        Assert.Equal(["Signal login", "Trait onboarded"], Lineage.ReadsOf(new LineageReader(LineageReaderKind.Rule, "silent", "")).Select(e => $"{e.Kind} {e.Name}").Where(e => !e.StartsWith("Name", StringComparison.Ordinal)));
        Assert.Empty(Lineage.Unused);
        Assert.Contains("[\"rule 'silent'\"]", Lineage.ToMermaid(), StringComparison.Ordinal);
        Assert.DoesNotContain("scorecard ''", Lineage.ToMermaid(), StringComparison.Ordinal);
        Assert.Equal(["default"], Lineage.Without(LineageKind.Signal, "login").Rows.Select(r => r.Scorecard));
    }

    private static ConfigurationDocument Rule(string name, string trigger, string? more = null) => new($"{name}.json", $$"""
        { "kind": "rule", "name": "{{name}}", "trigger": {{trigger}}, "purpose": { "reason": "a", "agenda": "b", "expectedResult": "c" }, {{(more is null ? "" : more + ",")}} "success": { "when": "customer.active" } }
        """);
}
