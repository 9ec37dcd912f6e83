using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Segmentation;

/// <summary>Several schemes over one customer's facts.</summary>
public sealed class FactsModelTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SegmentScheme Tier = SegmentScheme.For("tier", SegmentPurpose.EconomicTier)
        .Segment("large", Fact.Number("revenue").AtLeast(50_000)).Otherwise("small").Build();

    private static readonly SegmentScheme Persona = SegmentScheme.For("persona", SegmentPurpose.Persona)
        .Segment("agency", Fact.Text("industry").Is("marketing")).Otherwise("other").Build();

    private static readonly SegmentScheme Potential = SegmentScheme.For("potential", SegmentPurpose.GrowthPotential)
        .Segment("will grow", Fact.Number("employees").AtLeast(500)).Otherwise("steady").Build();

    private static readonly SegmentScheme Experience = SegmentScheme.For("experience", SegmentPurpose.Experience)
        .Segment("guided", Fact.Text("segment.tier").Is("large") | Fact.Text("segment.potential").Is("will grow"), Experiences.HighTouch)
        .Otherwise("on its own", Experiences.SelfServe).Build();

    [Fact]
    [Requirement("SEG-3")]
    public async Task Schemes_stand_side_by_side_each_with_its_purpose_and_only_the_one_for_experience_steers()
    {
        var health = Health(Account(90_000, 10), c => Words(c)
            .SegmentedBy(Persona).SegmentedBy(Tier).SegmentedBy(Potential).SegmentedBy(Experience)
            .ScoredBy(Card("usual")).ScoredBy(Card("of the guided"), forSegment: "guided"));
        var segments = (await health.SegmentsAsync("acme", Start.AddDays(10)))!;

        Assert.Equal(
            [
                ("potential", SegmentPurpose.GrowthPotential, "steady", null),
                ("persona", SegmentPurpose.Persona, "agency", null),
                ("tier", SegmentPurpose.EconomicTier, "large", null),
                ("experience", SegmentPurpose.Experience, "guided", Experiences.HighTouch),
            ],
            segments.Answers.Select(a => (a.Scheme, a.Purpose, a.Segment, a.Experience)));
        Assert.Same(segments.Answers[3], segments.Experience);
        Assert.Same(segments.Answers[2], segments.Find("tier"));
        Assert.Null(segments.Find("Tier"));

        var score = (await health.ScoreAsync("acme", Start.AddDays(10)))!;
        Assert.Equal(("guided", "of the guided"), (score.Segment, score.Definition.Strategy));
        Assert.Equal("ST011", Mistakes(c => c.SegmentedBy(Tier).AnnualRevenue("revenue", "EUR").ScoredBy(Card("usual")).ScoredBy(Card("large"), forSegment: "large"))[0].Code);
    }

    [Fact]
    [Requirement("SEG-4")]
    public async Task A_small_account_that_will_grow_is_served_as_one_that_will_grow()
    {
        var accounts = Account(4_000, 90).Add(new Trait("acme", "employees", TraitValue.Of(1200), Start.AddDays(75)));
        var health = Health(accounts, c => Words(c).SegmentedBy(Tier).SegmentedBy(Experience).SegmentedBy(Potential).ScoredBy(Card("usual")));
        var (before, after) = ((await health.SegmentsAsync("acme", Start.AddDays(74)))!, (await health.SegmentsAsync("acme", Start.AddDays(75)))!);

        Assert.Equal(("small", "steady", "on its own"), (before.Find("tier")!.Segment, before.GrowthPotential!.Segment, before.Experience!.Segment));
        Assert.Equal(("small", "will grow", "guided"), (after.Find("tier")!.Segment, after.GrowthPotential!.Segment, after.Experience!.Segment));
        Assert.Equal(ExperienceCoverage.HighTouch, after.Experience.Experience!.Coverage);
    }

    [Fact]
    public async Task Without_schemes_there_are_no_answers_and_no_segment()
    {
        var health = Health(Account(1, 1), c => c.ScoredBy(Card("usual")));
        var segments = (await health.SegmentsAsync("acme", Start))!;

        Assert.Empty(segments.Answers);
        Assert.Null(segments.Experience ?? segments.GrowthPotential);
        Assert.Null((await health.ScoreAsync("acme", Start))!.Segment);
    }

    [Fact]
    public void SG007_Two_schemes_do_not_share_a_name() =>
        Assert.Equal(["SG007"], Codes(c => c.AnnualRevenue("revenue", "EUR").SegmentedBy(Tier).SegmentedBy(Tier)));

    [Fact]
    public void SG008_Only_one_scheme_is_for_experience()
    {
        var other = SegmentScheme.For("served", SegmentPurpose.Experience).Otherwise("all", Experiences.SelfServe).Build();
        var found = Mistakes(c => Words(c).SegmentedBy(Tier).SegmentedBy(Potential).SegmentedBy(Experience).SegmentedBy(other));

        Assert.Equal("2 schemes are for experience: experience, served.", Assert.Single(found, d => d.Code == "SG008").Message);
    }

    [Fact]
    public void SG009_A_condition_reads_what_there_is_and_the_nearest_name_is_suggested()
    {
        var wrong = SegmentScheme.For("tier", SegmentPurpose.EconomicTier).Segment("large", Fact.Number("revenu").AtLeast(1) & Fact.IsTrue("vip")).Otherwise("small").Build();
        var found = Mistakes(c => Words(c).SegmentedBy(wrong));

        Assert.Equal([("SG009", "segments/tier"), ("SG009", "segments/tier")], found.Select(d => (d.Code, d.Path)));
        Assert.Equal(("A condition reads 'revenu', and nothing reads that from the facts.", "Did you mean 'revenue'?"), (found[0].Message, found[0].Cure));
    }

    [Fact]
    public void SG010_A_scheme_reads_neither_itself_nor_what_is_asked_later()
    {
        var self = SegmentScheme.For("self", SegmentPurpose.Other).Segment("a", Fact.Text("segment.self").Is("a")).Otherwise("b").Build();
        Assert.Equal(["SG010"], Codes(c => c.SegmentedBy(self)));
        Assert.Equal(["SG010"], Codes(c => Words(c).SegmentedBy(Potential).SegmentedBy(Experience).SegmentedBy(Tier)));

        // Growth potential is asked first, wherever it is stated.
        var potential = SegmentScheme.For("potential", SegmentPurpose.GrowthPotential).Segment("will grow", Fact.Text("segment.tier").Is("small")).Otherwise("steady").Build();
        Assert.Equal(["SG010"], Codes(c => Words(c).SegmentedBy(Tier).SegmentedBy(potential)));
    }

    [Fact]
    public void A_fact_of_the_host_does_not_take_the_name_of_a_segment() =>
        Assert.Equal(["VO001"], Codes(c => c.AnnualRevenue("revenue", "EUR").Text("segment.tier", _ => "large").SegmentedBy(Tier)));

    [Fact]
    public void All_mistakes_are_in_one_exception()
    {
        var wrong = SegmentScheme.For("wrong", SegmentPurpose.Other).Segment("a", Fact.IsTrue("nobody") | Fact.Text("segment.wrong").Is("a")).Otherwise("b").Build();

        Assert.Equal(
            ["SG007", "SG009", "SG009", "SG010", "SG010"],
            Codes(c => c.SegmentedBy(wrong).SegmentedBy(wrong)).Order(StringComparer.Ordinal).Take(5));
    }

    [Fact]
    public async Task What_reads_a_segment_by_name_is_hashed_with_the_content_of_its_scheme()
    {
        var other = SegmentScheme.For("tier", SegmentPurpose.EconomicTier).Segment("large", Fact.Number("revenue").AtLeast(60_000)).Otherwise("small").Build();
        var lambda = SegmentScheme.For("tier", SegmentPurpose.EconomicTier).Segment("large", FactCondition.Of("rule", _ => Reading.Known(true))).Otherwise("small").Build();
        var (one, two, three) = (await Score(Tier), await Score(other), await Score(lambda));

        Assert.Equal((80d, 20d, 80d), (one.Value, two.Value, three.Value));
        Assert.Equal(3, new[] { one, two, three }.Select(s => s.Definition.ConfigurationHash).Distinct().Count());
        Assert.Equal((true, true, false), (one.Definition.Reproducible, two.Definition.Reproducible, three.Definition.Reproducible));

        async Task<HealthScore> Score(SegmentScheme tier) => (await Health(Account(55_000, 1), c => c
            .AnnualRevenue("revenue", "EUR").SegmentedBy(tier)
            .ScoredBy("by tier", HealthStrategies.From("by tier", f => HealthResult.Of(f.Facts.Text("segment.tier").Value == "large" ? 80 : 20), "1"))).ScoreAsync("acme", Start))!;
    }

    private static AccountLog Account(decimal revenue, double employees) => new AccountLog()
        .Add(new Customer("acme", Start))
        .Add(new Subscription("s1", "acme", "core", Start) { AnnualRevenue = new Money(revenue, "EUR") })
        .Add(new Trait("acme", "industry", TraitValue.Of("marketing"), Start))
        .Add(new Trait("acme", "employees", TraitValue.Of(employees), Start));

    private static CustomerHealthBuilder Words(CustomerHealthBuilder builder) =>
        builder.AnnualRevenue("revenue", "EUR").Trait("industry", TraitKind.Text).Trait("employees", TraitKind.Number);

    private static CustomerHealth Health(AccountLog accounts, Action<CustomerHealthBuilder> how) => CustomerHealth.Of(CustomerSources.InMemory(accounts, new SignalLog()), how);

    private static Scorecard<CustomerFacts> Card(string name) => Scorecard.For<CustomerFacts>(name)
        .Measure("logins", SignalMeasure.Count("login").InLast(28), m => m.MoreIsBetter().Linear(0, 10)).Build();

    private static IReadOnlyList<Diagnostic> Mistakes(Action<CustomerHealthBuilder> how) =>
        Assert.Throws<ConfigurationException>(() => Health(new AccountLog(), how)).Diagnostics.Where(d => d.Code != "ST003").ToList();

    private static IEnumerable<string> Codes(Action<CustomerHealthBuilder> how) => Mistakes(how).Select(d => d.Code);
}
