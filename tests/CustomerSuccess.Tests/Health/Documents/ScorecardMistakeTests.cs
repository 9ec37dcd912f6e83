using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Documents;

/// <summary>Each mistake of a scorecard's document is told once, at its place, and without those that follow of it.</summary>
[Requirement("OPS-2")]
public sealed class ScorecardMistakeTests
{
    private const string Linear = "\"curve\": { \"linear\": { \"worst\": 0, \"best\": 1 } }";

    [Theory]
    [InlineData("DO003 $.exceptions[0].when.all[0]", "{ \"all\": [ { \"all\": [] } ] }")]
    [InlineData("DO004 $.exceptions[0].when.all", "{ \"all\": 5 }")]
    [InlineData("DO004 $.exceptions[0].when.is", "{ \"measure\": \"a\", \"is\": 5 }")]
    [InlineData("DO004 $.exceptions[0].when.atLeast", "{ \"measure\": \"a\", \"atLeast\": \"3\" }")]
    [InlineData("DO004 $.exceptions[0].when.known", "{ \"known\": 5 }")]
    [InlineData("DO004 $.exceptions[0].when.measure", "{ \"measure\": \"\", \"atLeast\": 3 }")]
    [InlineData("DO004 $.exceptions[0].when.measure", "{ \"measure\": \" \", \"atLeast\": 3 }")]
    [InlineData("DO004 $.exceptions[0].when.column", "{ \"column\": \"\" }")]
    public void Of_a_condition(string expected, string when) => Assert.Equal(
        [expected],
        Found($$"""{ "kind": "scorecard", "name": "c", "measures": [ { "measure": "a", {{Linear}} } ], "exceptions": [ { "cap": 40, "because": "b", "when": {{when}} } ] }"""));

    [Theory]
    [InlineData("DO004 $.bands[1].from", "[ { \"name\": \"Bad\" }, { \"name\": \"Good\", \"from\": \"75\" } ]")]
    [InlineData("DO003 $.bands[1]", "[ { \"name\": \"Bad\" }, { \"name\": \"Good\" } ]")]
    [InlineData("DO003 $.bands[1]", "[ { \"name\": \"Bad\" }, { \"from\": 75 } ]")]
    [InlineData("DO004 $.bands[0].range", "[ { \"name\": \"Bad\", \"range\": \"[0, 50\" }, { \"name\": \"Good\", \"range\": \"[50, 100]\" } ]")]
    [InlineData("DO004 $.bands[1]", "[ { \"name\": \"Bad\" }, 5 ]")]
    [InlineData("DO004 $.bands", "\"Bad, Good\"")]
    public void Of_bands_that_an_exception_names(string expected, string bands) => Assert.Equal(
        [expected],
        Found($$"""{ "kind": "scorecard", "name": "c", "measures": [ { "measure": "a", {{Linear}} } ], "bands": {{bands}}, "exceptions": [ { "capBand": "Bad", "because": "b", "when": { "known": "a" } } ] }"""));

    [Theory]
    [InlineData("DO004 $.minimumCoverage", "\"minimumCoverage\": 1e999, ", "")]
    [InlineData("DO007 $.format", "\"format\": 2, \"rubrics\": [], ", "")]
    [InlineData("SC005 $.measures[1].weight", "", ", { \"measure\": \"bands\", \"weight\": -1, " + Linear + " }")]
    [InlineData("SC005 $.measures[1].measures[0].weight", "\"exceptions\": [ { \"id\": \"x\", \"cap\": 40, \"because\": \"b\", \"when\": { \"known\": \"a\" } } ], ", ", { \"group\": \"exceptions\", \"measures\": [ { \"measure\": \"x\", \"weight\": -1, " + Linear + " } ] }")]
    [InlineData("SC026 $.exceptions[0].cap", "\"exceptions\": [ { \"id\": \"x\", \"cap\": 140, \"because\": \"b\", \"when\": { \"known\": \"a\" } } ], ", ", { \"group\": \"exceptions\", \"measures\": [ { \"measure\": \"x\", " + Linear + " } ] }")]
    [InlineData("SC002 $.measures[1].measure", "", ", { \"measure\": \"a\", " + Linear + " }")]
    public void Of_what_stands_in_the_document(string expected, string top, string measures) =>
        Assert.Equal([expected], Found($$"""{ "kind": "scorecard", "name": "c", {{top}}"measures": [ { "measure": "a", {{Linear}} }{{measures}} ] }"""));

    [Fact]
    public void Of_measures_that_are_no_list() => Assert.Equal(["DO004 $.measures"], Found("""{ "kind": "scorecard", "name": "c", "measures": {} }"""));

