using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Segmentation;

/// <summary>Segments whose rules are expressions.</summary>
public sealed class SegmentLanguageTests
{
    private static readonly Language<CustomerFacts> Words = Acme.Declare().Segment("potential").Build();

    private static readonly SegmentScheme Experience = SegmentScheme.For("experience", SegmentPurpose.Experience)
        .Segment("enterprise", Words.Condition("customer.plan == 'enterprise'"), Experiences.HighTouch, priority: 10)
        .Segment("active", Words.Condition("signals.login.count(days(10)) >= 2"), Experiences.TechTouch)
        .Otherwise("all", Experiences.SelfServe)
        .Build();

    private static readonly SegmentScheme Potential = SegmentScheme.For("potential", SegmentPurpose.GrowthPotential)
        .Segment("large", Words.Condition("customer.seats > 50"))
        .Otherwise("small")
        .Build();

    [Fact]
    [Requirement("OPS-2")]
    public async Task A_customer_falls_in_the_segment_whose_expression_holds_and_health_reads_the_segment()
    {
        var health = CustomerHealth.Of(CustomerSources.InMemory(Acme.Accounts(), Acme.Signals()), h => h
            .SegmentedBy(Experience).SegmentedBy(Potential)
            .ScoredBy(Scorecard.For<CustomerFacts>()
                .Category("care", Words.Text("segment.experience == 'enterprise' ? 'high' : segment.potential"), m => m.Points(("high", 90), ("large", 60), ("small", 30)))
                .Bands(yellow: 50, green: 75).Build()));

        var now = (await health.SegmentsAsync("acme", Acme.Day))!;
        Assert.Equal(("active", "signals.login.count(days(10)) >= 2"), (now.Experience!.Segment, now.Experience.Because));
        Assert.Equal("enterprise", (await health.SegmentsAsync("acme", Acme.Day.AddDays(10)))!.Experience!.Segment);
        Assert.Equal(60, (await health.ScoreAsync("acme", Acme.Day))!.Value);
        Assert.Equal(90, (await health.ScoreAsync("acme", Acme.Day.AddDays(10)))!.Value);
    }

    [Fact]
    public async Task A_segment_stands_until_a_condition_of_a_scheme_changes_and_then_is_what_is_asked_anew()
    {
        var health = CustomerHealth.Of(CustomerSources.InMemory(Acme.Accounts(), Acme.Signals()), h => h
            .SegmentedBy(Experience)
            .ScoredBy(Scorecard.For<CustomerFacts>().Measure("seats", Words.Number("customer.seats"), m => m.MoreIsBetter().Linear(0, 100)).Bands(yellow: 50, green: 75).Build()));
        var condition = Words.Condition("segment.experience == 'active'");

        var facts = (await health.FactsAsync("acme", new ScoreInstant(Acme.Day)))!;
        Assert.Equal(Acme.Day.AddDays(5), facts.Segments.Until());
        Assert.Equal((true, Acme.Day.AddDays(5)), condition.HoldsUntil(facts) is var timed ? (timed.Reading.Value, timed.Until) : default);
        Assert.Equal("all", facts.MovedTo(Acme.Day.AddDays(6))!.Segments.Experience!.Segment);
        Assert.Equal("enterprise", facts.MovedTo(Acme.Day.AddDays(10))!.Segments.Experience!.Segment);
        Assert.Equal("enterprise", facts.MovedTo(Acme.Day.AddDays(6))!.MovedTo(Acme.Day.AddDays(12))!.Segments.Experience!.Segment);
    }

    [Fact]
    public void A_condition_that_reads_a_scheme_asked_later_or_one_that_is_not_there_is_a_mistake()
    {
        var reading = SegmentScheme.For("other", SegmentPurpose.EconomicTier).Segment("a", Words.Condition("segment.experience == 'active'")).Otherwise("b").Build();
        var card = Scorecard.For<CustomerFacts>().Measure("seats", Words.Number("customer.seats"), m => m.MoreIsBetter().Linear(0, 100)).Bands(yellow: 50, green: 75).Build();

        Assert.Equal("SG009", Assert.Single(Mistakes(h => h.SegmentedBy(reading))).Code);
        Assert.Equal("SG010", Assert.Single(Mistakes(h => h.SegmentedBy(reading).SegmentedBy(Experience))).Code);
        CustomerHealth.Of(CustomerSources.InMemory(Acme.Accounts(), Acme.Signals()), h => h.SegmentedBy(Experience).SegmentedBy(reading).ScoredBy(card));

        IReadOnlyList<Diagnostic> Mistakes(Action<CustomerHealthBuilder> how) => Assert.Throws<ConfigurationException>(() =>
            CustomerHealth.Of(CustomerSources.InMemory(Acme.Accounts(), Acme.Signals()), h =>
            {
                how(h);
                h.ScoredBy(card);
            })).Diagnostics;
    }

