using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Documents;

[Requirement("OPS-2")]
public sealed class ScorecardDocumentTests
{
    private static readonly Language<Account> Words = Language.For<Account>()
        .Number("seats", a => a.Seats, "1")
        .Number("nps", a => a.Nps, "1")
        .Text("plan", a => a.Plan, "1")
        .Flag("escalated", a => a.Escalated, "1")
        .Instant("surveyed", a => a.Surveyed, "1")
        .Build();

    private static readonly DateTimeOffset AsOf = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Everything = """
        {
          // for everyone
          "kind": "scorecard",
          "name": "default",
          "hysteresis": 3,
          "bands": [ { "name": "Red" }, { "name": "Yellow", "from": 40 }, { "name": "Green", "from": 70 } ],
          "measures": [
            { "measure": "seats", "reads": "seats", "curve": { "linear": { "worst": 0, "best": 100 } }, "polarity": "moreIsBetter", "weight": 2 },
            {
              "group": "voice", "aggregation": "minimum",
              "measures": [
                { "measure": "nps", "reads": "nps", "age": "inDays(timestamp('2026-03-01T00:00:00Z') - surveyed)", "valid": [-100, 100], "expiresAfter": "90 days",
                  "decay": { "halfLife": "30 days", "toward": 50 }, "curve": { "piecewise": [[-100, 0], [0, 50], [100, 100]] } },
                { "measure": "plan", "reads": "plan", "curve": { "categories": { "free": 0, "pro": 100 } }, "missing": "pessimistic" },
              ],
            },
            { "measure": "calm", "reads": "!escalated", "curve": { "flag": { "yes": 100, "no": 0 } } },
          ],
          "exceptions": [
            { "cap": 30, "when": "escalated && seats < 10.0", "because": "small and escalated" },
            { "setBand": "Red", "when": { "any": [ { "measure": "seats", "lessThan": 1 }, { "measure": "plan", "is": "none" } ] }, "because": "nobody works with it", "priority": 2 },
          ],
        }
        """;

    [Fact]
    public void A_document_and_the_same_in_CSharp_have_one_hash_and_the_same_bits()
    {
        var text = Everything.Replace("\"is\": \"none\"", "\"is\": \"free\"", StringComparison.Ordinal).Replace("inDays(timestamp('2026-03-01T00:00:00Z') - surveyed)", "(timestamp('2026-03-01T00:00:00Z') - surveyed).inDays()", StringComparison.Ordinal);
        var read = ScorecardDocument.Read(new("default.json", text), Words);
        var written = Scorecard.For<Account>("default")
            .Hysteresis(3)
            .Bands(yellow: 40, green: 70)
            .Measure("seats", Words.Number("seats"), m => m.MoreIsBetter().Linear(0, 100).Weight(2))
            .Group("voice", g => g.Minimum()
                .Measure("nps", Words.Number("nps"), m => m.Valid(-100, 100).NeitherIsBetter().Piecewise((-100, 0), (0, 50), (100, 100))
                    .Age(Words.Number("(timestamp('2026-03-01T00:00:00Z') - surveyed).inDays()")).ExpiresAfter(TimeSpan.FromDays(90)).HalfLife(TimeSpan.FromDays(30)))
                .Category("plan", Words.Text("plan"), m => m.Points(("free", 0), ("pro", 100)).Pessimistic()))
            .Flag("calm", Words.Condition("!escalated"), m => m.Points(yes: 100, no: 0))
            .CapAt(30, Words.Condition("escalated && seats < 10.0"), "small and escalated")
            .SetBand("Red", m => m["seats"].LessThan(1) | m["plan"].Is("free"), "nobody works with it", priority: 2)
            .Build();

        Assert.Equal(written.Definition.ConfigurationHash, read.Definition.ConfigurationHash);
        Assert.True(read.Definition.Reproducible);
        Assert.Equal(ScorecardDocument.Write(written), ScorecardDocument.Write(read));
        Assert.Equal(read.Definition.ConfigurationHash, ScorecardDocument.Read(new("again.json", ScorecardDocument.Write(read)), Words).Definition.ConfigurationHash);
        foreach (var account in new Account[] { new(50, 20, "pro", false, AsOf.AddDays(-30)), new(5, null, null, true, null), new(0, -50, "free", true, AsOf.AddDays(-100)) })
        {
            Assert.Equal(written.Score(account, AsOf).Explain(), read.Score(account, AsOf).Explain());
            Assert.Equal(written.Score(account, AsOf).Value, read.Score(account, AsOf).Value);
        }
    }

