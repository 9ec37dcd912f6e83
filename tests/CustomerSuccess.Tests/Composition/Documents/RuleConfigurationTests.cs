using CustomerSuccess.Composition;
using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Composition.Documents.CustomerConfigurationTests;

namespace CustomerSuccess.Tests.Composition.Documents;

[Requirement("OPS-2")]
public sealed class RuleConfigurationTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly ConfigurationDocument Served = new("segments/experience.json", """
        { "kind": "segments", "name": "experience", "purpose": "experience",
          "segments": [ { "name": "guided", "when": "segment.tier == 'large'", "experience": { "coverage": "highTouch", "channels": ["call", "email"] } } ],
          "otherwise": { "name": "self-serve", "experience": { "coverage": "selfServe", "channels": ["in-app"] } } }
        """);

    private static readonly ConfigurationDocument Quiet = new("rules/quiet.json", """
        { "kind": "rule", "name": "no login", "tags": ["use"],
          "trigger": { "absence": "login", "within": "7 days", "after": "customerSince" },
          "guard": "segment.tier == 'large' && health.band == 'Red'",
          "purpose": { "reason": "nobody has logged in", "agenda": "what keeps them", "expectedResult": "a login" },
          "ladder": [ { "channels": ["in-app", "email"] }, { "channels": ["call"] } ],
          "success": { "when": "signals.login.count(days(7)) > 0.0" } }
        """);

    private static readonly ConfigurationDocument Tickets = new("rules/tickets.json", """
        { "kind": "rule", "name": "a wave of tickets", "trigger": { "when": "signals.ticket.count(days(7)) > 5.0", "for": "1 days" }, "severity": "severe",
          "purpose": { "reason": "many tickets", "agenda": "what is wrong", "expectedResult": "fewer tickets" } }
        """);

    private static readonly ConfigurationDocument Policy = new("interventions.json", """
        { "kind": "interventions", "budgets": [ { "owner": "contact", "touches": 2, "within": "7 days" } ], "inhibitions": [ { "by": { "rule": "a wave of tickets" }, "holdsBack": { "tag": "use" } } ] }
        """);

    private static readonly ConfigurationDocument[] Without = [.. All.Where(d => d != Experience), Served];

    private static ConfigurationDocument[] WithRules => [.. Without, Policy, Quiet, Tickets];

    [Fact]
    public void Rules_and_their_policy_are_a_part_of_the_configuration_and_of_its_hash()
    {
        var (without, with) = (CustomerConfiguration.Load(Without), CustomerConfiguration.Load(WithRules));

        Assert.Empty(without.Rules.Rules);
        Assert.Equal(["a wave of tickets", "no login"], with.Rules.Rules.Select(r => r.Name));
        Assert.Equal(2, Assert.Single(with.Rules.Policy.Budgets).Touches);
        Assert.Equal(with.ConfigurationHash, CustomerConfiguration.Load(WithRules.Reverse()).ConfigurationHash);
        string[] hashes =
        [
            without.ConfigurationHash, with.ConfigurationHash, CustomerConfiguration.Load([.. Without, Policy, Change(Quiet, "7 days\", \"after", "8 days\", \"after"), Tickets]).ConfigurationHash,
            CustomerConfiguration.Load([.. Without, Change(Policy, "\"touches\": 2", "\"touches\": 3"), Quiet, Tickets]).ConfigurationHash, CustomerConfiguration.Load([.. Without, Quiet]).ConfigurationHash,
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(without.ConfigurationHash, CustomerConfiguration.Load([.. Without, new("interventions.json", """{ "kind": "interventions", "retry": { "attempts": 3 } }""")]).ConfigurationHash);
        Assert.Empty(with.Warnings);
        Assert.True(with.Reproducible);
        Assert.Equal("rule 'no login'", with.ToArchive(Start).Contents[with.Rules.Find("no login")!.ConfigurationHash]);
    }

    [Fact]
    public void Mistakes_of_rules_stand_in_the_report_of_all_documents()
    {
        var report = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([.. Without, Policy, Change(Policy, "2", "-2"), Quiet, Change(Tickets, "a wave of tickets", "no login", "signals.ticket", "signals.tickt"), Change(Default, "\"use\"", "\"\"")]));

        Assert.Equal(
            ["DO008 interventions.json", "DO008 rules/tickets.json", "DO008 scorecards/default.json", "EX007 rules/tickets.json", "IN016 interventions.json", "SC001 scorecards/default.json"],
            report.Diagnostics.Select(d => $"{d.Code} {d.Document}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"absence\": \"login\"", "\"absence\": \"logn\"", "IN020 $.trigger.absence Did you mean 'login'?")]
    [InlineData("\"after\": \"customerSince\"", "\"after\": { \"signal\": \"tickt\" }", "IN020 $.trigger.after.signal Did you mean 'ticket'?")]
    [InlineData("\"after\": \"customerSince\"", "\"after\": { \"trait\": \"plan\" }", "IN020 $.trigger.after.trait There is none yet.")]
    [InlineData("{ \"absence\": \"login\", \"within\": \"7 days\", \"after\": \"customerSince\" }", "{ \"segment\": \"teir\" }", "IN020 $.trigger.segment Did you mean 'tier'?")]
    [InlineData("{ \"absence\": \"login\", \"within\": \"7 days\", \"after\": \"customerSince\" }", "{ \"segment\": \"tier\", \"entered\": \"lage\" }", "IN020 $.trigger.entered Did you mean 'large'?")]
    [InlineData("{ \"absence\": \"login\", \"within\": \"7 days\", \"after\": \"customerSince\" }", "{ \"segment\": \"tier\", \"left\": \"smal\" }", "IN020 $.trigger.left Did you mean 'small'?")]
    [InlineData("{ \"absence\": \"login\", \"within\": \"7 days\", \"after\": \"customerSince\" }", "{ \"band\": { \"to\": \"red\" } }", "IN020 $.trigger.band.to Did you mean 'Red'?")]
    [InlineData("\"guard\": \"segment.tier == 'large' && health.band == 'Red'\"", "\"guard\": { \"fact\": \"logins a set\", \"moreThan\": 1 }", "IN020 $.guard Did you mean 'logins a seat'?")]
    [InlineData("\"when\": \"signals.login.count(days(7)) > 0.0\"", "\"when\": { \"isTrue\": \"happy\" }", "IN020 $.success.when")]
    [InlineData("[\"call\"]", "[\"cal\"]", "IN021 $.ladder[1].channels[0] Did you mean 'call'?")]
    [InlineData("\"tags\": [\"use\"]", "\"tags\": [\"usage\"]", "IN017 $.inhibitions[0].holdsBack.tag Known: 'usage'.")]
    public void What_a_rule_names_and_nothing_has_is_found_where_it_is_written(string was, string now, string expected)
    {
        var mistake = Assert.Single(Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([.. Without, Policy, Change(Quiet, was, now), Tickets])).Diagnostics);

        Assert.StartsWith(expected, $"{mistake.Code} {mistake.Path} {mistake.Cure}", StringComparison.Ordinal);
        Assert.NotNull(mistake.Line);
    }

    [Fact]
    [Requirement("SEG-3")]
    public void Only_the_scheme_for_experience_gives_a_ladder_its_channels()
    {
        // Both stand side by side and are read by the rule; the one for the tier has no word in how a customer is touched.
        var other = Change(Served, "\"experience\", \"purpose\": \"experience\"", "\"seats\", \"purpose\": \"other\"", "\"call\", \"email\"", "\"letter\"", ", \"experience\": { \"coverage\": \"highTouch\", \"channels\": [\"letter\"] }", "", ", \"experience\": { \"coverage\": \"selfServe\", \"channels\": [\"in-app\"] }", "");
        var configuration = CustomerConfiguration.Load([.. WithRules, new("segments/other.json", other.Text)]);

        Assert.Equal(["tier", "experience", "seats"], configuration.Schemes.Select(s => s.Name).OrderBy(n => n != "tier").ThenBy(n => n, StringComparer.Ordinal));
        Assert.Contains("segment.tier", configuration.Rules.Find("no login")!.Reads);
        Assert.Equal("IN021", Assert.Single(Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([.. Without, Policy, Change(Quiet, "\"call\"", "\"letter\""), Tickets])).Diagnostics).Code);
    }

    [Fact]
    public void Where_the_host_declares_words_of_its_own_signals_are_not_held_to_the_documents() =>
        Assert.Equal(2, CustomerConfiguration.Load([.. Without, Policy, Change(Quiet, "\"absence\": \"login\"", "\"absence\": \"webinar\""), Tickets], host => host.Language(l => l.Number("webinars", _ => 1d, "1"))).Rules.Rules.Count);

    [Fact]
    [Requirement("INT-15")]
    public async Task The_version_that_a_case_began_with_is_found_in_the_archive_after_the_rule_has_changed()
    {
        var (documents, archive, time) = (WithRules, new InMemoryDocumentArchive(), new StillTime(Start));
        using var live = await LiveConfiguration.OpenAsync(() => documents, new() { Archive = archive, Time = time });
        var first = live.Current.Rules.Find("no login")!;

        documents = [.. Without, Policy, Change(Quiet, "[\"call\"]", "[\"email\", \"call\"]"), Tickets];
        time.Now = Start.AddDays(30);
        Assert.True((await live.ReloadAsync()).IsChanged);
        Assert.NotEqual(first.ConfigurationHash, live.Current.Rules.Find("no login")!.ConfigurationHash);

        var found = await archive.RuleOfAsync(first.ConfigurationHash);
        Assert.Equal(first.ConfigurationHash, found!.ConfigurationHash);
        Assert.Equal(["call"], found.Content.Ladder[1].Channels);
        Assert.Null(await archive.RuleOfAsync("none"));
        Assert.Equal(live.Current.Rules.ConfigurationHash, RuleSet.Of(live.Current.Rules.Rules, live.Current.Rules.Policy, [found]).ConfigurationHash);
    }

    [Fact]
    public async Task A_rule_with_mistakes_leaves_the_configuration_as_it_was()
    {
        var documents = WithRules;
        using var live = await LiveConfiguration.OpenAsync(() => documents, new() { Time = new StillTime(Start) });
        var before = live.Current;

        documents = [.. Without, Policy, Change(Quiet, "\"agenda\": \"what keeps them\"", "\"agenda\": \"\""), Tickets];
        var reload = await live.ReloadAsync();

        Assert.Equal((false, "IN002"), (reload.IsChanged, reload.Mistakes.Single().Code));
        Assert.Same(before, live.Current);
    }

    private static ConfigurationDocument Change(ConfigurationDocument document, params string[] replaced)
    {
        for (var i = 0; i < replaced.Length; i += 2)
        {
            Assert.Contains(replaced[i], document.Text, StringComparison.Ordinal);
            document = new(document.Name, document.Text.Replace(replaced[i], replaced[i + 1], StringComparison.Ordinal));
        }

        return document;
    }
}
