using System.Text.Json;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof;

/// <summary>A proof as text, Markdown and JSON.</summary>
[Requirement("PRF-8")]
public sealed class ProofPrintingTests
{
    private static readonly string[] FirstNames =
        ["n", "churned", "unmatched", "auc", "aucLow", "aucHigh", "averagePrecision", "ks", "deciles", "bands", "kind", "meaning"];

    [Fact]
    public void The_first_names_of_the_JSON_are_the_contract_in_their_order()
    {
        using var json = JsonDocument.Parse(Tables.Judge(30, 90, 1).ToJson());
        Assert.Equal(FirstNames, json.RootElement.EnumerateObject().Take(FirstNames.Length).Select(p => p.Name));
        Assert.Equal(10, json.RootElement.GetProperty("deciles").GetArrayLength());
        Assert.Equal(["Red", "Yellow", "Green"], json.RootElement.GetProperty("bands").EnumerateArray().Select(b => b.GetProperty("band").GetString()));
    }

    [Theory]
    [InlineData(30, 90, "replayed")]
    [InlineData(30, 0, "replayed")]
    [InlineData(0, 0, "none")]
    public void The_JSON_says_the_kind_and_writes_null_for_what_is_not_defined(int left, int stayed, string kind)
    {
        var proof = Tables.Judge(left, stayed, 1);
        using var json = JsonDocument.Parse(proof.ToJson());
        var root = json.RootElement;

        Assert.Equal(kind, root.GetProperty("kind").GetString());
        Assert.Equal((left + stayed, left), (root.GetProperty("n").GetInt32(), root.GetProperty("churned").GetInt32()));
        foreach (var name in (string[])["auc", "aucLow", "aucHigh", "averagePrecision", "ks"])
        {
            Assert.Equal(stayed == 0 ? JsonValueKind.Null : JsonValueKind.Number, root.GetProperty(name).ValueKind);
        }

        if (proof.Auc is { } auc)
        {
            Assert.Equal((auc.Estimate, auc.Lower, auc.Upper), (root.GetProperty("auc").GetDouble(), root.GetProperty("aucLow").GetDouble(), root.GetProperty("aucHigh").GetDouble()));
        }
    }

    [Fact]
    public void An_undated_table_is_concurrent_in_the_JSON_too()
    {
        using var json = JsonDocument.Parse(ScoreJudge.Judge([new("a", null, 1)], [new("a", Tables.Decision, true)]).ToJson());
        Assert.Equal("concurrent", json.RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public void Every_figure_has_a_sentence_in_plain_words()
    {
        var (scores, outcomes) = Tables.Customers(30, 90, 1, "smb");
        var proof = ScoreJudge.Judge(scores, outcomes, new JudgeOptions { Capacity = Capacity.Customers(20) });

        Assert.Equal(
            ["baseRate", "auc", "averagePrecision", "ks", "deciles", "bands", "greenChurnShare", "capacity", "leadTime", "withinSegments"],
            proof.Sentences.Select(s => s.Figure));
        Assert.All(proof.Sentences, s => Assert.Matches(@"^[A-Z0-9].*\.$", s.Text));
        Assert.Equal("30 of 120 customers left: 25.0 %.", proof.Sentences[0].Text);
        Assert.Matches(@"^Of 100 pairs of a customer who left and one who stayed the score puts the one who left lower in \d+ \(\d+ to \d+ with 95 % confidence; 50 is chance\)\.$", proof.Sentences[1].Text);
    }

    [Fact]
    public void Text_and_Markdown_say_the_verdict_first()
    {
        var proof = Tables.Judge(30, 90, 1);
        Assert.StartsWith(proof.Meaning + "\nJudged: 120 outcomes of 120, 30 left. Kind: replayed", proof.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"**{proof.Meaning}**", proof.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("| figure | value | 95 % interval | chance |\n| --- | ---: | ---: | ---: |\n", proof.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_text_nor_JSON_depends_on_the_culture()
    {
        var expected = Texts();
        Culture.Run("de-DE", () => Assert.Equal(expected, Texts()));

        static string[] Texts()
        {
            var proof = Tables.Judge(600, 2400, 1, new JudgeOptions { Capacity = Capacity.ShareOfAll(0.333) });
            return [proof.ToString(), proof.ToMarkdown(), proof.ToJson(), proof.Auc!.ToString(), proof.Options.Capacity!.ToString()];
        }
    }

    [Fact]
    public void Names_of_segments_break_neither_lines_nor_tables()
    {
        var proof = ScoreJudge.Judge(
            [new("a", Tables.Decision.AddDays(-1), 1, "x|\n\u001b[31m<b>"), new("b", Tables.Decision.AddDays(-1), 2, "y")],
            [new("a", Tables.Decision, true), new("b", Tables.Decision, false)]);

        Assert.Contains("x|??[31m<b>", proof.ToString(), StringComparison.Ordinal);
        Assert.Contains(@"| x\|??\[31m\<b\> |", proof.ToMarkdown(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(proof.ToJson());
        Assert.Equal("x|\n\u001b[31m<b>", json.RootElement.GetProperty("segments")[0].GetProperty("segment").GetString());
    }

    [Fact]
    public void Empty_tables_print_and_judge_nothing()
    {
        var proof = ScoreJudge.Judge([], []);
        Assert.Equal("Nothing to judge: there are no outcomes.", proof.Meaning);
        Assert.StartsWith(proof.Meaning, proof.ToString(), StringComparison.Ordinal);
        Assert.Empty(proof.Sentences);
    }

    [Fact]
    public void A_band_that_is_better_and_leaves_more_often_is_named()
    {
        var (scores, outcomes) = Tables.Customers(60, 60, 3);
        var proof = ScoreJudge.Judge(scores, outcomes, new JudgeOptions { HighIsRisk = true });
        Assert.Contains(proof.Sentences, s => s.Figure == "bands" && s.Text.Contains("should be the worse band", StringComparison.Ordinal));
    }
}