    [Fact]
    public void An_age_that_an_expression_tells_lets_a_measure_decay()
    {
        var card = ScorecardDocument.Read(new("decay.json", """
            { "kind": "scorecard", "name": "d", "measures": [
              { "measure": "nps", "reads": "nps", "age": "(timestamp('2026-03-01T00:00:00Z') - surveyed).inDays()",
                "decay": { "halfLife": "30 days", "toward": 50 }, "curve": { "linear": { "worst": 0, "best": 100 } } } ] }
            """), Words);

        Assert.Equal(60, card.Score(new(1, 90, null, false, AsOf.AddDays(-60)), AsOf).Value!.Value, 1e-9);
        Assert.Null(card.Score(new(1, 90, null, false, null), AsOf).Value);
    }

    [Fact]
    public void All_mistakes_of_a_document_are_told_with_path_line_and_column_and_a_cure_in_its_own_words()
    {
        var exception = Assert.Throws<ConfigurationException>(() => ScorecardDocument.Read(new("default.json", """
            {
              "kind": "scorecard",
              "name": "default",
              "hysterisis": 3,
              "measures": [
                { "measure": "seats", "reads": "seets", "curve": { "linear": { "worst": 100, "best": 0 } }, "polarity": "moreIsBetter", "weight": -1 },
                { "measure": "nps", "reads": "nps", "curve": { "logistic": { "midpoint": 0, "steepness": 0.1 } }, "effort": 1 },
                { "measure": "plan", "reads": "plan", "curve": { "categories": { "free": 0, "pro": "much" } } }
              ],
              "exceptions": [ { "cap": 140, "when": { "measure": "npss", "atLeast": 3 }, "because": " " } ]
            }
            """), Words));

        Assert.Equal(
            [
                "DO002 default.json(4,3) $.hysterisis: There is no property 'hysterisis' here. Did you mean 'hysteresis'?",
                "EX004 default.json(6,37) $.measures[0].reads: There is no 'seets'. Did you mean 'seats'?",
                "SC012 default.json(6,54) $.measures[0].curve: The curve falls although more is better. Turn the curve or the polarity around, or leave the polarity out for a target in between.",
                "SC005 default.json(6,135) $.measures[0].weight: The weight -1 is not a number from 0 to 1e12. State how much it counts relative to its siblings.",
                "SC018 default.json(7,113) $.measures[1].effort: 'nps' is actionable and has no range: the cost of moving it is a share of the range. State the range: \"valid\": [0, 10].",
                "DO004 default.json(8,88) $.measures[2].curve.categories.pro: Here stands a text, and a number such as 50 is expected. Write a number such as 50.",
                "SC026 default.json(10,28) $.exceptions[0].cap: The value 140 is not a score. State a score from 0 to 100.",
                "SC030 default.json(10,41) $.exceptions[0].when: The condition reads a measure named 'npss', and there is none. Did you mean 'nps'?",
                "SC025 default.json(10,89) $.exceptions[0].because: The exception gives no reason. Say why, for the person who reads the score: \"because\": \"three severe issues are open\".",
            ],
            exception.Diagnostics.Select(d => d.ToString().Split(Environment.NewLine)[0].Split('\n')[0]));
    }

