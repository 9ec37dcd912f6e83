using System.Text.Json;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

/// <summary>A ranking small enough to be checked by hand, and the interval with few events; computed elsewhere.</summary>
[Requirement("PRF-8")]
public sealed class RankVectors
{
    private const double Tolerance = 1e-9;

    private static readonly JudgeOptions HighIsRisk = new() { HighIsRisk = true };

    [SkippableFact]
    public void Ten_customers_with_ties_have_the_published_figures()
    {
        using var oracle = JsonDocument.Parse(File.ReadAllText(SharedFile.PathOf("oracles", "vectors.json")));
        var expected = oracle.RootElement.GetProperty("ranking_small_with_ties");
        double[] risk = [.. expected.GetProperty("risk").EnumerateArray().Select(r => r.GetDouble())];
        bool[] left = [.. expected.GetProperty("y").EnumerateArray().Select(y => y.GetInt32() == 1)];
        var figures = RankFigures.Of(risk, left, HighIsRisk);

        Assert.Equal(expected.GetProperty("auc").GetDouble(), figures.Auc!.Estimate, Tolerance);
        Assert.Equal(expected.GetProperty("average_precision").GetDouble(), figures.AveragePrecision!.Value, Tolerance);
        Assert.Equal(expected.GetProperty("roc").EnumerateArray().Max(r => r.GetProperty("youden").GetDouble()), figures.Ks!.Value, Tolerance);
        Assert.Equal(expected.GetProperty("perfect_auc").GetDouble(), RankFigures.Of([.. left.Select(l => l ? 1d : 0)], left, HighIsRisk).Auc!.Estimate, Tolerance);

        var constant = RankFigures.Of(new double[risk.Length], left, HighIsRisk);
        Assert.Equal(expected.GetProperty("constant_score_auc").GetDouble(), constant.Auc!.Estimate, Tolerance);
        Assert.Equal(expected.GetProperty("constant_score_ap").GetDouble(), constant.AveragePrecision!.Value, Tolerance);
    }

    [SkippableFact]
    public void The_bands_of_the_points_have_the_published_counts()
    {
        using var oracle = JsonDocument.Parse(File.ReadAllText(SharedFile.PathOf("oracles", "telco-score.json")));
        var expected = oracle.RootElement.GetProperty("bands_score_a_red_below_40_yellow_below_70");
        var decision = new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);
        var proof = ScoreJudge.Judge(
            Telco.ScoreA.Select((s, i) => new DatedScore($"T{i}", decision.AddDays(-30), s)),
            Telco.Churned.Select((c, i) => new DatedOutcome($"T{i}", decision, c)),
            new() { Bands = HealthBands.RedYellowGreen(40, 70) });
        foreach (var band in proof.Figures.Bands)
        {
            var row = expected.GetProperty(band.Band.Name.ToLowerInvariant());
            Assert.Equal((row.GetProperty("n").GetInt32(), row.GetProperty("churned").GetInt32()), (band.Outcomes, band.Churned));
            Assert.Equal(row.GetProperty("rate").GetDouble(), band.Rate!.Estimate, Tolerance);
        }
    }

    [Fact]
    public void Without_rounding_to_nine_decimals_equal_scores_would_be_told_apart()
    {
        // 0.5·tenure + 0.2·charges + 0.3·contract: the same sum reached by two ways differs in its last bits.
        var unequal = Telco.ScoreB.Distinct().Count() - Telco.ScoreB.Select(s => Math.Round(s, 9)).Distinct().Count();

        Assert.True(unequal > 0, "the data hold no such pair: they prove nothing about rounding");
        Assert.Equal(6449, Telco.ScoreB.Select(s => Math.Round(s, 9)).Distinct().Count());
        Assert.Equal(0.81387056284013, RankFigures.Of(Telco.ScoreB, Telco.Churned).Auc!.Estimate, Tolerance);
    }

    [Fact]
    public void Below_twenty_events_the_prior_is_stated_in_words_and_the_method_in_the_JSON()
    {
        var (few, enough) = (Tables.Judge(19, 100, 1), Tables.Judge(20, 100, 1));

        Assert.Contains("The interval of the AUC is Bayesian, with the prior of Jeffreys, Beta(½, ½): only 19 customers left.", few.Notes);
        Assert.Contains("Beta(½, ½): only 19 customers stayed.", Assert.Single(Tables.Judge(100, 19, 1).Notes), StringComparison.Ordinal);
        Assert.DoesNotContain(enough.Notes, n => n.Contains("Bayesian", StringComparison.Ordinal));
        Assert.Contains("\"aucMethod\":\"jeffreys\"", few.ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"aucMethod\":\"deLong\"", enough.ToJson(), StringComparison.Ordinal);
        Assert.Contains("or all mistakes", Assert.Single(Tables.Judge(40, 40, 50).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_tables_are_judged_like_any_other()
    {
        var decision = Tables.Decision;
        string[] ids = [.. Enumerable.Range(0, 60).Select(i => $"c{i}")];
        var outcomes = ids.Select((id, i) => new DatedOutcome(id, decision, i % 3 == 0)).ToList();
        var honest = ScoreJudge.Judge(ids.Select((id, i) => new DatedScore(id, decision.AddDays(-9), i % 7)), outcomes);

        // Negative, huge or tiny: only the order counts.
        foreach (var map in (Func<double, double>[])[s => s - 1000, s => s * 1e300, s => s * 1e-8, s => -1 / (s + 1)])
        {
            Assert.Equal(honest.Auc!.Estimate, ScoreJudge.Judge(ids.Select((id, i) => new DatedScore(id, decision.AddDays(-9), map(i % 7))), outcomes).Auc!.Estimate, 1e-12);
        }

        // Every row twice, and every score twice.
        var twice = ScoreJudge.Judge(ids.Concat(ids).Select((id, i) => new DatedScore(id, decision.AddDays(-9), i % 60 % 7)), outcomes.Concat(outcomes));
        Assert.Equal((honest.Auc!.Estimate, honest.Figures.Outcomes, 60, 60), (twice.Auc!.Estimate, twice.Figures.Outcomes, twice.Matching.Repeated, twice.Matching.SameInstant));

        var ties = ScoreJudge.Judge(ids.Select(id => new DatedScore(id, decision.AddDays(-9), 42)), outcomes);
        Assert.Equal((0.5, ProofVerdict.NoBetterThanChance), (ties.Auc!.Estimate, ties.Verdict));
        Assert.Contains("Every customer has the same score.", ties.Notes);
    }
}
