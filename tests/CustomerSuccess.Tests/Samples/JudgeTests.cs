using System.Text.Json;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Samples.JudgeRun;

namespace CustomerSuccess.Tests.Samples;

/// <summary>One command judges any score from two files.</summary>
[Requirement("PRF-8")]
public sealed class JudgeTests
{
    private static readonly string[] FourScores = ["a,2026-01-01,10", "b,2026-01-01,60", "c,2026-01-01,60", "d,2026-01-01,30"];
    private static readonly string[] FourOutcomes = ["a,2026-02-01,churned", "b,2026-02-01,churned", "c,2026-02-01,retained", "d,2026-02-01,retained"];

    [Fact]
    public void The_AUC_is_the_share_of_pairs_in_order_with_a_tie_as_one_half()
    {
        // a below c and d; b equal to c, above d.
        var json = Json(FourScores, FourOutcomes);
        Assert.Equal((4, 2, 0), (Int(json, "n"), Int(json, "churned"), Int(json, "unmatched")));
        Assert.Equal(2.5 / 4, json.GetProperty("auc").GetDouble(), 1e-12);
        Assert.Equal("replayed", json.GetProperty("kind").GetString());
    }

    [Fact]
    public void Where_a_high_score_means_risk_the_pairs_turn_round() =>
        Assert.Equal(1.5 / 4, Json(FourScores, FourOutcomes, "--high-is-risk").GetProperty("auc").GetDouble(), 1e-12);

    [Fact]
    public void Each_outcome_takes_the_latest_score_from_before_its_day()
    {
        string[] scores = ["a,2026-01-01,90", "a,2026-01-31T23:59:59Z,10", "a,2026-02-01,95", "a,2026-03-01,99", "b,2026-01-01,50"];
        var bands = Json(scores, ["a,2026-02-01,churned", "b,2026-02-01,retained"], "--bands", "40/60").GetProperty("bands");
        // Only the 10 makes a customer red who left.
        Assert.Equal([(1, 1), (1, 0), (0, 0)], bands.EnumerateArray().Select(b => (Int(b, "n"), Int(b, "churned"))));
    }

    [Theory]
    [InlineData("a,2026-02-01,5", "tooLate")]
    [InlineData("a,2026-02-01T09:00:00Z,5", "tooLate")]
    [InlineData("a,2026-01-31T23:30:00-01:00,5", "tooLate")]
    [InlineData("a,2025-01-31,5", "tooOld")]
    [InlineData("z,2026-01-01,5", "withoutScore")]
    public void An_outcome_without_such_a_score_is_counted_as_unmatched_with_its_cause(string score, string cause)
    {
        var json = Json([score, "b,2026-01-01,50"], ["a,2026-02-01,churned", "b,2026-02-01,retained"]);
        Assert.Equal((1, 1, 1), (Int(json, "n"), Int(json, "unmatched"), Int(json.GetProperty("matching"), cause)));
    }

    [Fact]
    public void The_horizon_says_how_old_a_score_may_be()
    {
        string[] scores = ["a,2026-01-01,5", "b,2026-01-02,50"];
        string[] outcomes = ["a,2026-02-01,churned", "b,2026-02-01,retained"];
        Assert.Equal(1, Int(Json(scores, outcomes, "--horizon", "30"), "n"));
        Assert.Equal(2, Int(Json(scores, outcomes, "--horizon=31"), "n"));
    }

