using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Segmentation;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Composition;

public sealed class LineageTests
{
    [Fact]
    [Requirement("INS-8")]
    public void For_a_signal_or_trait_it_lists_the_facts_measures_exceptions_and_segments_that_read_it_also_through_others()
    {
        var words = Acme.Language;
        var lineage = Lineage.Of(CustomerHealth.Of(CustomerSources.InMemory(Acme.Accounts(), Acme.Signals()), h => h
            .Trait("plan", TraitKind.Text)
            .Number("guess", (CustomerFacts _) => 1.0)
            .SegmentedBy(SegmentScheme.For("experience", SegmentPurpose.Experience)
                .Segment("big", words.Condition("customer.seats > 100 && subscriptions.exists(s, s.running)"), Experiences.HighTouch)
                .Segment("pro", Fact.Text("plan").Is("pro"), Experiences.TechTouch)
                .Otherwise("all", Experiences.SelfServe).Build())
            .ScoredBy(Scorecard.For<CustomerFacts>()
                .Measure("logins", words.Number("signals.login.count(days(28))"), m => m.MoreIsBetter().Linear(0, 10))
                .Measure("nps", SignalMeasure.Latest("nps"), m => m.MoreIsBetter().Linear(0, 10))
                .Flag("care", words.Condition("segment.experience == 'big'"), m => m.Points(100, 0))
                .CapAt(40, words.Condition("signals.login.age() > days(30)"), because: "silent", id: "silent")
                .Bands(yellow: 50, green: 75).Build())));

        Assert.Equal(["exception 'silent' of 'default'", "fact 'logins'", "measure 'logins' of 'default'"], lineage.ReadersOfSignal("login"));
        Assert.Equal(["fact 'care'", "measure 'care' of 'default'", "segment 'big' of 'experience'"], lineage.ReadersOfTrait("active seats"));
        Assert.Equal(["fact 'care'", "fact 'plan'", "measure 'care' of 'default'", "segment 'pro' of 'experience'"], lineage.ReadersOfTrait("plan"));
        Assert.Empty(lineage.ReadersOfSignal("nobody"));
        Assert.Equal(["a lambda, which may read anything: fact 'guess'"], lineage.Entries.Where(e => e.Kind == LineageKind.Lambda).Select(e => e.ToString()));
        Assert.Contains("Name 'subscriptions': segment 'big' of 'experience'", lineage.Entries.Select(e => e.ToString()));
    }

    [Fact]
    public void Schemes_that_read_one_another_are_gone_through_once()
    {
        var words = Enumerable.Range(0, 16).Aggregate(Acme.Declare(), (d, i) => d.Segment($"s{i}")).Build();
        var health = CustomerHealth.Of(CustomerSources.InMemory(Acme.Accounts(), Acme.Signals()), h =>
        {
            for (var i = 0; i < 16; i++)
            {
                var reads = string.Join(" || ", Enumerable.Range(0, i).Select(j => $"segment.s{j} == 'a'").Append("customer.seats > 3"));
                h.SegmentedBy(SegmentScheme.For($"s{i}", SegmentPurpose.EconomicTier).Segment("a", words.Condition(reads)).Segment("b", words.Condition($"!({reads})")).Otherwise("c").Build());
            }

            h.ScoredBy(Scorecard.For<CustomerFacts>().Flag("x?", words.Condition("segment.s15 == 'a' && customer.stage == 'live'"), m => m.Points(100, 0)).Build());
        });

        Assert.Equal(34, Lineage.Of(health).ReadersOfTrait("active seats").Count);
        Assert.Contains("Name 'customer.stage': measure 'x?' of 'default'", Lineage.Of(health).Entries.Select(e => e.ToString()));
    }
}
