using CustomerSuccess.Composition;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Composition.Documents.CustomerConfigurationTests;

namespace CustomerSuccess.Tests.Composition.Documents;

/// <summary>A mistake is told at the part of the document that has to change, in its words.</summary>
[Requirement("OPS-2")]
public sealed class MistakePlaceTests
{
    private const string Reads = "\"measure\": \"use\", \"reads\": \"logins_a_seat\"";
    private const string Aged = "\"age\": \"(now - customer.since).inDays()\"";
    private const string Linear = "\"curve\": { \"linear\": { \"worst\": 0, \"best\": 1 } }";

    [Theory]
    [InlineData("SC013", "missing", Linear, "\"missing\": { \"neutral\": 120 }")]
    [InlineData("SC013", "decay", Linear, Aged, "\"decay\": { \"halfLife\": \"30 days\", \"toward\": 120 }")]
    [InlineData("SC013", "curve", "\"curve\": { \"steps\": { \"below\": 0, \"from\": [[1, 120]] } }", "\"missing\": { \"neutral\": 50 }")]
    [InlineData("SC013", "judgedAsUsage", Linear, "\"judgedAsUsage\": { \"whenNot\": 0, \"whileInvestigated\": 150 }")]
    [InlineData("SC016", "decay", Linear, Aged, "\"expiresAfter\": \"30 days\"", "\"decay\": { \"halfLife\": \"0 days\" }")]
    [InlineData("SC016", "expiresAfter", Linear, Aged, "\"expiresAfter\": \"0 days\"", "\"decay\": { \"halfLife\": \"30 days\" }")]
    [InlineData("SC005", "weights", Linear, "\"weight\": 1", "\"weights\": { \"guided\": -1 }")]
    [InlineData("SC005", "weight", Linear, "\"weight\": -1", "\"weights\": { \"guided\": 1 }")]
    [InlineData("SC019", "curve.table.columns", "\"by\": \"customer.seats\"", "\"curve\": { \"table\": { \"rows\": { \"ranges\": [\"< 1\", \">= 1\"] }, \"columns\": { \"ranges\": [\"< 5\", \"> 5\"] }, \"cells\": [[0, 50], [50, 100]] } }")]
    [InlineData("SC014", "curve.table.rows.valid", "\"by\": \"customer.seats\"", "\"curve\": { \"table\": { \"rows\": { \"valid\": [5, 1], \"ranges\": [\"< 1\", \">= 1\"] }, \"columns\": { \"ranges\": [\"< 5\", \">= 5\"] }, \"cells\": [[0, 50], [50, 100]] } }")]
    public void A_mistake_of_a_measure_stands_at_the_property_that_it_is_about(string code, string property, params string[] measure) =>
        Assert.Equal($"{code} card.json $.measures[0].{property}", Found(new("card.json", $$"""{ "kind": "scorecard", "name": "card", "measures": [ { {{Reads}}, {{string.Join(", ", measure)}} } ] }"""), Default, Large, Uses));

    [Fact]
    public void A_red_edge_is_no_limit_of_points()
    {
        var card = new ConfigurationDocument("card.json", $$"""
            { "kind": "scorecard", "name": "card", "measures": [
              { "group": "g", "aggregation": "anyRed", "redBelow": 101, "measures": [ { {{Reads}}, {{Linear}} } ] } ] }
            """);

        Assert.Equal("SC009 card.json $.measures[0].redBelow", Found(card, Default, Large, Uses));
    }

    [Fact]
    public void A_segment_that_does_not_exist_is_told_where_it_is_to_be_scored_even_if_a_scheme_has_its_name() =>
        Assert.Equal("ST011 health.json $.scoredBy[1]", Found(Default, Large, Change(Uses, "guided", "experience")));

    [Fact]
    public void Who_is_scored_twice_and_a_trend_that_is_too_narrow_are_told_where_they_are_written()
    {
        Assert.Equal("ST007 health.json $.scoredBy[1]", Found(Default, Large, Change(Uses, ", \"segment\": \"guided\"", "")));
        Assert.Equal("SR002 health.json $.trendOver", Found(Default, Large, Change(Uses, "30 days", "3 days")));
    }

    [Theory]
    [InlineData("SG009", "{ \"fact\": \"seats\", \"atLeast\": 100 }")]
    [InlineData("SG011", "\"health.band == 'Red'\"")]
    public void A_condition_that_reads_what_is_not_there_is_told_at_its_segment(string code, string when)
    {
        var mood = new ConfigurationDocument("mood.json", $$"""
            { "kind": "segments", "name": "mood", "purpose": "other",
              "segments": [ { "name": "calm", "when": "customer.seats < 3.0" }, { "name": "odd", "when": {{when}} } ], "otherwise": { "name": "other" } }
            """);

        Assert.Equal($"{code} mood.json $.segments[1].when", Found(mood, Default, Large, Uses));
    }

    [Fact]
    public void A_scheme_for_growth_potential_is_asked_before_the_segments_that_it_reads()
    {
        var growth = new ConfigurationDocument("growth.json", """
            { "kind": "segments", "name": "growth", "purpose": "growthPotential",
              "segments": [ { "name": "rising", "when": "segment.tier == 'large'" } ], "otherwise": { "name": "steady" } }
            """);

        Assert.Equal("SG010 growth.json $.segments[0].when", Found(growth, Default, Large, Uses));
    }

    [Fact]
    public void Of_two_schemes_for_experience_the_last_is_told_at_its_purpose_without_a_document_of_kind_health() =>
        Assert.Equal("SG008 segments/experience.json $.purpose", Found(new("first.json", Experience.Text.Replace("\"name\": \"experience\"", "\"name\": \"first\"", StringComparison.Ordinal)), Default));

    [Fact]
    public void A_fact_of_another_kind_than_the_measure_of_its_name_is_told_where_it_is_declared() =>
        Assert.Equal("VO002 more.json $.facts.use", Found(new("more.json", """{ "kind": "vocabulary", "facts": { "use": { "text": "customer.plan" } } }"""), Default));

    private static string Found(params ConfigurationDocument[] documents) =>
        string.Join('\n', Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([.. documents, Experience, Tier, Words])).Diagnostics.Select(d => $"{d.Code} {d.Document} {d.Path}"));
}
