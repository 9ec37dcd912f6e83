using System.Text.Json;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

/// <summary>Two scores of 7,043 real customers; every figure was computed elsewhere, with R (pROC for the AUC and its variance).</summary>
[Requirement("PRF-8")]
public sealed class TelcoJudgeVectors
{
    private const double Tolerance = 1e-9;

    private static readonly DateTimeOffset Decision = new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);

    private static readonly RankFigures A = RankFigures.Of(Telco.ScoreA, Telco.Churned);

    private static readonly RankFigures B = RankFigures.Of(Telco.ScoreB, Telco.Churned);

    [Fact]
    public void Points_have_the_published_figures() => Published(
        A, 0.833610524946418, 2.6785300203074e-05, 0.823466826028861, 0.843754223863974, 0.615434092774674, 0.519095870346506);

    [Fact]
    public void A_weighted_mean_has_the_published_figures() => Published(
        B, 0.81387056284013, 3.05160946349787e-05, 0.803043452380331, 0.824697673299928, 0.610973215379446, 0.470153272846514);

    [Fact]
    public void Tenths_with_ties_shared_out_have_the_published_numbers()
    {
        Assert.Equal(507.898165137615, A.Deciles[0].Churned, Tolerance);
        Assert.Equal(407.020078105629, A.Deciles[1].Churned, Tolerance);
        Assert.Equal(0.489522869579049, A.Deciles[1].CumulativeCapture!.Value, Tolerance);
        Assert.Equal(2.71748616981067, A.Deciles[0].CumulativeLift!.Value, Tolerance);
        Assert.Equal(525.3, B.Deciles[0].Churned, Tolerance);
        Assert.Equal(704.3, B.Deciles[9].Customers, Tolerance);
    }

    [Fact]
    public void Bands_have_the_published_counts_and_rates()
    {
        var proof = Judge(Telco.ScoreA, date: Decision.AddDays(-30));

        Assert.Equal([("Red", 3096, 1527), ("Yellow", 2099, 291), ("Green", 1848, 51)], proof.Figures.Bands.Select(b => (b.Band.Name, b.Outcomes, b.Churned)));
        Assert.Equal(0.493217054263566, proof.Figures.Bands[0].Rate!.Estimate, Tolerance);
        Assert.Equal(51 / 1869d, proof.Figures.BestBandChurn!.Estimate, Tolerance);
    }

    [Fact]
    public void Two_tables_give_the_figures_of_the_arrays()
    {
        var proof = Judge(Telco.ScoreB, date: Decision.AddDays(-30));

        Assert.Equal((7043, 1869, 0), (proof.Figures.Outcomes, proof.Figures.Churned, proof.Matching.Unmatched));
        Assert.Equal(B.Auc, proof.Auc);
        Assert.Equal((ProofKind.Replayed, ProofVerdict.Predicts), (proof.Kind, proof.Verdict));
    }

    [Fact]
    public void The_snapshot_as_it_is_undated_shows_association_and_never_prediction()
    {
        var proof = Judge(Telco.ScoreB, date: null);

        Assert.Equal((ProofKind.Concurrent, ProofVerdict.AssociationOnly), (proof.Kind, proof.Verdict));
        Assert.Contains("association, not prediction", proof.Meaning, StringComparison.Ordinal);
        Assert.DoesNotContain("predicts", proof.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("proven", proof.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [SkippableFact]
    public void Every_figure_is_the_one_that_R_computed()
    {
        using var oracle = JsonDocument.Parse(File.ReadAllText(SharedFile.PathOf("oracles", "telco-score.json")));
        foreach (var (name, figures) in (ReadOnlySpan<(string, RankFigures)>)[("score_a", A), ("score_b", B)])
        {
            var expected = oracle.RootElement.GetProperty(name);
            var delong = expected.GetProperty("delong");
            Published(
                figures, Number(expected, "auc"), Number(delong, "var"), Number(delong, "ci95_low"), Number(delong, "ci95_high"),
                Number(expected, "average_precision"), Number(expected, "ks"));
            foreach (var (decile, row) in figures.Deciles.Zip(expected.GetProperty("deciles_ties_prorated").EnumerateArray()))
            {
                Assert.Equal(Number(row, "expected_churned"), decile.Churned, Tolerance);
                Assert.Equal(Number(row, "cum_capture"), decile.CumulativeCapture!.Value, Tolerance);
                Assert.Equal(Number(row, "cum_lift"), decile.CumulativeLift!.Value, Tolerance);
            }
        }
    }

    private static void Published(RankFigures figures, double auc, double variance, double low, double high, double averagePrecision, double ks)
    {
        Assert.Equal((7043, 1869), (figures.Customers, figures.Churned));
        Assert.Equal(auc, figures.Auc!.Estimate, Tolerance);
        Assert.Equal(variance, figures.AucVariance!.Value, Tolerance * variance);
        Assert.Equal(low, figures.Auc.Lower, Tolerance);
        Assert.Equal(high, figures.Auc.Upper, Tolerance);
        Assert.Equal(averagePrecision, figures.AveragePrecision!.Value, Tolerance);
        Assert.Equal(ks, figures.Ks!.Value, Tolerance);
    }

    private static ScoreProof Judge(double[] scores, DateTimeOffset? date) => ScoreJudge.Judge(
        scores.Select((s, i) => new DatedScore($"T{i}", date, s)),
        Telco.Churned.Select((c, i) => new DatedOutcome($"T{i}", Decision, c)),
        new JudgeOptions { Bands = HealthBands.RedYellowGreen(40, 70) });

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();
}
