using CustomerSuccess.Tests.Interventions.Reference;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Interventions.Simulating;

public class SimulationTests
{
    private const int Customers = 40;

    private static readonly SimulationWay Usual = new("one thread");

    [Fact]
    [Requirement("INT-3")]
    [Requirement("INT-4")]
    [Requirement("INT-5")]
    [Requirement("INT-8")]
    [Requirement("INT-18")]
    [Requirement("COM-7")]
    public async Task Over_many_customer_days_no_law_is_ever_broken()
    {
        const int DaysOfOne = Customers * (StoryMaker.Days + 6);
        var runs = (LongRun.Of(100_000, 10_000_000) + DaysOfOne - 1) / DaysOfOne;
        var (days, touches) = (runs * DaysOfOne, 0);
        await Parallel.ForAsync(0, runs, async (seed, _) =>
        {
            var run = await Simulation.RunAsync(StoryMaker.Portfolio(seed, Customers), Usual);
            Assert.True(run.Offences.Count == 0, $"seed {seed}: {run.Offences.Count} offences\n{string.Join('\n', run.Offences.Take(20))}");
            Interlocked.Add(ref touches, run.Touches);
        });

        Assert.True(touches > days / 100, $"only {touches} touches in {days} customer-days");
    }

    [Theory]
    [InlineData("many threads")]
    [InlineData("two engines")]
    [InlineData("cancelled")]
    [Requirement("INT-3")]
    public async Task However_it_is_run_what_comes_of_it_is_the_same(string how)
    {
        SimulationWay way = how switch
        {
            "many threads" => new(how) { Threads = 4, Batch = 7 },
            "two engines" => new(how) { Twice = true, Threads = 2, Batch = 7 },
            _ => new(how) { Cancelled = true },
        };
        for (var seed = 1000; seed < 1000 + LongRun.Of(8, 800); seed++)
        {
            var one = await Simulation.RunAsync(StoryMaker.Portfolio(seed, Customers), Usual);
            var other = await Simulation.RunAsync(StoryMaker.Portfolio(seed, Customers), way);
            Assert.True(one.Offences.Count + other.Offences.Count == 0, $"seed {seed}: {string.Join('\n', one.Offences.Concat(other.Offences).Take(20))}");
            Assert.True(one.State == other.State, $"seed {seed}, {how}:\n{string.Join('\n', one.State.Split('\n').Except(other.State.Split('\n')).Take(5))}\n--- other\n{string.Join('\n', other.State.Split('\n').Except(one.State.Split('\n')).Take(5))}");
        }
    }
}
