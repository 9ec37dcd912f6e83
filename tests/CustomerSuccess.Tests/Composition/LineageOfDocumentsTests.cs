using CustomerSuccess.Composition;
using CustomerSuccess.Expressions;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Composition;

[Requirement("INS-8")]
public sealed class LineageOfDocumentsTests
{
    private static readonly ConfigurationDocument[] Documents =
    [
        new("vocabulary.json", """
            { "kind": "vocabulary",
              "traits": { "seats": { "type": "number" }, "plan": { "type": "text" } },
              "signals": { "login": {}, "nps": {}, "ticket": {} },
              "facts": { "logins a seat": { "number": "signals.login.count(days(28)) / customer.seats" } } }
            """),
        new("tier.json", """
            { "kind": "segments", "name": "tier", "purpose": "economicTier",
              "segments": [ { "name": "busy", "when": "signals.login.count(days(7)) > 10.0" } ], "otherwise": { "name": "calm" } }
            """),
        new("persona.json", """{ "kind": "segments", "name": "persona", "purpose": "persona", "segments": [ { "name": "a", "when": "twice(1.0) > 1.0" } ], "otherwise": { "name": "b" } }"""),
        new("default.json", """
            { "kind": "scorecard", "name": "default",
              "measures": [
                { "measure": "use", "reads": "logins_a_seat", "curve": { "linear": { "worst": 0, "best": 1 } }, "weight": 60, "weights": { "busy": 0 } },
                { "measure": "voice", "reads": "twice(signals.nps.latest())", "curve": { "linear": { "worst": 0, "best": 20 } }, "weight": 40 },
                { "measure": "tier", "reads": "segment.tier == 'busy'", "curve": { "flag": { "yes": 100, "no": 0 } }, "weight": 0 },
                { "measure": "flat", "reads": "customer.seats", "curve": { "piecewise": [[0, 50], [10, 50]] }, "weight": 0.5 } ],
              "exceptions": [ { "id": "silent", "cap": 40, "when": "signals.login.age() > days(30)", "because": "silent" } ] }
            """),
        new("spare.json", """{ "kind": "scorecard", "name": "spare", "measures": [ { "measure": "x", "reads": "1.0", "curve": { "linear": { "worst": 0, "best": 1 } } } ] }"""),
    ];

    private static readonly Lineage Lineage = Lineage.Of(CustomerConfiguration.Load(Documents, host => host.Language(l => l.Function("twice", [CelType.Double], CelType.Double, (_, x) => CelValue.Of(2 * x[0].AsDouble()), new() { Version = "1" }))));

    [Fact]
    public void Signals_traits_and_functions_are_traced_to_what_reads_them_and_back()
    {
        Assert.Equal(
            ["exception 'silent' of 'default'", "fact 'logins a seat'", "fact 'tier'", "fact 'use'", "measure 'tier' of 'default'", "measure 'use' of 'default'", "segment 'busy' of 'tier'"],
            Lineage.ReadersOfSignal("login"));
        Assert.Equal(["fact 'voice'", "measure 'voice' of 'default'", "segment 'a' of 'persona'"], Lineage.ReadersOfFunction("twice"));
        Assert.True(Lineage.Entries.Single(e => e is { Kind: LineageKind.Signal, Name: "login", ReadBy: "measure 'tier' of 'default'" }).ThroughSegment);
        Assert.Equal(["Signal login", "Trait seats"], Lineage.ReadsOf(new LineageReader(LineageReaderKind.Measure, "use", "default")).Select(e => $"{e.Kind} {e.Name}"));
        Assert.Equal(["Function twice"], Lineage.ReadsOf("persona").Select(e => $"{e.Kind} {e.Name}"));
        Assert.Equal(3, Lineage.ReadersOf("twice").Count);
    }

    [Fact]
    public void Where_a_signal_stops_the_scores_lose_what_its_measures_weigh()
    {
        var loss = Lineage.Without(LineageKind.Signal, "login");

        Assert.Equal([(null, 60 / 100.5), ("busy", 0)], loss.Rows.Select(r => (r.Segment, r.Share)));
        Assert.Equal(
            """
            Without signal 'login' scores lose at most:
              default         59.7 %  use; may change: exception 'silent' of 'default', measure 'tier' of 'default'
              default, busy    0.0 %  use; may change: exception 'silent' of 'default', measure 'tier' of 'default'
            """.ReplaceLineEndings("\n"),
            loss.ToString());
        Assert.Equal("Without trait 'plan' no score loses coverage.", Lineage.Without(LineageKind.Trait, "plan").ToString());
    }

    [Fact]
    public void What_nobody_reads_and_what_moves_no_score_are_reported()
    {
        Assert.Equal(["signal 'ticket'", "trait 'plan'", "scheme 'persona'", "scorecard 'spare'"], Lineage.Unused);
        Assert.Equal(
            ["measure 'flat' of 'default': its curve gives the same points to every value", "measure 'tier' of 'default': it has no weight in any segment"],
            Lineage.DeadMeasures.Select(d => d.ToString()));
    }

    [Fact]
    public void The_chart_names_everything_once_and_breaks_at_no_name()
    {
        var chart = Lineage.ToMermaid();

        Assert.StartsWith("flowchart LR\n  n0[\"signal login\"]\n  n1[\"exception 'silent' of 'default'\"]\n  n0 --> n1\n", chart, StringComparison.Ordinal);
        Assert.Contains(" -.-> ", chart, StringComparison.Ordinal);
        var labels = chart.Split('\n').Where(l => l.Contains('[', StringComparison.Ordinal)).ToArray();
        Assert.Equal(labels.Length, labels.Distinct().Count());
        Assert.Contains("scorecard 'default'", chart, StringComparison.Ordinal);
    }
}
