using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class PreviousHealthTests
{
    [Fact]
    public async Task Previous_is_what_stood_at_the_last_grid_point_strictly_before()
    {
        var facts = Seen(out var health);

        await health.ScoreAsync("acme", Start.AddDays(3));
        Assert.Equal(("Green", 90), facts[^1]);
        await health.ScoreAsync("acme", Start.AddDays(3).AddTicks(1));
        Assert.Equal(("Red", 20), facts[^1]);
        await health.ScoreAsync("acme", Start.AddDays(9.5));
        Assert.Equal(("Red", 20), facts[^1]);
    }

    [Fact]
    public async Task Before_the_first_grid_point_nothing_is_known_of_it()
    {
        var health = Over(Log((0.5, 90)), more: c => c.PreviousHealth());
        var (before, after) = ((await health.FactsAsync("acme", new(Start.AddDays(1))))!, (await health.FactsAsync("acme", new(Start.AddDays(1.5))))!);

        Assert.Equal("previous.health.band: no observations", Assert.Single(before.Find<PreviousFacts>()!.Band().Causes).ToString());
        Assert.Equal("previous.health.value: no observations", Assert.Single(before.Find<PreviousFacts>()!.Value().Causes).ToString());
        Assert.Equal(("Green", 90), (after.Find<PreviousFacts>()!.Band().Value, after.Find<PreviousFacts>()!.Value().Value));
        Assert.Equal("previous", after.Find<PreviousFacts>()!.Name);
    }

    [Fact]
    public async Task Facts_with_what_was_before_can_be_shared_between_threads()
    {
        var facts = (await Over(Log([.. Enumerable.Range(0, 400).Select(d => ((double)d, 74d + (d % 3)))]), more: c => c.PreviousHealth()).FactsAsync("acme", new(Start.AddDays(390))))!;
        var read = new (string, double)[64];
        Parallel.For(0, read.Length, i => read[i] = (facts.Find<PreviousFacts>()!.Band().Value, facts.Find<PreviousFacts>()!.Value().Value));

        Assert.Single(read.Distinct());
    }

    [Fact]
    public async Task Without_the_words_nothing_looks_back()
    {
        Assert.Null((await Over(Log((0, 90))).FactsAsync("acme", new(Start.AddDays(9))))!.Find<PreviousFacts>());
        var facts = new CustomerFacts("acme", Start);
        var words = Vocabulary.For<CustomerFacts>().PreviousHealth().Build();

        Assert.Equal("previous.health.band: not declared: health is not scored yet", words.Read(facts, Start).Text(HealthWords.PreviousBand).Causes[0].ToString());
        Assert.Equal("previous.health.value: not declared: health is not scored yet", words.Read(facts, Start).Number(HealthWords.PreviousValue).Causes[0].ToString());
    }

    [Fact]
    public async Task Of_a_lost_customer_previous_stands_still()
    {
        var accounts = new AccountLog().Add(new Customer("acme", Start)).Add(new Outcome("acme", OutcomeKind.NonRenewal, Start.AddDays(2.5)));
        var health = Over(Log((0, 90), (4, 10)), accounts, c => c.PreviousHealth());

        Assert.Equal("Green", (await health.FactsAsync("acme", new(Start.AddDays(20))))!.Find<PreviousFacts>()!.Band().Value);
    }

    private static List<(string?, double?)> Seen(out CustomerHealth health)
    {
        var seen = new List<(string?, double?)>();
        health = CustomerHealth.Of(CustomerSources.InMemory(signals: Log((0, 90), (2.5, 20))), c => c
            .PreviousHealth()
            .Signal("usage", SignalMeasure.Latest(Name))
            .ScoredBy("looks", HealthStrategies.From("looks", context =>
            {
                var (band, value) = (context.Facts.Text(HealthWords.PreviousBand), context.Facts.Number(HealthWords.PreviousValue));
                seen.Add((band.IsKnown ? band.Value : null, value.IsKnown ? value.Value : null));
                return HealthResult.Of(context.Facts.Number("usage").Value);
            })));
        return seen;
    }
}
