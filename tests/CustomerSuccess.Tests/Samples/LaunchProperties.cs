using CustomerSuccess.Composition;
using CustomerSuccess.Portfolio.Launching;
using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Samples;

/// <summary>What holds of every simulated launch.</summary>
public sealed class LaunchProperties
{
    private static readonly CustomerConfiguration Documents = PlanDocuments.In(Repository.PathOf("samples/Portfolio/config/accounts"));
    private static readonly Lazy<IReadOnlyList<Launch>> Some = new(() => [.. Enumerable.Range(1, 6).Select(seed => Run((ulong)seed))]);

    [Fact]
    public void What_was_printed_on_a_day_is_told_later_as_known_on_that_day()
    {
        var launch = Run(1);
        Assert.Equal([0, 30, 60, 90, 120], launch.Days.Select(d => d.Day));
        Assert.All(launch.Days, day =>
        {
            var later = launch.StateAt(new(day.State.AsOf, day.State.AsOf));
            Assert.Equal(Told(day.State), Told(later));
            Assert.Equal(day.State.Events.Select(e => e.Id), later.Events.Select(e => e.Id));
        });

        // Known at the end there is more: the excuse of day 100 is about what was done before.
        Assert.NotEqual(launch.Days[3].State.Events.Count, launch.StateAt(new(launch.Days[4].State.AsOf)).Events.Count);
    }

    [Fact]
    [Requirement("PLN-5")]
    public void Whatever_the_seed_charges_sum_to_delays_and_nothing_recorded_is_refused()
    {
        foreach (var state in Some.Value.SelectMany(l => l.Days).Select(d => d.State))
        {
            Assert.Empty(state.Refused);
            Assert.All(state.Ledgers, l => Assert.Equal(l.Delay, l.Lines.Sum(line => line.Charge)));
            Assert.All(state.Ledgers.Select(l => l.AsDisputed).OfType<PlanLedger>(), l => Assert.Equal(l.Delay, l.Lines.Sum(line => line.Charge)));
            Assert.Empty(TeeUps.Of(state).SelectMany(t => t.OutOfTurn));
        }
    }

    [Fact]
    public void Both_parties_are_late_once_one_disputes_and_one_is_excused_whatever_the_seed()
    {
        Assert.All(Some.Value.Select(l => l.Days[^1].State), last =>
        {
            Assert.Equal((AccountabilityStanding.KeptLate, "give access"), (last.Accountability("give access").Standing, Assert.Single(last.Events.OfType<AccountabilityDisputed>()).Item));
            Assert.Equal((AccountabilityStanding.Excused, "connect systems"), (last.Accountability("connect systems").Standing, Assert.Single(last.Events.OfType<AccountabilityExcused>()).Item));
        });
    }

    [Fact]
    public void A_launch_leaves_the_simulation_as_it_is()
    {
        var options = new SimulationOptions { Accounts = 4 };
        var before = Simulation.Run(options).Find("A0004")!;
        Run(1);
        Assert.Equal(before.Signals, Simulation.Run(options).Find("A0004")!.Signals);
    }

    private static Launch Run(ulong seed) => Launch.Run(new SimulationOptions { Seed = seed, Accounts = 100 }, null, Documents);

    private static string Told(PlanState state) => string.Join('\n', [$"{state}", .. state.Ledgers.Select(l => l.Explain()), .. state.Milestones.Select(m => $"{m} {m.Actual} {m.Verification}"), .. state.Accountabilities.Select(a => $"{a}")]);
}
