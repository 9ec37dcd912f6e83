using CustomerSuccess.Composition;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Composition.Documents.CustomerConfigurationTests;

namespace CustomerSuccess.Tests.Composition.Documents;

/// <summary>Each mistake of a configuration is told once, without those that follow of it; what is the same in content has one hash.</summary>
[Requirement("OPS-2")]
public sealed class ConfigurationMistakeTests
{
    [Fact]
    public void Of_a_fact_without_those_of_what_reads_it() =>
        Assert.Equal(["EX007 vocabulary.json $.facts[\"logins a seat\"].number"], Found(Default, Change(Words, "customer.seats", "customer.seets")));

    [Fact]
    public void Of_a_currency_without_those_of_what_reads_the_amount()
    {
        var reads = Change(Default, "signals.ticket.count(days(28))", "amount(customer.budget)");
        var without = Change(Change(Words, "\"currency\": \"EUR\"", "\"description\": \"\""), "\"values\": false", "\"values\": false");

        Assert.Equal(["DO004 vocabulary.json $.traits.budget.currency"], Found(Default, Change(Words, "\"EUR\"", "\"eur\"")));
        Assert.Equal(["DO004 vocabulary.json $.traits.budget.currency"], Found(Default, Change(Words, "\"EUR\"", "5")));
        Assert.Equal(["DO003 vocabulary.json $.traits.budget"], Found(Default, without));
        Assert.DoesNotContain(Found(reads, Change(Words, "\"EUR\"", "5")), m => m.Contains("budget", StringComparison.Ordinal) && !m.StartsWith("DO004", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("customer.id")]
    [InlineData("customer.seats")]
    [InlineData("signals.login")]
    [InlineData("segment.tier")]
    [InlineData("health.band")]
    [InlineData("previous.health")]
    public void Of_a_fact_that_would_stand_within_what_belongs_to_every_customer(string name) => Assert.Equal(
        [$"LA002 more.json $.facts[\"{name}\"].number"],
        Found(Default, Words, new("more.json", $$"""{ "kind": "vocabulary", "facts": { "{{name}}": { "number": "1.0" } } }""")));

    [Fact]
    public void Of_nobody_that_scores_in_the_words_of_documents() =>
        Assert.Contains("\"scoredBy\"", Assert.Single(Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([Words])).Diagnostics).Cure, StringComparison.Ordinal);

    [Fact]
    public void File_names_and_the_order_of_declarations_leave_the_hash_alone()
    {
        ConfigurationDocument one = new("a.json", """{ "kind": "vocabulary", "traits": { "x": { "type": "number" } } }"""), other = new("b.json", """{ "kind": "vocabulary", "traits": { "w": { "type": "number" } } }""");

        Assert.Equal(Hash(Default, Words, one, other), Hash(Default, Words, new("b.json", one.Text), new("a.json", other.Text)));
        Assert.Equal(Hash(Default, Words, one, other), Hash(other, one, Words, Default));
        Assert.Equal(Hash(Default, Words, one, other), Hash(Default, Words, new("c.json", """{ "kind": "vocabulary", "traits": { "w": { "type": "number" }, "x": { "type": "number" } } }""")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"grid\": {}")]
    [InlineData("\"grid\": { \"zone\": \"UTC\", \"everyDays\": 1, \"origin\": \"2000-01-01\" }")]
    [InlineData("\"scoredBy\": [ { \"scorecard\": \"default\" } ]")]
    public void What_is_usual_leaves_the_hash_alone_where_it_is_stated(string stated) =>
        Assert.Equal(Hash(Default, Words), Hash(Default, Words, new("health.json", $$"""{ "kind": "health"{{(stated.Length == 0 ? "" : ", ")}}{{stated}} }""")));

    [Fact]
    public void Files_and_directories_whose_names_begin_with_a_dot_are_no_documents()
    {
        var directory = Directory.CreateTempSubdirectory("dots");
        try
        {
            foreach (var (name, text) in new[] { ("words.json", Words.Text), ("default.json", Default.Text), ("..data/default.json", Default.Text), ("sub/.editor/settings.json", "{}"), (".hidden.json", "{") })
            {
                var path = Path.Combine(directory.FullName, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            Assert.Equal(["default.json", "words.json"], CustomerConfiguration.Load(directory.FullName).Documents.Select(d => d.Name));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string Hash(params ConfigurationDocument[] documents) => CustomerConfiguration.Load(documents).ConfigurationHash;

    private static string[] Found(params ConfigurationDocument[] documents) =>
        [.. Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load(documents)).Diagnostics.Select(d => $"{d.Code} {d.Document} {d.Path}")];
}
