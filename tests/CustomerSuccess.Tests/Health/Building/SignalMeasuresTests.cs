using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Health.Building;

/// <summary>Scorecards over customers' facts.</summary>
public sealed class SignalMeasuresTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SignalMeasure Logins = SignalMeasure.Count("login").InLast(28);

    [Fact]
    public void A_measure_over_signals_reads_the_window_as_of_the_instant_as_known_then()
    {
        var log = new SignalLog();
        log.AppendAll(Enumerable.Range(0, 60).Select(d => new Signal("acme", "login", AsOf.AddDays(-d)) { RecordedAt = AsOf.AddDays(-d + (d == 3 ? 10 : 0)) }));
        var card = Card(m => m);

        Assert.Equal(27, card.Score(log.Facts("acme", AsOf), AsOf).Lines[0].Raw);
        Assert.Equal(28, card.Score(log.Facts("acme", AsOf, AsOf.AddDays(30)), AsOf).Lines[0].Raw);
        Assert.Equal(0, card.Score(log.Facts("globex", AsOf), AsOf).Value);
    }

    [Fact]
    public void Zero_is_a_value_and_a_window_that_is_not_covered_is_unknown_with_its_reason()
    {
        var log = new SignalLog().Covers("login", new() { Through = AsOf.AddDays(-2) });
        var score = Card(m => m).Score(log.Facts("acme", AsOf), AsOf);

        Assert.Equal((HealthScoreState.Unknown, 0), (score.State, score.Coverage));
        Assert.Matches(@"logins +unknown: incomplete through 2026-02-27", score.Explain());
        Assert.Equal(0, Card(m => m).Score(new SignalLog().Facts("acme", AsOf), AsOf).Value);
    }

    [Fact]
    public void Its_age_is_that_of_the_last_signal_and_it_expires_and_decays_by_it()
    {
        var log = new SignalLog();
        log.Append(new Signal("acme", "nps", AsOf.AddDays(-60)) { Value = 90 });
        var facts = log.Facts("acme", AsOf);
        var latest = SignalMeasure.Latest("nps");

        Assert.Equal(60, One(latest, m => m.HalfLife(TimeSpan.FromDays(30))).Score(facts, AsOf).Value);
        Assert.Equal(90, One(latest, m => m.ExpiresAfter(TimeSpan.FromDays(60))).Score(facts, AsOf).Value);
        Assert.Equal(HealthScoreState.Unknown, One(latest, m => m.ExpiresAfter(TimeSpan.FromDays(59.9))).Score(facts, AsOf).State);
    }

    [Fact]
    public void The_definition_is_the_version_so_that_scores_are_reproducible_and_another_window_is_another_configuration()
    {
        var score = Card(m => m);

        Assert.True(score.Definition.Reproducible);
        Assert.Equal(score.Definition.ConfigurationHash, Card(m => m).Definition.ConfigurationHash);
        Assert.NotEqual(score.Definition.ConfigurationHash, Card(m => m, Logins.InLast(29)).Definition.ConfigurationHash);
        Assert.NotEqual(score.Definition.ConfigurationHash, Card(m => m, Logins.ByCustomer()).Definition.ConfigurationHash);
        Assert.False(Scorecard.For<CustomerFacts>().Measure("logins", f => f.Signals.Read(Logins), m => m.MoreIsBetter().Linear(0, 28)).Build().Definition.Reproducible);
    }

    [Fact]
    public async Task Groups_exceptions_and_traits_stand_beside_signals()
    {
        var log = new SignalLog();
        log.AppendAll(Enumerable.Range(0, 14).Select(d => new Signal("acme", "login", AsOf.AddDays(-d))));
        var facts = new AccountRecords { CustomerId = "acme", Traits = [new Trait("acme", "seats", TraitValue.Of(40), AsOf.AddDays(-9))] };
        var card = Scorecard.For<CustomerFacts>("both")
            .Group("use", g => g.Measure("logins", Logins, m => m.MoreIsBetter().Linear(0, 28)))
            .Measure("seats", f => f.Account.Number("seats"), m => m.MoreIsBetter().Linear(0, 40).Version("1"))
            .CapAt(60, when: m => m["logins"].LessThan(20), because: "few logins")
            .Build();
        var health = CustomerHealth.Of(
            CustomerSources.InMemory(facts.Traits.Aggregate(new AccountLog().Add(new Customer("acme", AsOf.AddDays(-30))), (l, t) => l.Add(t)), log), c => c.ScoredBy(card));
        var score = (await health.ScoreAsync("acme", AsOf))!;

        Assert.Equal(60, score.Value);
        Assert.Equal(60, score.Lines.Sum(l => l.Points), 9);
        Assert.Equal("few logins", Assert.Single(score.Exceptions).Because);
    }

    [Fact]
    public void Arguments_that_are_none_are_refused()
    {
        var builder = Scorecard.For<CustomerFacts>();

        Assert.Throws<ArgumentNullException>(() => builder.Measure("x", (SignalMeasure)null!, m => m.MoreIsBetter().Linear(0, 1)));
        Assert.Throws<ArgumentNullException>(() => builder.Measure("x", Logins, null!));
        Assert.Throws<ArgumentNullException>(() => ((ScorecardBuilder<CustomerFacts>)null!).Measure("x", Logins, m => m.MoreIsBetter().Linear(0, 1)));
    }

    private static Scorecard<CustomerFacts> Card(Func<RowMeasure<CustomerFacts>, RowMeasure<CustomerFacts>> more, SignalMeasure? measure = null) =>
        Scorecard.For<CustomerFacts>().Measure("logins", measure ?? Logins, m => more(m.MoreIsBetter().Linear(0, 28))).Build();

    private static Scorecard<CustomerFacts> One(SignalMeasure measure, Func<RowMeasure<CustomerFacts>, RowMeasure<CustomerFacts>> more) =>
        Scorecard.For<CustomerFacts>().Measure("x", measure, m => more(m.MoreIsBetter().Linear(0, 100))).Build();
}
