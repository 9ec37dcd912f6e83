using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.SuccessPlans;

public sealed class EssentialReaderTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset AsOf = Start.AddDays(200);

    private static readonly ConsumptionReader Reports = new([new("reports", "report.run") { Relevance = _ => Reading.Known(1d), Version = "1" }]);

    private static readonly EssentialReader Reader = new(new()
    {
        Question = EssentialAnswer.OfSignal("essential"),
        Nps = EssentialAnswer.OfSignal("nps"),
        Csm = EssentialAnswer.OfTrait("view"),
        Consumption = Reports,
    });

    [Fact]
    [Requirement("SEG-7")]
    public async Task The_example_of_the_definition_is_read_from_signals_a_trait_and_the_use_of_what_is_entitled()
    {
        var finding = Reader.Read(await Facts(Accounts().Add(new Trait("acme", "view", TraitValue.Of("Nice to have"), AsOf.AddDays(-10))), Given("nps", 170, 9), Given("report.run", 190, 60)));

        Assert.Equal((1.477, .467), (Math.Round(finding.Mean!.Value, 3), Math.Round(finding.Confidence, 3)));
        Assert.Equal(EssentialClass.NiceToHave, finding.Class);
        Assert.Equal(["view 'Nice to have'", "NPS 9", "used, value evidence not known, consumption gap 40 %"], finding.Lines.Select(l => l.Vote.Evidence));
        Assert.Equal([10, 30, 0], finding.Lines.Select(l => l.Age.TotalDays));
        Assert.Empty(finding.Missing);
    }

    [Fact]
    public async Task The_direct_question_counts_before_the_NPS_and_an_answer_off_its_scale_does_not()
    {
        Assert.Equal("question 0", (await Survey(Given("nps", 199, 10), Given("essential", 100, 0))).Evidence);
        Assert.Equal("NPS 10", (await Survey(Given("nps", 199, 10), Given("essential", 100, 7))).Evidence);
        var missing = Reader.Read(await Facts(Accounts(), Given("nps", 199, 11))).Missing;
        Assert.Contains("nps: out of range: 11 is not on the scale of 0 to 10", missing.Select(c => c.ToString()));
    }

    [Fact]
    public async Task An_answer_may_be_asked_of_a_window_only()
    {
        var reader = new EssentialReader(new() { Question = EssentialAnswer.OfSignal(SignalMeasure.Latest("essential").InLast(90)), Nps = EssentialAnswer.OfSignal("nps") });

        Assert.Equal("NPS 10", reader.Read(await Facts(Accounts(), Given("nps", 199, 10), Given("essential", 100, 0))).Lines[0].Vote.Evidence);
    }

    [Fact]
    public async Task A_trait_is_a_number_or_a_word_and_nothing_else()
    {
        Assert.Equal(2, await View(TraitValue.Of(2d)));
        Assert.Equal(0, await View(TraitValue.Of("no longer needed")));
        Assert.Equal("view: not given: known to be null", await WhyNoView(TraitValue.Null));
        Assert.Contains("'maybe' is none of essential, nice to have, no longer needed", await WhyNoView(TraitValue.Of("maybe")), StringComparison.Ordinal);
        Assert.Contains("it is Flag, neither a number nor a text", await WhyNoView(TraitValue.Of(true)), StringComparison.Ordinal);
        Assert.Contains("3 is not on the scale of 0 to 2", await WhyNoView(TraitValue.Of(3d)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_used_in_28_days_and_a_large_gap_vote_0_and_evidence_of_value_votes_2()
    {
        var valued = new EssentialReader(new() { Consumption = Reports, ValueEvidenced = f => Reading.Known(f.CustomerId == "acme"), Version = "1" });

        Assert.Equal(("unused", 0), await Usage(valued));
        Assert.Equal(("unused", 0), await Usage(valued, Given("report.run", 172, 60)));
        Assert.Equal(("consumption gap 80 %", 0), await Usage(valued, Given("report.run", 173, 20)));
        Assert.Equal(("value evidenced, consumption gap 40 %", 2), await Usage(valued, Given("report.run", 173, 60)));
        Assert.Equal(("used, value evidence not known, consumption gap 40 %", 1), await Usage(Throws, Given("report.run", 173, 60)));
    }

    [Fact]
    public async Task Use_may_be_another_measure_and_without_coverage_there_is_no_vote()
    {
        var logins = new EssentialReader(new() { Usage = SignalMeasure.Count("login").InLast(28) });

        Assert.Equal(("unused", 0), await Usage(logins, Given("login", 172, 1)));
        Assert.Equal(("used, value evidence not known, consumption gap not known", 1), await Usage(logins, Given("login", 173, 1)));
        var facts = await FactsOf(Accounts(), new SignalLog().Covers("login", new() { Through = Start }));
        Assert.Equal("nobody has said", logins.Read(facts).Reason);
        Assert.Equal(["login: incomplete through 2025-01-01"], logins.Read(facts).Missing.Select(c => c.ToString()));
    }

    [Fact]
    public async Task A_vocabulary_has_the_class_as_a_text_and_the_mean_as_a_number_for_scorecards_and_expressions()
    {
        var vocabulary = Vocabulary.For<CustomerFacts>().Essential("class", Reader).EssentialMean("need mean", Reader).Build();
        var facts = await Facts(Accounts(), Given("essential", 200, 2), Given("report.run", 190, 60));
        var nobody = await Facts(Accounts());

        Assert.Equal("essential", vocabulary.Read(facts, AsOf).Text("class").Value);
        Assert.Equal(1.2 / .7, vocabulary.Read(facts, AsOf).Number("need mean").Value, 12);
        Assert.StartsWith("essential: usage alone does not say whether it is needed", vocabulary.Read(nobody, AsOf).Text("class").Causes[0].ToString(), StringComparison.Ordinal);
        Assert.False(vocabulary.Read(nobody, AsOf).Number("need mean").IsKnown);
        Assert.True(Language.For<CustomerFacts>().Facts(vocabulary).Build().Condition("class == 'essential' && need_mean > 1.5").Holds(facts).Value);
    }

    [Fact]
    public async Task A_scorecard_and_a_document_read_it_and_sources_are_asked_for_its_signals()
    {
        var health = CustomerHealth.Of(CustomerSources.InMemory(Accounts(), Log(Given("essential", 200, 2), Given("report.run", 190, 60))), c => c
            .ScoredBy(Scorecard.For<CustomerFacts>("need").Measure("need", Reader, m => m.MoreIsBetter().Linear(0, 2)).Build()));
        var score = (await health.ScoreAsync("acme", AsOf))!;

        Assert.Equal(["essential", "nps", "report.run"], health.Plan.Signals);
        Assert.Equal(60 / .7, score.Value!.Value, 9);
        Assert.True(score.Definition.Reproducible);

        var named = Vocabulary.For<CustomerFacts>().Essential("need", Reader).Build();
        var card = ScorecardDocument.Read(
            new("card.json", """{ "kind": "scorecard", "name": "c", "measures": [ { "measure": "m", "reader": "need", "curve": { "categories": { "no longer needed": 0, "nice to have": 50, "essential": 100 } } } ] }"""),
            Language.For<CustomerFacts>().Build(),
            named);
        Assert.Equal(100, card.Score(await Facts(Accounts(), Given("essential", 200, 2), Given("report.run", 190, 60)), AsOf).Value);
        Assert.Equal(50, card.Score(await Facts(Accounts(), Given("essential", 200, 2)), AsOf).Value);
    }

    [Fact]
    public void The_version_is_what_is_declared_and_lambdas_need_one()
    {
        Assert.NotNull(Reader.Version);
        Assert.Null(Throws.Version);
        Assert.NotEqual(Reader.Version, new EssentialReader(Reader.Declaration, new() { HalfLife = TimeSpan.FromDays(90) }).Version);
        Assert.NotEqual(Reader.Version, new EssentialReader(Reader.Declaration, new() { Nps = new(0, 10, 6, 9) }).Version);
        Assert.Equal(Reader.Version, new EssentialReader(Reader.Declaration).Version);
        Assert.Equal(["essential", "nps", "report.run"], Reader.Measures.Select(m => m.Signal));
    }

    [Fact]
    public void Declarations_that_are_none_are_refused()
    {
        Assert.Contains("Nobody has a vote", Assert.Throws<ArgumentException>(() => new EssentialReader(new())).Message, StringComparison.Ordinal);
        Assert.Contains("no usage is declared", Assert.Throws<ArgumentException>(() => new EssentialReader(new() { Csm = EssentialAnswer.OfTrait("view"), ValueEvidenced = _ => Reading.Known(true) })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new EssentialReader(Reader.Declaration, new() { NiceFrom = 2 }));
        Assert.Throws<ArgumentException>(() => EssentialAnswer.OfSignal(SignalMeasure.Count("nps")));
        Assert.Throws<ArgumentException>(() => EssentialAnswer.OfTrait(" "));
        Assert.Throws<ArgumentException>(() => new EssentialDeclaration { Usage = SignalMeasure.Count("login") });
        Assert.Throws<ArgumentException>(() => new EssentialDeclaration { Usage = SignalMeasure.DaysSince("login").InLast(28) });
    }

    private static EssentialReader Throws => new(new() { Consumption = Reports, ValueEvidenced = _ => throw new InvalidOperationException("down") });

    private static Signal Given(string name, double day, double value) => new("acme", name, Start.AddDays(day)) { Value = value };

    private static AccountLog Accounts() => new AccountLog().Add(new Customer("acme", Start))
        .Add(new Subscription("s", "acme", "crm", Start) { Entitlements = new Dictionary<string, double> { ["reports"] = 100 } });

    private static SignalLog Log(params Signal[] signals)
    {
        var log = new SignalLog();
        log.AppendAll(signals);
        return log;
    }

    private static Task<CustomerFacts> Facts(AccountLog accounts, params Signal[] signals) => FactsOf(accounts, Log(signals));

    private static async Task<CustomerFacts> FactsOf(AccountLog accounts, SignalLog signals) =>
        (await CustomerHealth.Of(CustomerSources.InMemory(accounts, signals), c => c
            .Essential("need", Reader).Signal("logins", SignalMeasure.Count("login").InLast(28))
            .ScoredBy("fixed", HealthStrategies.From("fixed", _ => HealthResult.Of(50)))).FactsAsync("acme", new(AsOf)))!;

    private static async Task<EssentialVote> Survey(params Signal[] signals) =>
        Reader.Read(await Facts(Accounts(), signals)).Lines.Single(l => l.Vote.Voter == EssentialVoter.Survey).Vote;

    private static async Task<(string, int)> Usage(EssentialReader reader, params Signal[] signals) =>
        reader.Read(await Facts(Accounts(), signals)).Lines.Single() is { Vote: var vote } ? (vote.Evidence, vote.Value) : default;

    private static async Task<EssentialFinding> ViewOf(TraitValue view) =>
        new EssentialReader(new() { Csm = EssentialAnswer.OfTrait("view") }).Read(await Facts(Accounts().Add(new Trait("acme", "view", view, Start))));

    private static async Task<int> View(TraitValue view) => (await ViewOf(view)).Lines[0].Vote.Value;

    private static async Task<string> WhyNoView(TraitValue view) => Assert.Single((await ViewOf(view)).Missing).ToString();
}