    [Fact]
    public void What_reads_a_segment_is_reproducible_where_the_scheme_itself_is_declared_and_its_hash_is_covered()
    {
        SegmentScheme Of(int seats) => SegmentScheme.For("tier", SegmentPurpose.EconomicTier).Segment("big", Acme.Language.Condition($"customer.seats > {seats}"))
            .Otherwise("small").Build();
        Scorecard<CustomerFacts> Card(Language<CustomerFacts> words) => Scorecard.For<CustomerFacts>()
            .Flag("big", words.Condition("segment.tier == 'big'"), m => m.Points(100, 0)).Bands(yellow: 50, green: 75).Build();
        Scorecard<CustomerFacts> Pinned(int seats) => Card(Acme.Declare().Segment(Of(seats)).Build());

        Assert.NotEqual(Pinned(10).Definition.ConfigurationHash, Pinned(100).Definition.ConfigurationHash);
        Assert.True(Pinned(10).Definition.Reproducible);
        Assert.False(Card(Acme.Declare().Segment("tier").Build()).Definition.Reproducible);

        Assert.Equal("SG012", Assert.Single(Mistakes(Pinned(10), Of(100))).Code);
        Assert.Equal("SG012", Assert.Single(Mistakes(Pinned(10), Potential)).Code);
        CustomerHealth.Of(CustomerSources.InMemory(Acme.Accounts(), Acme.Signals()), h => h.SegmentedBy(Of(10)).ScoredBy(Pinned(10)));

        static IReadOnlyList<Diagnostic> Mistakes(Scorecard card, SegmentScheme scheme) => Assert.Throws<ConfigurationException>(() =>
            CustomerHealth.Of(CustomerSources.InMemory(Acme.Accounts(), Acme.Signals()), h => h.SegmentedBy(scheme).ScoredBy(card))).Diagnostics;
    }

    [Fact]
    public void Reading_rightward_or_in_a_circle_through_a_fact_is_a_mistake_too()
    {
        var card = Scorecard.For<CustomerFacts>().Measure("seats", Words.Number("customer.seats"), m => m.MoreIsBetter().Linear(0, 100)).Build();
        SegmentScheme Reading(FactCondition when) => SegmentScheme.For("experience", SegmentPurpose.EconomicTier).Segment("a", when).Otherwise("b").Build();

        Assert.Equal("SG011", Assert.Single(Mistakes(h => h.Number("hv", Words.Number("health.value")).SegmentedBy(Reading(Fact.Number("hv").AtLeast(50))))).Code);
        Assert.Equal("SG010", Assert.Single(Mistakes(h => h.Text("seg", Words.Text("segment.experience")).SegmentedBy(Reading(Fact.Text("seg").Is("all"))))).Code);

        IReadOnlyList<Diagnostic> Mistakes(Action<CustomerHealthBuilder> how) => Assert.Throws<ConfigurationException>(() =>
            CustomerHealth.Of(CustomerSources.InMemory(Acme.Accounts(), Acme.Signals()), h =>
            {
                how(h);
                h.ScoredBy(card);
            })).Diagnostics;
    }

    [Fact]
    public void The_hash_covers_what_the_expression_reads()
    {
        var other = SegmentScheme.For("experience", SegmentPurpose.Experience)
            .Segment("enterprise", Acme.Declare().Build().Condition("customer.plan=='enterprise'"), Experiences.HighTouch, priority: 10)
            .Segment("active", Words.Condition("signals.login.count(days(10)) >= 2"), Experiences.TechTouch)
            .Otherwise("all", Experiences.SelfServe)
            .Build();

        Assert.Equal(Experience.ConfigurationHash, other.ConfigurationHash);
        Assert.True(Experience.Reproducible);
        Assert.Equal(["customer.plan", "signals.login"], Experience.Reads);
    }
}