    [Fact]
    public void The_condition_of_an_exception_is_read_whatever_else_it_lacks() => Assert.Equal(
        ["DO003 $.exceptions[0]", "DO003 $.exceptions[0].when"],
        Found($$"""{ "kind": "scorecard", "name": "c", "measures": [ { "measure": "a", {{Linear}} } ], "exceptions": [ { "cap": 40, "when": { "measure": "a" } } ] }"""));

    [Fact]
    public void A_condition_counts_however_deep_it_is()
    {
        const int Deep = 50;
        var when = $"{string.Concat(Enumerable.Repeat("{ \"not\": ", Deep))}{{ \"measure\": \"a\", \"atLeast\": 1 }}{string.Concat(Enumerable.Repeat(" }", Deep))}";
        var card = ScorecardDocument.Read(new("card.json", $$"""{ "kind": "scorecard", "name": "c", "measures": [ { "measure": "a", {{Linear}} } ], "exceptions": [ { "cap": 40, "because": "b", "when": {{when}} } ] }"""));

        Assert.Equal(40, card.Score((double[])[1], new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Value);
    }

    [Fact]
    public void A_condition_of_many_parts_reads_back_as_the_same()
    {
        var card = Scorecard.ForColumns("c")
            .Measure("a", m => m.MoreIsBetter().Linear(0, 1))
            .CapAt(40, when: m => Enumerable.Range(0, 200).Select(i => m["a"].LessThan(i)).Aggregate((one, other) => one.Or(other)).And(m["a"].AtLeast(0.5)).And(m["a"].EqualTo(1)), because: "b")
            .Build();

        Assert.Equal(card.Definition.ConfigurationHash, ScorecardDocument.Read(new("card.json", ScorecardDocument.Write(card))).Definition.ConfigurationHash);
    }

    [Fact]
    public void A_condition_of_too_many_parts_is_a_mistake()
    {
        var parts = string.Join(", ", Enumerable.Repeat("{ \"measure\": \"a\", \"atLeast\": 1 }", 20_000));
        string Of(string when) => $$"""{ "kind": "scorecard", "name": "c", "measures": [ { "measure": "a", {{Linear}} } ], "exceptions": [ { "cap": 40, "because": "b", "when": {{when}} } ] }""";

        Assert.Equal(["DO004 $.exceptions[0].when.all"], Found(Of($$"""{ "all": [ {{parts}} ] }""")));
        Assert.Equal(["DO004 $.exceptions[0].when.not.any"], Found(Of($$"""{ "not": { "any": [ {{parts}} ] } }""")));
    }

    [Fact]
    public void Of_three_of_one_name_it_is_told_once() =>
        Assert.Equal(["SC002 $.measures[2].measure"], Found($$"""{ "kind": "scorecard", "name": "c", "measures": [ { "measure": "a", {{Linear}} }, { "measure": "a", {{Linear}} }, { "measure": "a", {{Linear}} } ] }"""));

    [Fact]
    public void Of_a_long_line_columns_are_right_whatever_the_order_in_which_they_are_asked()
    {
        var text = $$"""{ "kind": "scorecard", "name": "ü", "exceptions": [ { "cap": 140, "because": "ä", "when": { "known": "a" } } ], "measures": [ { "measure": "a", "weight": -1, {{Linear}} } ], "odd": 1 }""";
        var found = Assert.Throws<ConfigurationException>(() => ScorecardDocument.Read(new("card.json", text))).Diagnostics;

        Assert.Equal([text.IndexOf("140", StringComparison.Ordinal) + 1, text.IndexOf("-1", StringComparison.Ordinal) + 1, text.IndexOf("\"odd\"", StringComparison.Ordinal) + 1], found.Select(d => d.Column!.Value));
    }

    [Fact]
    public void A_text_of_no_and_yes_reads_back_as_the_same()
    {
        var (language, readers) = (CustomerExpressions.Declare().Build(), Vocabulary.For<CustomerFacts>().Text("signed", f => f.CustomerId, version: "1").Build());
        var card = ScorecardDocument.Read(new("card.json", """{ "kind": "scorecard", "name": "c", "measures": [ { "measure": "m", "reader": "signed@1", "curve": { "categories": { "no": 0, "yes": 100 } } } ] }"""), language, readers);

        Assert.Equal(card.Definition.ConfigurationHash, ScorecardDocument.Read(new("again.json", ScorecardDocument.Write(card)), language, readers).Definition.ConfigurationHash);
    }

    private static string[] Found(string text) =>
        [.. Assert.Throws<ConfigurationException>(() => ScorecardDocument.Read(new("card.json", text))).Diagnostics.Select(d => $"{d.Code} {d.Path}")];
}
