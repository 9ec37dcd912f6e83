using CustomerSuccess.Health;
using CustomerSuccess.Tests.Foundation;

namespace CustomerSuccess.Tests.Health.OverTime;

/// <summary>What stood of health before, in expressions.</summary>
public sealed class HealthLanguageTests
{
    private static CustomerHealth Health { get; } = CustomerHealth.Of(CustomerSources.InMemory(Acme.Accounts(), Acme.Signals()), h => h
        .ScoredBy(Scorecard.For<CustomerFacts>()
            .Measure("logins", Acme.Language.Number("signals.login.count(days(10))"), m => m.MoreIsBetter().Linear(0, 2))
            .CapAt(30, Acme.Language.Condition("previous.health.band == 'Red'"), because: "it was red", id: "was red")
            .Bands(yellow: 50, green: 75).Build()));

    [Fact]
    public async Task What_stood_before_is_read_without_being_named_elsewhere()
    {
        var before = await Health.FactsAsync("acme", new ScoreInstant(Acme.Day.AddDays(-2)));
        var score = await Health.ScoreAsync("acme", Acme.Day.AddDays(-2));

        Assert.Equal("Red", Acme.Language.Text("previous.health.band").Read(before!).Value);
        Assert.Equal(30, score!.Value);
    }

    [Fact]
    public async Task It_stands_for_ever_or_one_tick_where_a_score_stands_exactly_then()
    {
        var condition = Acme.Language.Condition("previous.health.band == 'Red'");
        var onGrid = (await Health.FactsAsync("acme", new ScoreInstant(Acme.Day)))!;
        var between = (await Health.FactsAsync("acme", new ScoreInstant(Acme.Day.AddHours(5))))!;

        // The band at that midnight is the same, so that the comparison does not change.
        Assert.Equal(Acme.Day.AddTicks(1), onGrid.Find<PreviousFacts>()!.Until());
        Assert.Null(between.Find<PreviousFacts>()!.Until());
        Assert.Null(condition.HoldsUntil(onGrid).Until);
        Assert.Equal(Acme.Day.AddTicks(1), Acme.Language.Text("previous.health.band").ReadUntil(onGrid).Until);
        Assert.Equal("Red", onGrid.MovedTo(Acme.Day.AddDays(3))!.Find<PreviousFacts>()!.Band().Value);
    }

    private sealed class Still : FactsPart
    {
        public override string Name => "still";
    }

    [Fact]
    public async Task Rules_read_the_score_itself_and_where_there_is_none_it_is_unknown()
    {
        var facts = (await Health.FactsAsync("acme", new ScoreInstant(Acme.Day)))!;
        var score = (await Health.ScoreAsync("acme", Acme.Day))!;
        var condition = Acme.Language.Condition("health.band == 'Red' && health.value < 50");

        Assert.True(condition.Holds(facts.With(new HealthFacts(score))).Value);
        Assert.Equal("health.band: not declared: health is not scored yet; health.value: not declared: health is not scored yet", string.Join("; ", condition.Holds(facts).Causes));
        Assert.Equal(Acme.Day.AddDays(1), condition.HoldsUntil(facts.With(new HealthFacts(score))).Until);
        Assert.Equal(Acme.Day.AddHours(9), Acme.Language.Condition("now.getHours() >= 9").HoldsUntil(facts.With(new HealthFacts(score))).Until);
        Assert.Equal(Acme.Day.AddDays(1), Acme.Language.Condition("now.getHours() >= 9").HoldsUntil(facts.With(new Still())).Until);
        Assert.Equal(Acme.Day.AddDays(1), Acme.Language.Condition("now - customer.signed > days(100)").HoldsUntil(facts.With(new Still())).Until);
    }
}
