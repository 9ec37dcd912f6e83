using CustomerSuccess.Composition;
using CustomerSuccess.Contacts;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using Microsoft.Extensions.DependencyInjection;
using static CustomerSuccess.Tests.Contacts.Scene;

namespace CustomerSuccess.Tests.Contacts;

/// <summary>What expressions, vocabularies and scorecards read of contacts and issues.</summary>
public sealed class ContactLanguageTests
{
    private static readonly Language<CustomerFacts> Language = CustomerExpressions.Declare().Build();

    [Theory]
    [InlineData("contacts.active == 3")]
    [InlineData("contacts.exposure > 0.39 && contacts.exposure < 0.41")]
    [InlineData("contacts.engaged(days(90)) == 2 && contacts.engaged(days(101)) == 3")]
    [InlineData("contacts.missing == ['decision maker']")]
    [InlineData("'decision maker' in contacts.missing && contacts.missing.size() == 1")]
    [InlineData("contacts.daysSince('executive sponsor') == 45.0")]
    [InlineData("contacts.signerKnown")]
    [InlineData("contacts.covers('champion') && !contacts.covers('buyer')")]
    [InlineData("!known(contacts.daysSince('buyer'))")]
    [InlineData("orElse(contacts.daysSince('buyer'), 999.0) > 500.0")]
    [InlineData("issues.open(1) == 1 && issues.open(2) == 2 && issues.open() == 2")]
    [InlineData("issues.opened(days(28)) == 3 && issues.opened(1, days(28)) == 1")]
    [InlineData("[contacts].exists(c, c.exposure < 0.41)")]
    [InlineData("has(contacts.exposure)")]
    public void Contacts_and_issues_are_read(string text) => Assert.True(Language.Condition(text).Holds(Facts(Log())).Value);

    [Theory]
    [InlineData("contacts.active > 0", "contacts: not given: no contacts are given")]
    [InlineData("contacts.missing.size() > 0", "contacts: not given: no contacts are given")]
    [InlineData("contacts.covers('champion')", "contacts: not given: no contacts are given")]
    [InlineData("issues.open(1) > 0", "issues: not given: no issues are given")]
    [InlineData("contacts.engaged(days(9)) > 0", "contacts: not given: no contacts are given; interactions: not given: no interactions are given")]
    [InlineData("contacts.daysSince('champion') > 9.0", "contacts: not given: no contacts are given; interactions: not given: no interactions are given")]
    public void Where_there_is_no_source_it_is_unknown_and_says_why(string text, string causes) =>
        Assert.Equal(causes, string.Join("; ", Language.Condition(text).Holds(new("acme", Day)).Causes));

    [Theory]
    [InlineData("contacts.engaged(now - customer.since) > 1")]
    [InlineData("contacts.engaged(days(0)) > 1")]
    [InlineData("contacts.daysSince('') > 1.0")]
    [InlineData("contacts.daysSince(customer.name) > 1.0")]
    [InlineData("issues.open(0) > 1")]
    [InlineData("issues.open(-1) > 1")]
    [InlineData("[issues].size() > 1")]
    [InlineData("[contacts].exists(c, c.engaged(days(3)) > 1)")]
    public void What_is_no_whole_call_with_constants_is_a_mistake_with_its_place(string text)
    {
        var found = Assert.Single(Assert.Throws<ConfigurationException>(() => Language.Condition(text)).Diagnostics);

        Assert.Equal("LA003", found.Code);
        Assert.True(found.Line == 1 && found.Cure.Length > 0);
    }

    [Fact]
    public void A_name_that_is_not_there_is_a_mistake_and_suggests_the_nearest() =>
        Assert.Equal("Did you mean 'exposure'?", Assert.Single(Assert.Throws<ConfigurationException>(() => Language.Number("contacts.exposre")).Diagnostics).Cure);

    [Fact]
    public void Until_is_the_next_entry_exit_or_version_that_is_recorded()
    {
        var log = Log()
            .Add(new Interaction("acme", "i8", Day.AddDays(4)) { ContactIds = ["ann"], RecordedAt = Day.AddDays(-1) })
            .Add(new Contact("acme", "cid", Day.AddDays(6)) { Status = ContactStatus.MovedOn, RecordedAt = Day.AddDays(-1) });
        var facts = Facts(log);

        Assert.Equal(Day.AddDays(5), Until("issues.open(2) >= 2"));
        Assert.Null(Until("issues.open(1) >= 1"));
        Assert.Equal(Day.AddDays(4), Until("issues.opened(3, days(24)) >= 2"));
        Assert.Equal(Day.AddDays(6), Until("contacts.active == 3"));
        Assert.Equal(Day.AddDays(4), Until("contacts.exposure < 0.5"));
        Assert.Equal(Day.AddDays(2), Until("contacts.daysSince('executive sponsor') < 47.0"));
        Assert.Empty(Language.Condition("contacts.daysSince('executive sponsor') < 47.0 && contacts.exposure < 0.5 && issues.open() == 0").Opaque);

        DateTimeOffset? Until(string text) => Language.Condition(text).HoldsUntil(facts).Until;
    }

    [Fact]
    public void The_options_of_the_host_are_those_of_the_expressions_and_of_their_hashes()
    {
        var strict = CustomerExpressions.Declare().Contacts(new() { RequiredPersonas = ["buyer"], Window = TimeSpan.FromDays(10) }).Build();

        Assert.True(strict.Condition("contacts.missing == ['buyer'] && contacts.exposure == 0.0").Holds(Facts(Log())).Value);
        Assert.NotEqual(strict.Number("contacts.exposure").Compiled.Signed, Language.Number("contacts.exposure").Compiled.Signed);
        Assert.NotEqual(Language.Number("contacts.engaged(days(9))").Compiled.Version, Language.Number("contacts.engaged(days(8))").Compiled.Version);
        Assert.True(Language.Number("contacts.exposure").IsReproducible);
    }

