using CustomerSuccess.Composition;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Composition.Documents.CustomerConfigurationTests;

namespace CustomerSuccess.Tests.Composition.Documents;

[Requirement("OPS-2")]
public sealed class PlanConfigurationTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly ConfigurationDocument Onboarding = new("plans/onboarding.json", """
        { "kind": "plan", "name": "onboarding",
          "objectives": [ { "id": "use", "baseline": 0, "target": 20, "due": 90, "measure": "signals.login.count(days(28))" } ],
          "milestones": [
            { "id": "live", "due": 30, "after": ["users"], "evidence": "signals.login.count(days(28)) > 3.0 && segment.tier == 'large'" },
            { "id": "daily use", "due": 90, "after": ["live"], "objective": "use" } ],
          "accountabilities": [ { "id": "users", "party": "customer", "due": 10, "evidence": { "fact": "logins a seat", "moreThan": 0 } } ] }
        """);

    private static readonly ConfigurationDocument Renewal = new("plans/renewal.json", """
        { "kind": "plan", "name": "a renewal", "milestones": [ { "id": "talked", "kind": "vendorStage", "due": 300 } ] }
        """);

    private static ConfigurationDocument[] WithPlans => [.. All, Onboarding, Renewal];

    [Fact]
    [Requirement("PLN-8")]
    public void Several_templates_are_a_part_of_the_configuration_and_of_its_hash()
    {
        var (without, with) = (CustomerConfiguration.Load(All), CustomerConfiguration.Load(WithPlans));

        Assert.Empty(without.Plans);
        Assert.Equal(["a renewal", "onboarding"], with.Plans.Select(p => p.Name));
        Assert.Same(with.Plans[1], with.Plan("onboarding"));
        Assert.Contains("Did you mean 'onboarding'?", Assert.Throws<ArgumentException>(() => with.Plan("onbording")).Message, StringComparison.Ordinal);
        Assert.NotEqual(without.ConfigurationHash, with.ConfigurationHash);
        Assert.Equal(with.ConfigurationHash, CustomerConfiguration.Load(WithPlans.Reverse()).ConfigurationHash);
        Assert.NotEqual(with.ConfigurationHash, CustomerConfiguration.Load([.. All, Onboarding, Change(Renewal, "300", "301")]).ConfigurationHash);
        Assert.Equal("PL013 plans/renewal.json 1", Assert.Single(with.Warnings.Select(w => $"{w.Code} {w.Document} {w.Line}")));
        Assert.True(with.Reproducible);
    }

    [Fact]
    public void What_a_plan_reads_is_in_its_hash_through_facts_and_segments()
    {
        string HashWith(ConfigurationDocument old, string was, string now) => CustomerConfiguration.Load([.. WithPlans.Where(d => d != old), Change(old, was, now)]).Plan("onboarding").ConfigurationHash;

        Assert.NotEqual(CustomerConfiguration.Load(WithPlans).Plan("onboarding").ConfigurationHash, HashWith(Tier, "100.0", "200.0"));
    }

    [Fact]
    public void Mistakes_of_plans_stand_in_the_report_of_all_documents()
    {
        var exception = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load(
        [
            .. All, Onboarding, Change(Renewal, "a renewal", "onboarding"), Change(Onboarding, "[\"users\"]", "[\"user\"]", "signals.login", "signals.logn"),
        ]));

        Assert.Equal(
            ["DO008 1 There are two plans named 'onboarding'.", "DO008 1 There are two plans named 'onboarding'.", "EX007 2 There is no field 'logn' of signals.", "PL010 4 'live' names 'user' as a prerequisite, and there is no such milestone or accountability.", "EX007 4 There is no field 'logn' of signals."],
            exception.Diagnostics.Select(d => $"{d.Code} {d.Line} {d.Message.Split('\n')[0].Split(" Did")[0]}"));
    }

    [Fact]
    public void Evidence_that_reads_what_nothing_tells_is_found_where_it_is_written()
    {
        var unknown = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([.. All, Change(Onboarding, "logins a seat", "logins a set")])).Diagnostics.Single();
        Assert.Equal(("PL019", "plans/onboarding.json", "$.accountabilities[0].evidence", "Did you mean 'logins a seat'?"), (unknown.Code, unknown.Document, unknown.Path, unknown.Cure));

        var later = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([.. All, Change(Onboarding, "signals.login.count(days(28)) > 3.0", "health.value > 3.0")])).Diagnostics.Single();
        Assert.Equal(("PL012", "$.milestones[0].evidence"), (later.Code, later.Path));

        // Also through a named fact.
        later = Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([.. All.Where(d => d != Words), Change(Words, "\"logins a seat\": {", "\"well\": { \"flag\": \"health.value > 50.0\" }, \"logins a seat\": {"), Change(Onboarding, "{ \"fact\": \"logins a seat\", \"moreThan\": 0 }", "{ \"isTrue\": \"well\" }")])).Diagnostics.Single();
        Assert.Equal(("PL012", "$.accountabilities[0].evidence"), (later.Code, later.Path));
    }

    [Fact]
    public void Numbers_and_conditions_of_the_host_are_read_by_name_and_version()
    {
        ConfigurationDocument document = Change(Onboarding, "\"signals.login.count(days(28))\"", "{ \"reader\": \"hours@2\" }", "{ \"fact\": \"logins a seat\", \"moreThan\": 0 }", "{ \"reader\": \"invited@1\" }");
        Func<CustomerFacts, double?> hours = _ => 5;
        var invited = FactCondition.Of("invited", _ => Reading.Known(true), "1");
        var plan = CustomerConfiguration.Load([.. All, document], host => host.Readers(r => r.Number("hours", hours, version: "2")).Conditions(invited)).Plan("onboarding");

        Assert.True(plan.Reproducible);
        Assert.Equal(5, plan.Content.Objectives[0].Measure.Read(new CustomerFacts("acme", Start)).Value);
        Assert.Equal(
            plan.ConfigurationHash,
            PlanTemplate.Of("onboarding", plan.Content with { Objectives = [plan.Content.Objectives[0] with { Measure = ObjectiveMeasure.Of("hours", _ => Reading.Known(5d), "2") }] }).ConfigurationHash);
        Assert.Equal(["DO012 $.objectives[0].measure.reader", "DO012 $.accountabilities[0].evidence.reader"], Assert.Throws<ConfigurationException>(() => CustomerConfiguration.Load([.. All, document])).Diagnostics.Select(d => $"{d.Code} {d.Path}"));
    }

    [Fact]
    [Requirement("PLN-8")]
    public async Task The_template_that_a_plan_was_made_from_is_found_in_the_archive_after_it_has_changed()
    {
        var (documents, archive, time) = (WithPlans, new InMemoryDocumentArchive(), new StillTime(Start));
        using var live = await LiveConfiguration.OpenAsync(() => documents, new() { Archive = archive, Time = time });
        var first = live.Current.Plan("onboarding");
        var version = first.Instantiate("p1", PlanHolder.Customer("acme"), new(2026, 1, 5), "UTC");

        documents = [.. All, Change(Onboarding, "\"due\": 90, \"after\"", "\"due\": 120, \"after\""), Renewal];
        time.Now = Start.AddDays(30);
        Assert.True((await live.ReloadAsync()).IsChanged);
        Assert.Equal("PL018", Assert.Single(Assert.Throws<ConfigurationException>(() => live.Current.Plan("onboarding").For(version)).Diagnostics).Code);

        var found = await archive.TemplateOfAsync(version);
        Assert.Equal(first.ConfigurationHash, found!.ConfigurationHash);
        Assert.Equal(first.For(version).ContentHash, found.For(version).ContentHash);
        Assert.Null(await new InMemoryDocumentArchive().TemplateOfAsync(version));
        await foreach (var kept in archive.FindAsync(first.ConfigurationHash, CancellationToken.None))
        {
            Assert.Equal((Start, "plan 'onboarding'"), (kept.ActivatedAt, kept.Contents[first.ConfigurationHash]));
        }
    }

    [Fact]
    public async Task A_plan_with_mistakes_leaves_the_configuration_as_it_was()
    {
        var documents = WithPlans;
        using var live = await LiveConfiguration.OpenAsync(() => documents, new() { Time = new StillTime(Start) });
        var before = live.Current;

        documents = [.. All, Change(Onboarding, "[\"live\"]", "[\"life\"]")];
        var reload = await live.ReloadAsync();

        Assert.Equal((false, "PL010"), (reload.IsChanged, reload.Mistakes.Single().Code));
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
