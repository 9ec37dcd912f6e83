using System.Globalization;
using System.Text.Json;
using CustomerSuccess.Tests.Proof;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Samples;

/// <summary>Two scores of 7,043 real customers through files; every figure was computed elsewhere, with R.</summary>
[Requirement("PRF-8")]
public sealed class JudgeTelcoTests
{
    private const double Tolerance = 1e-9;

    private static readonly Lazy<JsonElement> A = new(() => Judge(Telco.ScoreA, "2025-12-31"));
    private static readonly Lazy<JsonElement> B = new(() => Judge(Telco.ScoreB, "2025-12-31"));

    [Fact]
    public void Points_through_files_have_the_published_figures()
    {
        Published(A.Value, 0.833610524946418, 0.823466826028861, 0.843754223863974, 0.615434092774674, 0.519095870346506);
        Assert.Equal(
            [("Red", 3096, 1527), ("Yellow", 2099, 291), ("Green", 1848, 51)],
            A.Value.GetProperty("bands").EnumerateArray().Select(b => (b.GetProperty("band").GetString()!, b.GetProperty("n").GetInt32(), b.GetProperty("churned").GetInt32())));
    }

    [Fact]
    public void A_weighted_mean_through_files_has_the_published_figures() =>
        Published(B.Value, 0.81387056284013, 0.803043452380331, 0.824697673299928, 0.610973215379446, 0.470153272846514);

    [Fact]
    public void Without_dates_they_show_association_at_best()
    {
        var json = Judge(Telco.ScoreA, "");
        Assert.Equal(("concurrent", "associationOnly"), (json.GetProperty("kind").GetString(), json.GetProperty("verdict").GetString()));
        Assert.Contains("association, not prediction", json.GetProperty("meaning").GetString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Every_figure_through_files_is_the_one_that_R_computed()
    {
        using var oracle = JsonDocument.Parse(File.ReadAllText(SharedFile.PathOf("oracles", "telco-score.json")));
        foreach (var (name, json) in (ReadOnlySpan<(string, JsonElement)>)[("score_a", A.Value), ("score_b", B.Value)])
        {
            var expected = oracle.RootElement.GetProperty(name);
            var delong = expected.GetProperty("delong");
            Published(json, Number(expected, "auc"), Number(delong, "ci95_low"), Number(delong, "ci95_high"), Number(expected, "average_precision"), Number(expected, "ks"));
            foreach (var (row, decile) in expected.GetProperty("deciles_ties_prorated").EnumerateArray().Zip(json.GetProperty("deciles").EnumerateArray()))
            {
                Assert.Equal(Number(row, "expected_churned"), Number(decile, "churned"), Tolerance);
                Assert.Equal(Number(row, "cum_capture"), Number(decile, "cumulativeCapture"), Tolerance);
            }
        }
    }

    private static void Published(JsonElement json, double auc, double low, double high, double averagePrecision, double ks)
    {
        Assert.Equal((7043, 1869, 0), (json.GetProperty("n").GetInt32(), json.GetProperty("churned").GetInt32(), json.GetProperty("unmatched").GetInt32()));
        Assert.Equal(auc, Number(json, "auc"), Tolerance);
        Assert.Equal(low, Number(json, "aucLow"), Tolerance);
        Assert.Equal(high, Number(json, "aucHigh"), Tolerance);
        Assert.Equal(averagePrecision, Number(json, "averagePrecision"), Tolerance);
        Assert.Equal(ks, Number(json, "ks"), Tolerance);
    }

    private static JsonElement Judge(double[] scores, string date) => JudgeRun.Json(
        [.. scores.Select((s, i) => string.Create(CultureInfo.InvariantCulture, $"T{i},{date},{s:R}"))],
        [.. Telco.Churned.Select((c, i) => $"T{i},2026-01-31,{(c ? "churned" : "retained")}")],
        "--bands", "40/70");

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();
}
