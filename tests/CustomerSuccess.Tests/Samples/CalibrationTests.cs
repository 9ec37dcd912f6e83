using System.Text.Json;
using CustomerSuccess.Customers;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Tests.Samples;

/// <summary>What the simulator is set up to give, through the command that anybody can run.</summary>
public sealed class CalibrationTests
{
    [Fact]
    public void Health_at_a_cut_off_separates_those_who_leave_with_an_AUC_of_about_080_over_some_seeds()
    {
        var auc = Enumerable.Range(1, 3).Select(seed => Judged(seed).GetProperty("proof").GetProperty("auc").GetDouble()).ToList();
        Assert.InRange(auc.Average(), 0.75, 0.85);
        Assert.All(auc, a => Assert.InRange(a, 0.65, 0.95));
    }

    [Fact]
    public void Ten_to_twenty_of_a_hundred_customers_leave_in_a_year_and_about_one_is_lost_against_its_will()
    {
        var options = new SimulationOptions { Accounts = 1_000, Seed = 3, Days = 366 };
        var (years, left, lost) = (0.0, 0, 0);
        foreach (var account in Simulation.Each(options))
        {
            years += Enumerable.Range(0, 366).Count(d => account.LatentValueAt(SimulationOptions.Start.AddDays(d)) is not null) / 366.0;
            left += account.Outcomes.Count(o => o.Kind == OutcomeKind.NonRenewal);
            lost += account.Outcomes.Count(o => o.Kind == OutcomeKind.InvoluntaryLoss);
        }

        Assert.InRange(left / years, 0.10, 0.20);
        Assert.InRange(lost / years, 0.003, 0.02);
    }

    private static JsonElement Judged(int seed) =>
        JudgeRun.Json(PortfolioRun.With("health", "--json", "--accounts", "400", "--seed", FormattableString.Invariant($"{seed}"))).GetProperty("judged");
}