    [Fact]
    public void A_vocabulary_reads_the_same()
    {
        var facts = Facts(Log());
        var read = Vocabulary.For<CustomerFacts>()
            .ContactExposure("exposure").ActiveContacts("active").EngagedContacts("engaged", TimeSpan.FromDays(90)).DaysSinceEngaged("executive").DaysSinceEngaged("buyer", "buyer")
            .MissingPersonas("missing").SignerKnown("signer").OpenIssues("severe", IssueSeverity.High).OpenedIssues("opened", TimeSpan.FromDays(28))
            .Build();
        var row = read.Read(facts, Day);

        Assert.Equal(0.4, row.Number("exposure").Value, 1e-12);
        Assert.Equal((3d, 2d, 45d, 1d, 2d, 3d), (row.Number("active").Value, row.Number("engaged").Value, row.Number("executive").Value, row.Number("missing").Value, row.Number("severe").Value, row.Number("opened").Value));
        Assert.True(row.Flag("signer").Value);
        Assert.False(row.Number("buyer").IsKnown);
        Assert.Equal(TimeSpan.FromDays(45), row.Age("executive").Value);
        Assert.DoesNotContain(read.Readers, r => r.EndsWith("@?", StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => Vocabulary.For<CustomerFacts>().EngagedContacts("x", TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Vocabulary.For<CustomerFacts>().OpenedIssues("x", TimeSpan.Zero));
    }

    [Fact]
    public async Task Scorecards_read_it_from_documents_and_from_CSharp_with_the_same_score_and_the_lineage_shows_it()
    {
        var configuration = CustomerConfiguration.Load(
        [
            new("vocabulary.json", """{ "kind": "vocabulary", "facts": { "executive days": { "number": "contacts.daysSince('executive sponsor')" } } }"""),
            new("segments.json", """{ "kind": "segments", "name": "care", "purpose": "economicTier", "segments": [ { "name": "burning", "when": "issues.open(1) > 0" } ], "otherwise": { "name": "calm" } }"""),
            new("default.json", """
                { "kind": "scorecard", "name": "default", "measures": [
                  { "measure": "exposure", "reads": "contacts.exposure", "curve": { "linear": { "worst": 1, "best": 0 } }, "weight": 60 },
                  { "measure": "executive", "reads": "executive_days", "curve": { "linear": { "worst": 90, "best": 0 } }, "weight": 40 } ] }
                """),
        ]);
        var accounts = new AccountLog().Add(new Customer("acme", Day.AddDays(-300)));
        var sources = CustomerSources.InMemory(accounts, null, Log());
        var document = await CustomerHealth.Of(sources, configuration.AddTo).ScoreAsync("acme", Day);
        var code = await CustomerHealth.Of(sources, h => h.ScoredBy(Scorecard.For<CustomerFacts>()
            .Measure("exposure", Language.Number("contacts.exposure"), m => m.LessIsBetter().Linear(1, 0).Weight(60))
            .Measure("executive", Language.Number("contacts.daysSince('executive sponsor')"), m => m.LessIsBetter().Linear(90, 0).Weight(40))
            .Build())).ScoreAsync("acme", Day);

        Assert.Equal(56, document!.Value!.Value, 1e-9);
        Assert.Equal(code!.Value, document.Value);
        var lineage = Lineage.Of(configuration);
        Assert.Equal(["measure 'exposure' of 'default'"], Readers("contacts.exposure"));
        Assert.Equal(["measure 'executive' of 'default'", "measure 'exposure' of 'default'"], Readers("interactions"));
        Assert.Equal(["segment 'burning' of 'care'"], Readers("issues"));
        Assert.Contains("fact 'executive days'", lineage.ReadersOf("contacts.daysSince(\"executive sponsor\")").Select(e => e.ReadBy));
        Assert.Contains("100", lineage.Without(LineageKind.Name, "interactions").ToString(), StringComparison.Ordinal);

        IEnumerable<string> Readers(string name) => lineage.ReadersOf(name).Select(e => e.ReadBy).Where(r => !r.StartsWith("fact", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sources_that_are_services_are_read_too()
    {
        var log = Log();
        var services = new ServiceCollection()
            .AddSingleton<ICustomerSource>(new AccountLog().Add(new Customer("acme", Day.AddDays(-300))))
            .AddSingleton<IContactSource>(log).AddSingleton<IInteractionSource>(log).AddSingleton<IIssueSource>(log)
            .AddCustomerSuccess(cs => cs.Customers(_ => { }).AddHealthStrategy("default", Scorecard.For<CustomerFacts>()
                .Measure("exposure", Language.Number("contacts.exposure"), m => m.LessIsBetter().Linear(1, 0))
                .Measure("severe", Language.Number("issues.open(2)"), m => m.LessIsBetter().Linear(4, 0))
                .Build()));

        Assert.Equal(55, (await services.BuildServiceProvider().GetRequiredService<CustomerHealth>().ScoreAsync("acme", Day))!.Value!.Value, 1e-9);
    }

    [Theory]
    [InlineData("contacts")]
    [InlineData("issues.open")]
    public void A_named_fact_cannot_take_these_names(string name)
    {
        var found = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([new("v.json", $$"""{ "kind": "vocabulary", "facts": { "{{name}}": { "number": "1.0" } } }""")])).Diagnostics;

        Assert.Contains(found, d => d.Code == "LA002");
    }
}