    [Fact]
    public void A_score_without_a_date_makes_the_judgement_one_of_association()
    {
        var json = Json(["a,,5", "b,2026-01-02,50"], ["a,2026-02-01,churned", "b,2026-02-01,retained"]);
        Assert.Equal((2, "concurrent"), (Int(json, "n"), json.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("1", 1, 1)]
    [InlineData("50%", 2, 1)]
    [InlineData("12.5 %", 0.5, 0.5)]
    [InlineData("1000000", 4, 2)]
    public void A_capacity_is_a_number_of_customers_or_a_share(string capacity, double customers, double churned)
    {
        var reached = Json(FourScores, FourOutcomes, "--capacity", capacity).GetProperty("capacity");
        Assert.Equal((customers, churned), (reached.GetProperty("customers").GetDouble(), reached.GetProperty("churned").GetDouble()));
    }

    [Fact]
    public void A_column_named_segment_is_the_segment_and_other_columns_are_ignored_in_any_order()
    {
        var run = OnText(
            "note,score,segment,customer,date\n\"x,y\",10,small,a,2026-01-01\n,60,,b,2026-01-01\n",
            "outcome,why,customer,decision_date\nchurned,price,a,2026-02-01\nretained,,b,2026-02-01\n",
            "--json");
        var segments = JudgeRun.Json(run).GetProperty("segments").EnumerateArray().Select(s => (s.GetProperty("segment").GetString(), Int(s, "n"))).ToHashSet();
        Assert.Equal([("small", 1), (null, 1)], segments);
    }

    [Fact]
    public void Windows_line_ends_a_byte_order_mark_blank_lines_and_quotes_change_nothing()
    {
        var plain = OnText(Lines(Scores, FourScores), Lines(Outcomes, FourOutcomes), "--json");
        var scores = $"\uFEFF\"customer\",date,score\r\n\r\n{string.Join("\r\n", FourScores)}";
        var outcomes = $"{Outcomes}\r\n{string.Join("\r\n", FourOutcomes.Select(o => $"\"{o.Replace(",", "\",\"", StringComparison.Ordinal)}\""))}\r\n";
        Assert.Equal(plain.Output, OnText(scores, outcomes, "--json").Output);
    }

    [Theory]
    [InlineData("-1e300", "1e300")]
    [InlineData("-5", "+0.25")]
    [InlineData("0", "1E-6")]
    [InlineData("1234567890123", "1234567890124")]
    public void A_score_may_be_on_any_scale(string low, string high)
    {
        var json = Json([$"a,2026-01-01,{low}", $"b,2026-01-01,{high}"], FourOutcomes[..1].Append("b,2026-02-01,retained").ToArray());
        Assert.Equal(1, json.GetProperty("auc").GetDouble());
    }

    [Fact]
    public void Json_is_one_object_whose_first_names_are_a_contract()
    {
        var run = PortfolioRun.With("judge", "--json");
        Assert.EndsWith("}\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["n", "churned", "unmatched", "auc", "aucLow", "aucHigh", "averagePrecision", "ks", "deciles", "bands", "kind", "meaning"],
            JudgeRun.Json(run).EnumerateObject().Select(p => p.Name).Take(12));
    }

    [Fact]
    public void Without_files_it_judges_those_that_come_with_it_and_says_that_they_are_simulated()
    {
        var json = JudgeRun.Json(PortfolioRun.With("judge", "--json"));
        Assert.InRange(json.GetProperty("auc").GetDouble(), 0.75, 0.85);
        Assert.Equal(("replayed", "predicts"), (json.GetProperty("kind").GetString(), json.GetProperty("verdict").GetString()));
        Assert.Contains("simulated", PortfolioRun.With("judge").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("simulated", OnText(Lines(Scores, FourScores), Lines(Outcomes, FourOutcomes)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_screen_has_80_columns_and_no_escape_codes_when_it_is_no_terminal()
    {
        var run = PortfolioRun.With("judge", "--capacity", "10%");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
        Assert.All(["AUC", "of all who left", "What it means"], words => Assert.Contains(words, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Markdown_is_a_page_with_tables()
    {
        var run = PortfolioRun.With("judge", "--markdown");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("**", run.Output, StringComparison.Ordinal);
        Assert.Contains("| AUC | 0.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void In_turkey_the_answer_is_the_same()
    {
        var (json, screen) = (PortfolioRun.With("judge", "--json").Output, PortfolioRun.With("judge").Output);
        Culture.Run("tr-TR", () => Assert.Equal((json, screen), (PortfolioRun.With("judge", "--json").Output, PortfolioRun.With("judge").Output)));
    }

    private static JsonElement Json(string[] scores, string[] outcomes, params string[] args) => JudgeRun.Json(scores, outcomes, args);

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