    [Fact]
    public void The_place_within_an_expression_is_found_behind_escapes_and_characters_of_any_width()
    {
        var exception = Assert.Throws<ConfigurationException>(() => ScorecardDocument.Read(new("e.json", """
            { "kind": "scorecard", "name": "e", "measures": [
              { "measure": "é", "reads": "plan == '\u00e9👩\"\ud83d\udc69' ? nps : npz", "curve": { "linear": { "worst": 0, "best": 1 } } } ] }
            """), Words));

        var mistake = Assert.Single(exception.Diagnostics);
        Assert.Equal(("EX004", 2, 71), (mistake.Code, mistake.Line, mistake.Column));
        Assert.Contains("npz", mistake.Marked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"kind\": \"scorecard\", ", "DO001")]
    [InlineData("", "DO001")]
    [InlineData("{ \"kind\": \"scorecard\" } {}", "DO001")]
    [InlineData("{ \"kind\": \"scorecard\", \"name\": \"\\ud83d\" }", "DO001")]
    [InlineData("[]", "DO004")]
    [InlineData("{ \"name\": \"x\" }", "DO003")]
    [InlineData("{ \"kind\": \"scorcard\" }", "DO006")]
    [InlineData("{ \"kind\": \"scorecard\", \"format\": 2, \"name\": \"x\", \"measures\": [ { \"measure\": \"a\", \"curve\": { \"linear\": { \"worst\": 0, \"best\": 1 } } } ] }", "DO007")]
    [InlineData("{ \"kind\": \"scorecard\", \"name\": \"x\", \"name\": \"y\", \"measures\": [ { \"measure\": \"a\", \"curve\": { \"linear\": { \"worst\": 0, \"best\": 1 } } } ] }", "DO005")]
    [InlineData("{ \"kind\": \"scorecard\", \"name\": \"x\", \"minimumCoverage\": 1e999, \"measures\": [ { \"measure\": \"a\", \"curve\": { \"linear\": { \"worst\": 0, \"best\": 1 } } } ] }", "DO004")]
    [InlineData("{ \"kind\": \"scorecard\", \"name\": \"x\", \"measures\": [ { \"measure\": \"a\", \"curve\": { \"linear\": { \"worst\": 0, \"best\": 9007199254740993 } } } ] }", "SC011,DO004")]
    [InlineData("{ \"kind\": \"scorecard\", \"name\": \"x\", \"measures\": [ { \"measure\": \"a\", \"reads\": \"a\", \"curve\": { \"linear\": { \"worst\": 0, \"best\": 1 } } } ] }", "DO011")]
    [InlineData("{ \"kind\": \"scorecard\", \"name\": \"x\", \"measures\": [ { \"measure\": \"a\", \"curve\": { } } ] }", "DO004")]
    public void What_is_no_document_is_refused_with_its_code(string text, string codes)
    {
        var exception = Assert.Throws<ConfigurationException>(() => ScorecardDocument.Read(new("x.json", text)));

        Assert.Equal(codes, string.Join(',', exception.Diagnostics.Select(d => d.Code)));
    }

    [Fact]
    public void A_reader_of_the_host_is_named_with_its_version()
    {
        const string Text = """
            { "kind": "scorecard", "name": "r", "measures": [
              { "measure": "use", "reader": "logins@2", "curve": { "linear": { "worst": 0, "best": 100 } } },
              { "measure": "plan", "reader": "plan", "curve": { "categories": { "free": 0, "pro": 100 } } } ],
              "exceptions": [ { "id": "left", "cap": 10, "when": { "reader": "left@1" }, "because": "it left" } ] }
            """;
        var named = Vocabulary.For<Account>().Number("logins", a => a.Seats, version: "2").Text("plan", a => a.Plan).Flag("left", a => a.Escalated, version: "1").Build();

        var card = ScorecardDocument.Read(new("r.json", Text), Words, named);

        Assert.Equal(75, card.Score(new(50, null, "pro", false, null), AsOf).Value);
        Assert.Equal(10, card.Score(new(50, null, "pro", true, null), AsOf).Value);
        Assert.False(card.Definition.Reproducible);
        Assert.Equal(card.Definition.ConfigurationHash, ScorecardDocument.Read(new("r.json", ScorecardDocument.Write(card)), Words, named).Definition.ConfigurationHash);
        var wrong = Assert.Throws<ConfigurationException>(() => ScorecardDocument.Read(new("r.json", Text.Replace("logins@2", "logins@1", StringComparison.Ordinal).Replace("left@1", "lef@1", StringComparison.Ordinal)), Words, named));
        Assert.Equal(["DO012", "DO012"], wrong.Diagnostics.Select(d => d.Code));
    }

    private sealed record Account(double Seats, double? Nps, string? Plan, bool? Escalated, DateTimeOffset? Surveyed);
}
