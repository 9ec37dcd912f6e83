using System.Text.Json.Nodes;
using CustomerSuccess.Interventions;
using CustomerSuccess.Testing;
using CustomerSuccess.Tests.Interventions;
using CustomerSuccess.Tests.Support;
using Json.Schema;
using static CustomerSuccess.Tests.Interventions.RuleScene;

namespace CustomerSuccess.Tests.Testing.Interventions;

public class RuleTestsTests
{
    private static readonly RuleSet Rules = RuleSet.Of([
        Rule("no login", Trigger.Absence("login", Days(7), Anchor.CustomerSince)),
        Rule("big", Trigger.After(Anchor.CustomerSince, Days(1)), c => new() { Trigger = c.Trigger, Purpose = c.Purpose, Success = c.Success, Guard = Condition("customer.seats >= 100.0") })]);

    private const string Given = """
        "given": {
          "customers": [ { "id": "acme", "since": "2026-03-02", "owner": "csm-1" } ],
          "traits": [ { "name": "seats", "value": 5 } ],
          "signals": [ { "name": "login", "at": "2026-03-14" } ],
          "contacts": [ { "id": "ann", "primary": true, "channels": ["email", "in-app", "call"] } ]
        }
        """;

    [Fact]
    [Requirement("INT-14")]
    public async Task What_is_as_expected_passes()
    {
        var results = await RunAsync($$"""
            { "name": "a week without login is noticed", {{Given}},
              "cycles": { "from": "2026-03-01", "to": "2026-03-12" },
              "expect": {
                "cases": [ { "rule": "no login", "fired": "2026-03-09", "outcome": "open" } ],
                "touches": [
                  { "rule": "no login", "due": "2026-03-09", "sent": "2026-03-09", "channel": "email", "contact": "ann", "byPeople": false, "state": "failed" },
                  { "due": "2026-03-12", "channel": "in-app", "state": "sent" } ],
                "suppressions": [],
                "why": [
                  { "rule": "no login", "at": "2026-03-08", "standing": "waiting", "next": "2026-03-09" },
                  { "rule": "no login", "at": "2026-03-10", "standing": "fired" },
                  { "rule": "big", "at": "2026-03-04", "standing": "notMet", "says": "customer.seats is 5, needs at least 100" } ] } }
            """);

        Assert.True(results.Passed, results.Explain());
        results.ThrowIfFailed();
        Assert.Equal("1 test, 0 failed\npassed  a week without login is noticed (a.json, line 2)", results.Explain());
    }

