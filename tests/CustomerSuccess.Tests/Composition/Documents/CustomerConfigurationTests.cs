using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Tests.Composition.Documents;

[Requirement("OPS-2")]
public sealed class CustomerConfigurationTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static readonly ConfigurationDocument Words = new("vocabulary.json", """
        { "kind": "vocabulary",
          "traits": { "plan": { "type": "text" }, "active seats": { "type": "number", "alias": "seats" }, "budget": { "type": "money", "currency": "EUR" } },
          "signals": { "login": { "unit": "logins", "range": [0, null], "freshness": "2 days", "required": true }, "ticket": { "values": false } },
          "facts": { "logins a seat": { "number": "signals.login.count(days(28)) / customer.seats" } } }
        """);

    internal static readonly ConfigurationDocument Tier = new("segments/tier.json", """
        { "kind": "segments", "name": "tier", "purpose": "economicTier",
          "segments": [ { "name": "large", "when": "customer.seats >= 100.0" } ], "otherwise": { "name": "small" } }
        """);

    internal static readonly ConfigurationDocument Experience = new("segments/experience.json", """
        { "kind": "segments", "name": "experience", "purpose": "experience",
          "segments": [ { "name": "guided", "when": "segment.tier == 'large'", "experience": { "coverage": "highTouch" } } ],
          "otherwise": { "name": "self-serve", "experience": { "coverage": "selfServe" } } }
        """);

    internal static readonly ConfigurationDocument Default = new("scorecards/default.json", """
        { "kind": "scorecard", "name": "default",
          "measures": [
            { "measure": "use", "reads": "logins_a_seat", "curve": { "linear": { "worst": 0, "best": 1 } }, "weights": { "guided": 3 } },
            { "measure": "tickets", "reads": "signals.ticket.count(days(28))", "curve": { "linear": { "worst": 4, "best": 0 } } } ] }
        """);

    internal static readonly ConfigurationDocument Large = new("scorecards/large.json", """
        { "kind": "scorecard", "name": "large",
          "measures": [ { "measure": "use", "reads": "logins_a_seat", "curve": { "linear": { "worst": 0, "best": 2 } } } ] }
        """);

    internal static readonly ConfigurationDocument Uses = new("health.json", """
        { "kind": "health", "scoredBy": [ { "scorecard": "default" }, { "scorecard": "large", "segment": "guided" } ],
          "grid": { "zone": "Europe/Berlin", "everyDays": 7, "origin": "2000-01-03" }, "trendOver": "30 days" }
        """);

    internal static IReadOnlyList<ConfigurationDocument> All => [Uses, Default, Large, Experience, Tier, Words];

    [Fact]
    public async Task Documents_are_one_configuration_whatever_their_order()
    {
        var configuration = CustomerConfiguration.Load(All);

        Assert.Equal(["tier", "experience"], configuration.Schemes.Select(s => s.Name));
        Assert.Equal(["default", "large"], configuration.Scorecards.Select(s => s.Name));
        Assert.True(configuration.Reproducible);
        Assert.Equal(configuration.ConfigurationHash, CustomerConfiguration.Load(All.Reverse()).ConfigurationHash);
        var health = configuration.Over(Sources());
        var (large, small) = (await health.ScoreAsync("large", Start.AddDays(60)), await health.ScoreAsync("small", Start.AddDays(60)));
        Assert.Equal(("large", "guided", 14), (large!.Definition.Strategy, large.Segment, Math.Round(large.Value!.Value)));
        Assert.Equal(("default", "self-serve", 100), (small!.Definition.Strategy, small.Segment, Math.Round(small.Value!.Value)));
        Assert.Equal(configuration.Scorecards[1].Definition.ConfigurationHash, large.Definition.ConfigurationHash);
    }

    [Fact]
    [Requirement("HLT-14")]
    public void What_a_scorecard_reads_is_in_its_hash_through_facts_and_segments()
    {
        string[] Hashes(params ConfigurationDocument[] documents) => [.. CustomerConfiguration.Load(documents).Scorecards.Select(s => s.Definition.ConfigurationHash)];
        var reads = Change(Default, "signals.ticket.count(days(28))", "segment.experience == 'guided' ? 1.0 : 0.0");
        var before = Hashes(Uses, reads, Large, Experience, Tier, Words);

        Assert.NotEqual(before, Hashes(Uses, reads, Large, Experience, Change(Tier, "100.0", "101.0"), Words));
        Assert.NotEqual(before, Hashes(Uses, reads, Large, Experience, Tier, Change(Words, "days(28)", "days(27)")));
        Assert.Equal(before, Hashes(Change(Uses, "30 days", "40 days"), reads, Large, Experience, Tier, Change(Words, "2 days", "3 days")));
    }

    [Fact]
    public void Every_mistake_of_all_documents_is_in_one_report()
    {
        var exception = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load(
        [
            Change(Uses, "\"large\"", "\"larg\""),
            Change(Default, "logins_a_seat", "logins_a_set"),
            Default,
            Change(Experience, "segment.tier", "segment.tear"),
            Tier,
            Change(Words, "\"ticket\"", "\"tick et\""),
            new("broken.json", "{ \"kind\": "),
            new("other.json", "{ \"kind\": \"playbook\" }"),
        ]));

        Assert.Equal(
            ["DO008 health.json", "EX004 scorecards/default.json", "EX007 scorecards/default.json", "DO008 scorecards/default.json", "EX007 scorecards/default.json", "EX004 segments/experience.json", "LA001 vocabulary.json", "DO001 broken.json", "DO006 other.json"],
            exception.Diagnostics.Select(d => $"{d.Code} {d.Document}"));
    }

    [Fact]
    public void Schemes_that_read_each_other_are_a_mistake()
    {
        var exception = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([Default, Words, Experience, Change(Tier, "customer.seats >= 100.0", "segment.experience == 'guided'")]));

        Assert.Equal("DO010", Assert.Single(exception.Diagnostics).Code);
    }

    [Fact]
    public void What_only_shows_in_the_whole_is_found_where_it_is_written()
    {
        var exception = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([Default, Words, Tier, Large, Experience, Change(Uses, "guided", "guidde")]));
        Assert.Equal("ST011 health.json", exception.Diagnostics.Select(d => $"{d.Code} {d.Document}").Single());
        exception = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([Default, Words, Change(Tier, "\"customer.seats >= 100.0\"", "{ \"fact\": \"revenu\", \"atLeast\": 1 }")], host => host.Health(h => h.AnnualRevenue("revenue", "EUR"))));
        Assert.Equal("SG009 segments/tier.json", exception.Diagnostics.Select(d => $"{d.Code} {d.Document}").Single());
        exception = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([Large, Change(Default, "\"default\"", "\"usual\""), Words]));
        Assert.Equal("ST003", exception.Diagnostics.Single().Code);
    }

    [Fact]
    public void A_vocabulary_reads_back_as_the_same()
    {
        var read = CustomerVocabulary.Read(Words);
        var written = new CustomerVocabulary
        {
            Traits = [new() { Name = "plan", Kind = TraitKind.Text }, new() { Name = "active seats", Kind = TraitKind.Number, Alias = "seats", Description = "who works with it" }, new() { Name = "budget", Kind = TraitKind.Money, Currency = "EUR" }],
            Signals = [new() { Name = "login", Contract = new() { Unit = "logins", Minimum = 0, Freshness = TimeSpan.FromDays(2), IsRequired = true } }, new() { Name = "ticket", HasValues = false }],
            Facts = [new() { Name = "logins a seat", Type = FactType.Number, Expression = "signals.login.count(days(28)) / customer.seats" }],
        };

        Assert.Equal(written.ConfigurationHash, read.ConfigurationHash);
        Assert.Equal(read.ConfigurationHash, CustomerVocabulary.Read(new("again.json", written.Write())).ConfigurationHash);
        Assert.Equal(
            CustomerConfiguration.Load([Words, Default]).Scorecards[0].Definition.ConfigurationHash,
            ScorecardDocument.Read(Default, CustomerExpressions.Declare().Vocabulary(written).Build()).Definition.ConfigurationHash);
    }

    [Fact]
    public void A_directory_is_read_with_all_below_it_and_what_cannot_be_read_is_told()
    {
        var directory = Directory.CreateTempSubdirectory("configuration");
        try
        {
            foreach (var document in All)
            {
                var path = Path.Combine(directory.FullName, document.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, document.Text);
            }

            File.WriteAllText(Path.Combine(directory.FullName, "x.schema.json"), "{}");
            var configuration = CustomerConfiguration.Load(directory.FullName);
            Assert.Equal(CustomerConfiguration.Load(All).ConfigurationHash, configuration.ConfigurationHash);
            Assert.Equal(All.Select(d => d.Name).Order(StringComparer.Ordinal), configuration.Documents.Select(d => d.Name));

            File.WriteAllBytes(Path.Combine(directory.FullName, "latin.json"), [(byte)'{', 0xE9, (byte)'}']);
            var exception = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load(directory.FullName));
            Assert.Equal("DO009", exception.Diagnostics.Single().Code);
            exception = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load(Path.Combine(directory.FullName, "nowhere")));
            Assert.Equal("DO009", exception.Diagnostics.Single().Code);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    [Requirement("HLT-7")]
    [Requirement("HLT-10")]
    public async Task New_customers_have_a_scorecard_of_their_own_and_lifecycle_stages_too()
    {
        var uses = new ConfigurationDocument("health.json", """
            { "kind": "health", "scoredBy": [ { "scorecard": "default" }, { "scorecard": "large", "stage": "live" } ], "coldStart": { "scorecard": "new", "maximumAge": "30 days" } }
            """);
        var cold = new ConfigurationDocument("new.json", """{ "kind": "scorecard", "name": "new", "measures": [ { "measure": "logins", "reads": "signals.login.count(days(7))", "curve": { "linear": { "worst": 0, "best": 14 } } } ] }""");
        var health = CustomerConfiguration.Load([uses, cold, Default, Large, Tier, Experience, Words]).Over(Sources());

        Assert.Equal("new", (await health.ScoreAsync("large", Start.AddDays(20)))!.Definition.Strategy);
        Assert.Equal("default", (await health.ScoreAsync("large", Start.AddDays(40)))!.Definition.Strategy);
        var exception = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([Change(uses, "\"maximumAge\": \"30 days\"", "\"untilCoverage\": 60"), cold, Default, Large, Tier, Experience, Words]));
        Assert.Equal("DO004", exception.Diagnostics.Single().Code);
    }

    [Fact]
    [Requirement("HLT-16")]
    public void How_parents_roll_up_is_written_too()
    {
        var uses = Change(Uses, "\"trendOver\"", "\"rollUp\": { \"method\": \"shareOfPoor\", \"poorBands\": [0.5, 0.25], \"ownWeight\": 0.2 }, \"trendOver\"");
        var configuration = CustomerConfiguration.Load([uses, Default, Large, Experience, Tier, Words]);

        Assert.Equal((RollUpMethod.ShareOfPoor, 0.2, 2), (configuration.RollUp.Method, configuration.RollUp.OwnWeight, configuration.RollUp.PoorBands.Count));
        Assert.NotEqual(CustomerConfiguration.Load(All).ConfigurationHash, configuration.ConfigurationHash);
        Assert.Equal(CustomerConfiguration.Load(All).ConfigurationHash, CustomerConfiguration.Load([Change(Uses, "\"trendOver\"", "\"rollUp\": { \"method\": \"mean\" }, \"trendOver\""), Default, Large, Experience, Tier, Words]).ConfigurationHash);
        var mistake = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([Change(uses, "0.2", "1"), Default, Large, Experience, Tier, Words])).Diagnostics.Single();
        Assert.Equal("DO004 $.rollUp", $"{mistake.Code} {mistake.Path}");
    }

    [Fact]
    public async Task A_configuration_is_registered_with_a_container()
    {
        var services = new ServiceCollection();
        var sources = Sources();
        services.AddSingleton(sources.Customers!).AddSingleton(sources.Traits!).AddSingleton(sources.Subscriptions!).AddSingleton(sources.Signals!);
        services.AddCustomerSuccess(b => b.Customers(CustomerConfiguration.Load(All)));
        await using var provider = services.BuildServiceProvider();

        var score = await provider.GetRequiredService<IHealthScorer>().ScoreAsync("large", Start.AddDays(60));

        Assert.Equal(("large", "guided"), (score!.Definition.Strategy, score.Segment));
    }

    internal static ConfigurationDocument Change(ConfigurationDocument document, string old, string now)
    {
        Assert.Contains(old, document.Text, StringComparison.Ordinal);
        return new(document.Name, document.Text.Replace(old, now, StringComparison.Ordinal));
    }

    internal static CustomerSources Sources()
    {
        var (accounts, signals) = (new AccountLog(), new SignalLog());
        foreach (var (id, seats, logins) in new[] { ("large", 200d, 1), ("small", 5d, 3) })
        {
            accounts.Add(new Customer(id, Start));
            accounts.Add(new Trait(id, "active seats", TraitValue.Of(seats), Start));
            for (var day = 0; day < 90; day++)
            {
                for (var i = 0; i < logins * (id == "large" ? 2 : 1); i++)
                {
                    signals.Append(new(id, "login", Start.AddDays(day).AddMinutes(i)) { Actor = "customer" });
                }
            }
        }

        return CustomerSources.InMemory(accounts, signals);
    }
}
