using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Samples;

/// <summary>What holds of every simulation, whatever its seed and its size.</summary>
public sealed class SimulationProperties
{
    [Law(MaxTest = 500)]
    public void The_same_options_give_the_same_records_and_another_seed_gives_others(Seed seed)
    {
        var options = Options(seed);
        var first = Records(Simulation.Each(options));
        Assert.Equal(first, Records(Simulation.Each(options)));
        if (first.Count > 0)
            Assert.NotEqual(first, Records(Simulation.Each(new SimulationOptions { Seed = options.Seed + 1, Accounts = options.Accounts, Days = options.Days })));
    }

    [Law(MaxTest = 500)]
    public void The_first_accounts_of_many_are_those_of_few(Seed seed)
    {
        var few = Options(seed);
        var many = new SimulationOptions { Seed = few.Seed, Accounts = few.Accounts + 2, Days = few.Days };
        var known = Simulation.Each(few).ToList();
        Assert.Equal(Records(known), Records(Simulation.Each(many).Take(known.Count)));
    }

    [Law(MaxTest = 500)]
    public void A_longer_simulation_begins_with_the_shorter_one(Seed seed)
    {
        var shorter = Options(seed);
        var longer = new SimulationOptions { Seed = shorter.Seed, Accounts = shorter.Accounts, Days = shorter.Days + 1 + (seed.Number % 200) };
        Assert.Equal(Records(Simulation.Each(shorter)), Records(Simulation.Each(longer), shorter.End));
    }

    [Law(MaxTest = 500)]
    public void Nothing_happens_before_it_can_or_is_known_before_it_happens(Seed seed)
    {
        var options = Options(seed);
        foreach (var account in Simulation.Each(options))
        {
            var (first, last) = (account.Versions[0].EffectiveAt, account.Versions[^1]);
            Assert.Equal(account.Signals.OrderBy(s => s.OccurredAt).Select(s => s.Id), account.Signals.Select(s => s.Id));
            Assert.Equal(account.Signals.Count, account.Signals.Select(s => s.Id).Distinct().Count());
            Assert.All(account.Signals, s =>
            {
                Assert.InRange(s.OccurredAt, first > SimulationOptions.Start ? first : SimulationOptions.Start, options.End);
                Assert.InRange(s.RecordedAt - s.OccurredAt, TimeSpan.Zero, TimeSpan.FromDays(6));
                Claim.Holds(last.IsActive || s.OccurredAt < last.EffectiveAt, $"{s} after the end");
            });
            Assert.All(account.Outcomes, o => Assert.True(o.DecidedAt <= options.End && o.RecordedAt >= o.DecidedAt));
            Assert.All(account.Subscriptions, s => Assert.True(s.Seats is null or >= 1 && s.AnnualRevenue!.Value.Amount > 0));
        }
    }

    [Law(MaxTest = 200)]
    public void The_engine_finds_no_signal_that_contradicts_another_fact(Seed seed)
    {
        var simulation = Simulation.Run(Options(seed));
        foreach (var account in simulation.Accounts)
        {
            var facts = CustomerHealth.Of(simulation.Sources, h => h.ScoredBy(NoMatter.Card))
                .FactsAsync(account.Id, new(simulation.Options.End, simulation.Options.End.AddDays(60))).AsTask().GetAwaiter().GetResult();
            Assert.Empty(facts!.Signals.Defects);
        }
    }

    private static SimulationOptions Options(Seed seed) => new()
    {
        Seed = (ulong)seed.Number,
        Accounts = 1 + (seed.Size % 3),
        Days = SimulationOptions.FewestDays + (seed.Number % 300),
    };

    // Only what holds by an instant. Subscriptions, which compare by reference, in words.
    private static List<object> Records(IEnumerable<SimulatedAccount> accounts, DateTimeOffset? by = null)
    {
        var end = by ?? DateTimeOffset.MaxValue;
        return
        [
            // A contract is signed before there is such a customer.
            .. from account in accounts
               where account.Versions[0].EffectiveAt <= end
               from record in (IEnumerable<object>)[
                   .. account.Versions.Where(v => v.EffectiveAt <= end),
                   .. account.Traits.Where(t => t.EffectiveAt <= end),
                   .. account.Subscriptions.Where(s => s.EffectiveAt <= end).Select(s => (s.Id, s.Product, s.Start, s.End, s.RenewsAt, s.TermMonths, s.Seats, s.AnnualRevenue, s.EffectiveAt, s.RecordedAt)),
                   .. account.Outcomes.Where(o => o.DecidedAt <= end),
                   .. account.Ownerships.Where(o => o.EffectiveAt <= end),
                   .. account.Signals.Where(s => s.OccurredAt <= end)]
               select record,
        ];
    }

    /// <summary>A scorecard that there must be, and that does not matter.</summary>
    private static class NoMatter
    {
        public static Scorecard<CustomerFacts> Card { get; } = Scorecard.For<CustomerFacts>("one")
            .Measure("logins", f => (double)f.Signals.Signals.Count, m => m.MoreIsBetter().Linear(0, 4))
            .Bands(50, 75)
            .Build();
    }
}
