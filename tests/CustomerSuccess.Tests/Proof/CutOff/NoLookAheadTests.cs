using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>
/// Signals, some of which arrive late, replayed at a cut-off and compared with what brute force over the tables gives. A day of
/// look-ahead at the window's end, in what is known, or in the outcomes gives other figures, so that it could not go unseen.
/// </summary>
[Requirement("PRF-1")]
public sealed class NoLookAheadTests
{
    private const double Tolerance = 1e-9;

    private static readonly SimulatedLog Simulated = new(20_260_101);

    [Fact]
    public async Task The_figures_at_the_cut_off_are_those_of_brute_force_over_the_tables()
    {
        var report = await CutOffJudge.JudgeAsync(Simulated.Health, Simulated.Sources, Options(RiskSet.AllActive));
        var (left, stayed, auc) = Simulated.ByHand(asOf: 0, knownAt: 0, from: 0.5, to: 180);

        Assert.Equal((left, stayed), (report.Proof.Figures.Churned, report.Proof.Figures.Stayed));
        Assert.Equal(SimulatedLog.Customers - left - stayed, report.DecidedBefore);
        Assert.Equal(auc, report.Proof.Auc!.Estimate, Tolerance);
        Assert.True(left > 40 && auc > 0.55, $"{left} left, AUC {auc}: the log should say something");
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(-10)]
    [InlineData(20)]
    public async Task At_other_cut_offs_too(double day)
    {
        var options = new CutOffOptions { At = Day(day), Horizon = TimeSpan.FromDays(90), OutcomesKnownAt = Day(day + 90), RiskSet = RiskSet.AllActive };
        var report = await CutOffJudge.JudgeAsync(Simulated.Health, Simulated.Sources, options);

        Assert.Equal(Simulated.ByHand(day, day, day + 0.5, day + 90).Auc, report.Proof.Auc!.Estimate, Tolerance);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    public async Task A_day_of_look_ahead_in_the_window_or_in_what_is_known_gives_other_figures(double asOf, double knownAt)
    {
        var honest = Simulated.ByHand(0, 0, 0.5, 180).Auc;
        var ahead = Simulated.ByHand(asOf, knownAt, 0.5, 180).Auc;
        Assert.True(Math.Abs(honest - ahead) > 100 * Tolerance, $"{honest} and {ahead}");

        // And the engine does what brute force does where it is told to look there.
        var scores = new Dictionary<string, double>();
        await foreach (var score in Simulated.Health.ScorePortfolioAsync(new ScoreInstant(Day(asOf), Day(knownAt))))
        {
            scores.Add(score.CustomerId!, score.Computed!.Value);
        }

        string[] atRisk = [.. scores.Keys.Where(c => !(Simulated.Left.GetValueOrDefault(c, 999) <= 0.5))];
        var figures = RankFigures.Of([.. atRisk.Select(c => scores[c])], [.. atRisk.Select(c => Simulated.Left.GetValueOrDefault(c, 999) <= 180)]);
        Assert.Equal(ahead, figures.Auc!.Estimate, Tolerance);
    }

    [Theory]
    [InlineData(-0.5, 180)]
    [InlineData(1.5, 180)]
    [InlineData(0.5, 181)]
    [InlineData(0.5, 179)]
    public void A_day_more_or_less_of_outcomes_gives_other_figures(double from, double to) =>
        Assert.True(Math.Abs(Simulated.ByHand(0, 0, 0.5, 180).Auc - Simulated.ByHand(0, 0, from, to).Auc) > 100 * Tolerance);

    [Fact]
    public async Task What_happens_or_is_recorded_after_the_cut_off_changes_no_score_and_no_figure()
    {
        var (plain, more) = (new SimulatedLog(7), new SimulatedLog(7));
        var before = (await JudgeAsync(plain)).ToJson();
        foreach (var (customer, i) in more.Visits.Select(v => v.Customer).Distinct().Select((c, i) => (c, i)))
        {
            more.Log.Append(new(customer, "visit", Day(-i % 28)) { RecordedAt = Start.AddTicks(1) });
            more.Log.Append(new(customer, "visit", Start.AddTicks(1 + i)));
        }

        Assert.Equal(before, (await JudgeAsync(more)).ToJson());
        more.Log.Append(new("c000", "visit", Start));
        Assert.NotEqual(before, (await JudgeAsync(more)).ToJson());

        static Task<CutOffReport> JudgeAsync(SimulatedLog log) => CutOffJudge.JudgeAsync(log.Health, log.Sources, Options(RiskSet.AllActive));
    }
}