    [Fact]
    public async Task What_is_otherwise_says_what_was_expected_and_what_was()
    {
        var results = await RunAsync($$"""
            { "name": "noticed", {{Given}},
              "cycles": ["2026-03-01", "2026-03-10"],
              "expect": {
                "cases": [ { "rule": "no login", "fired": "2026-03-08" } ],
                "touches": [],
                "suppressions": [ { "reason": "silenced" } ],
                "why": [ { "rule": "no login", "at": "2026-03-08", "standing": "fired" } ] } }
            """);

        Assert.False(results.Passed);
        Assert.Equal(
            """
            1 test, 1 failed
            FAILED  noticed (a.json, line 2)
              cases
                expected: no login, fired 2026-03-08
                actual:   no login, acme, fired 2026-03-09, open
              touches
                expected: no more than these
                actual:   no login, acme, due 2026-03-09, sent 2026-03-10, on email, to ann, automatic, sent
              suppressions
                expected: silenced
                actual:   nothing else
              why
                expected: no login, acme, at 2026-03-08, fired
                actual:   no login, acme, at 2026-03-08, waiting: fewer than 1 'login' in the 7 days after CustomerSince: its time comes 2026-03-09
            """,
            results.Explain());
        Assert.StartsWith("1 test, 1 failed", Assert.Throws<RuleTestFailedException>(results.ThrowIfFailed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_silences_and_opt_outs_play_their_part()
    {
        var results = await RunAsync("""
            { "name": "people call", "peopleAct": true, "rules": ["big"],
              "given": {
                "customers": [ { "id": "acme", "since": "2026-03-02" }, { "id": "other", "since": "2026-03-02" } ],
                "traits": [ { "customer": "acme", "name": "seats", "value": 500 }, { "customer": "other", "name": "seats", "value": 500 } ],
                "contacts": [ { "customer": "acme", "id": "ann", "channels": ["call"] }, { "customer": "other", "id": "bob", "channels": ["call"], "mayBeTouched": false } ],
                "consents": [ { "customer": "other", "contact": "bob", "basis": "optOut" } ],
                "silences": [ { "from": "2026-03-02", "to": "2026-03-05", "because": "migration", "customer": "acme" } ]
              },
              "cycles": { "from": "2026-03-02", "to": "2026-03-06" },
              "expect": {
                "touches": [ { "customer": "acme", "due": "2026-03-05", "byPeople": true, "state": "sent" } ],
                "suppressions": [ { "customer": "acme", "reason": "silenced", "until": "2026-03-05" }, { "customer": "other", "reason": "optOut" } ] } }
            """);

        Assert.True(results.Passed, results.Explain());
    }

    [Theory]
    [InlineData("""{ "kind": "rule-test", "tests": [ }""", "DO001")]
    [InlineData("""{ "kind": "rule-tests", "tests": [] }""", "DO004")]
    [InlineData("""{ "kind": "rule-test" }""", "DO003")]
    [InlineData("""{ "kind": "rule-test", "tests": [], "test": 1 }""", "DO002")]
    [InlineData("""{ "kind": "rule-test", "kind": "rule-test", "tests": [] }""", "DO005")]
    [InlineData("""{ "kind": "rule-test", "tests": [ { "name": "n", "given": { "customers": [ { "id": "a", "since": "yesterday" } ] }, "cycles": ["2026-03-02"], "expect": { "cases": [] } } ] }""", "DO004")]
    [InlineData("""{ "kind": "rule-test", "tests": [ { "name": "n", "given": { "customers": [ { "id": "a", "since": "2026-03-02" } ] }, "cycles": ["2026-03-03", "2026-03-02"], "expect": { "cases": [] } } ] }""", "DO004")]
    [InlineData("""{ "kind": "rule-test", "tests": [ { "name": "n", "given": { "customers": [ { "id": "a", "since": "2026-03-02" } ] }, "cycles": ["2026-03-02"], "expect": { } } ] }""", "DO004")]
    [InlineData("""{ "kind": "rule-test", "tests": [ { "name": "n", "given": { "customers": [ { "id": "a", "since": "2026-03-02" } ] }, "cycles": ["2026-03-02"], "expect": { "cases": [ { "rule": "no logn" } ] } } ] }""", "DO004")]
    [InlineData("""{ "kind": "rule-test", "tests": [ { "name": "n", "given": { "customers": [ { "id": "a", "since": "2026-03-02" } ], "traits": [ { "name": "x", "value": 1e300, "currency": "EUR" } ] }, "cycles": { "from": "2026-03-02", "to": "2026-03-02", "everyDays": 1e-300 }, "expect": { "cases": [] } } ] }""", "DO004")]
    public async Task Mistakes_have_a_code_and_a_place(string text, string code)
    {
        var mistakes = (await Assert.ThrowsAsync<ConfigurationException>(() => RuleTests.RunAsync([new("a.json", text)], Rules, _ => new RuleScene().Health()))).Diagnostics;

        Assert.Contains(mistakes, m => m.Code == code);
        Assert.All(mistakes, m => Assert.True(m is { Document: "a.json", Line: > 0, Column: > 0 }, $"{m}"));
    }

    [Fact]
    public async Task A_directory_without_tests_is_a_mistake_and_no_tests_are_no_success()
    {
        Assert.Equal("DO009", (await Assert.ThrowsAsync<ConfigurationException>(() => RuleTests.RunAsync("there is no such directory", Rules, _ => new RuleScene().Health()))).Diagnostics[0].Code);
        var none = await RuleTests.RunAsync([new("a.json", """{ "kind": "rule-test", "tests": [] }""")], Rules, _ => new RuleScene().Health());
        Assert.False(none.Passed);
        Assert.Throws<RuleTestFailedException>(none.ThrowIfFailed);
    }

    [Fact]
    public void What_the_reader_knows_is_what_the_schema_knows()
    {
        var schema = JsonNode.Parse(DocumentSchemas.Of("rule-test"))!;
        var expect = schema["properties"]!["tests"]!["items"]!["properties"]!["expect"]!["properties"]!;
        string[] Words(string list, string property) => [.. expect[list]!["items"]!["properties"]![property]!["enum"]!.AsArray().Select(n => n!.ToString())];
        Assert.Equal(Enum.GetValues<SuppressionReason>().Select(r => Lower(r)), Words("suppressions", "reason"));
        Assert.Equal(Enum.GetValues<RuleStanding>().Select(r => Lower(r)), Words("why", "standing"));
        Assert.Equal(Enum.GetValues<CaseOutcome>().Select(r => Lower(r)).Prepend("open"), Words("cases", "outcome"));
        Assert.True(JsonSchema.FromText(schema.ToJsonString(), new BuildOptions { SchemaRegistry = new() })
            .Evaluate(System.Text.Json.JsonSerializer.SerializeToElement(JsonNode.Parse($$"""{ "kind": "rule-test", "tests": [ { "name": "n", {{Given}}, "cycles": ["2026-03-02"], "expect": { "cases": [] } } ] }"""))).IsValid);
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString() is var text ? char.ToLowerInvariant(text[0]) + text[1..] : "";

    private static Task<RuleTestResults> RunAsync(string test)
    {
        var document = new ConfigurationDocument("a.json", $$"""
            { "kind": "rule-test", "format": 1, "tests": [
            {{test}}
            ] }
            """);
        return RuleTests.RunAsync([document], Rules, sources => new RuleScene().Health(sources));
    }
}
