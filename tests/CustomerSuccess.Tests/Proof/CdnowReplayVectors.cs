using System.Text.Json;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

/// <summary>
/// Real purchases replayed as signals at three cut-offs. The figures were computed elsewhere; a day of look-ahead anywhere gives
/// others, so that it would fail these tests.
/// </summary>
[Requirement("PRF-1")]
public sealed class CdnowReplayVectors
{
    private const double Tolerance = 1e-9;

    private static readonly (string Name, Scorecard Card)[] Cards = [("auc_recency", Cdnow.Recency), ("auc_frequency", Cdnow.Frequency), ("auc_rf_score", Cdnow.Both)];

    [SkippableFact]
    public async Task At_every_cut_off_the_figures_are_the_published_ones()
    {
        var log = Cdnow.Log();
        foreach (var (cutOff, expected) in Published())
        {
            var sources = Cdnow.Sources(log, cutOff, cutOff.AddDays(Cdnow.Window));
            foreach (var (name, card) in Cards)
            {
                var report = await JudgeAsync(Cdnow.Health(log, card), sources, cutOff);

                Assert.Equal((expected.GetProperty("customers").GetInt32(), expected.GetProperty("inactive").GetInt32()), (report.Proof.Figures.Outcomes, report.Proof.Figures.Churned));
                Assert.Equal((report.Active, 0, ProofKind.Replayed), (report.AtRisk, report.Proof.Matching.Unmatched, report.Proof.Kind));
                Assert.Equal(expected.GetProperty(name).GetDouble(), report.Proof.Auc!.Estimate, Tolerance);
                Assert.Equal(card.Definition.ConfigurationHash, Assert.Single(report.Strategies).ConfigurationHash);
            }
        }
    }

    [SkippableFact]
    public async Task Windows_that_end_a_day_late_give_other_figures_and_such_a_scorer_is_refused()
    {
        var log = Cdnow.Log();
        foreach (var (cutOff, expected) in Published())
        {
            var sources = Cdnow.Sources(log, cutOff, cutOff.AddDays(Cdnow.Window));
            foreach (var (name, card) in Cards)
            {
                var health = Cdnow.Health(log, card);
                Differs(expected.GetProperty(name).GetDouble(), await AucAsync(health, new(cutOff.AddDays(1)), sources, cutOff));
                await Assert.ThrowsAsync<InvalidOperationException>(() => JudgeAsync(new Ahead(health, at => new(at.AddDays(1))), sources, cutOff));
            }
        }
    }

    [SkippableFact]
    public async Task Purchases_that_are_dated_back_a_day_are_not_seen_and_as_known_a_day_later_they_give_other_figures()
    {
        foreach (var (cutOff, expected) in Published())
        {
            var log = Cdnow.Log(datedBack: cutOff.AddDays(1));
            var sources = Cdnow.Sources(log, cutOff, cutOff.AddDays(Cdnow.Window));
            foreach (var (name, card) in Cards)
            {
                var (health, auc) = (Cdnow.Health(log, card), expected.GetProperty(name).GetDouble());
                Assert.Equal(auc, (await JudgeAsync(health, sources, cutOff)).Proof.Auc!.Estimate, Tolerance);
                Differs(auc, await AucAsync(health, new(cutOff, cutOff.AddDays(1)), sources, cutOff));
                await Assert.ThrowsAsync<InvalidOperationException>(() => JudgeAsync(new Ahead(health, at => new(at, at.AddDays(1))), sources, cutOff));
            }
        }
    }

    [SkippableFact]
    public async Task Outcomes_of_a_window_that_is_a_day_off_give_other_figures()
    {
        var log = Cdnow.Log();
        foreach (var (cutOff, expected) in Published())
        {
            var end = cutOff.AddDays(Cdnow.Window);
            // The data end on the last day of the last window: a day more says nothing there, and nobody bought on the first window's last day.
            (DateTimeOffset From, DateTimeOffset To)[] off = [(cutOff.AddDays(-1), end), cutOff.Month < 12 ? (cutOff, end.AddDays(1)) : (cutOff, end.AddDays(-1))];
            foreach (var (from, to) in off)
            {
                foreach (var (name, card) in Cards)
                {
                    Differs(expected.GetProperty(name).GetDouble(), await AucAsync(Cdnow.Health(log, card), new(cutOff), Cdnow.Sources(log, from, to), cutOff));
                }
            }
        }
    }

    private static Task<CutOffReport> JudgeAsync(IHealthScorer scorer, CustomerSources sources, DateTimeOffset cutOff) => CutOffJudge.JudgeAsync(
        scorer,
        sources,
        new() { At = cutOff, Horizon = TimeSpan.FromDays(Cdnow.Window), OutcomesKnownAt = cutOff.AddDays(Cdnow.Window), RiskSet = RiskSet.AllActive });

    /// <summary>The AUC of scores from whatever instant, past the judge who would refuse them.</summary>
    private static async Task<double> AucAsync(CustomerHealth health, ScoreInstant instant, CustomerSources sources, DateTimeOffset cutOff)
    {
        var left = new HashSet<string>();
        var query = new FactQuery { CustomerIds = ((SignalLog)sources.Signals!).CustomerIds, AsOf = DateTimeOffset.MaxValue };
        await foreach (var outcome in sources.Outcomes!.ReadAsync(query, CancellationToken.None))
        {
            left.Add(outcome.CustomerId);
        }

        var (scores, churned) = (new List<double>(), new List<bool>());
        await foreach (var score in health.ScorePortfolioAsync(instant))
        {
            scores.Add(score.Computed!.Value);
            churned.Add(left.Contains(score.CustomerId!));
        }

        return RankFigures.Of([.. scores], [.. churned]).Auc!.Estimate;
    }

    private static void Differs(double published, double auc) => Assert.True(Math.Abs(published - auc) > 100 * Tolerance, $"{auc} is the published figure");

    private static IEnumerable<(DateTimeOffset CutOff, JsonElement Expected)> Published()
    {
        using var oracle = JsonDocument.Parse(File.ReadAllText(SharedFile.PathOf("oracles", "cdnow-sample.json")));
        var results = oracle.RootElement.GetProperty("sample_results").EnumerateArray().Select(r => r.Clone()).ToArray();
        Assert.Equal(3, results.Length);
        return results.Select(r => (new DateTimeOffset(r.GetProperty("cutoff").GetDateTime(), TimeSpan.Zero), r));
    }

    /// <summary>A scorer that scores as of another instant than it is asked for.</summary>
    private sealed class Ahead(CustomerHealth health, Func<DateTimeOffset, ScoreInstant> instead) : IHealthScorer
    {
        public ValueTask<HealthScore?> ScoreAsync(string customerId, DateTimeOffset asOf, CancellationToken cancellationToken = default) =>
            health.ScoreAsync(customerId, instead(asOf), cancellationToken);

        public IAsyncEnumerable<HealthScore> ScorePortfolioAsync(DateTimeOffset asOf, IProgress<ScoringProgress>? progress = null, CancellationToken cancellationToken = default) =>
            health.ScorePortfolioAsync(instead(asOf), progress, cancellationToken);
    }
}
