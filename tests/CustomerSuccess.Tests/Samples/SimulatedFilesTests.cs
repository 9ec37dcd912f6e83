using System.Text.Json;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Samples;

/// <summary>The simulator's files are the same everywhere, to the byte, and can be judged.</summary>
public sealed class SimulatedFilesTests(SimulatedFiles files) : IClassFixture<SimulatedFiles>
{
    /// <summary>Of seed 1 with 200 accounts. Whoever changes the simulator on purpose writes the new ones, and the shipped files.</summary>
    public static TheoryData<string, string> Hashes => new()
    {
        { "customers.csv", "2c414b476789a883ad301e013d45b3003b55803de38856840a86d6d5b4e1b405" },
        { "traits.csv", "db2822a4002d5b7b5484bc73cfbcd0327387bdcafa32fa479e53ad1d3b2cfbd9" },
        { "subscriptions.csv", "73f7c387f3c1581c285ab68aac88b6cc210b3262abe0622c0eb8cec9efa0ec1a" },
        { "signals.csv", "9fcbff4cfd83a18f4252bcbe234d3987dc85c2132b33a968337e866ccf6c7ae2" },
        { "outcomes.csv", "351c68954e11604bacbda275c6c9f5c6d4f661cff4178f6167f5e81b0acd26e4" },
        { "ownership.csv", "71ef0f21200f38ef787227d6fd87f4ba6d4f1621a81cdf745ff7fc3dbb316d69" },
        { "scores.csv", "3d3d6b96224ccc4053c0fd99947e71a962e7aaf960183211ef2b44ddbd9ecac6" },
        { "judge_outcomes.csv", "5cb1f2df7a6805e795461f9711b12a508c476651494d6ed7b3dfdaae12b4370d" },
    };

    [Theory]
    [MemberData(nameof(Hashes))]
    public void The_default_seed_gives_these_bytes_on_every_machine(string file, string sha256) => Assert.Equal(sha256, files.HashOf(file));

    [Theory]
    [InlineData("scores.csv", "scores.csv")]
    [InlineData("outcomes.csv", "judge_outcomes.csv")]
    public void The_files_that_come_with_the_sample_are_the_simulators(string shipped, string made) =>
        Assert.Equal(File.ReadAllText(files.At(made)), File.ReadAllText(Repository.PathOf("samples", "Portfolio", "data", "judge", shipped)).Replace("\r\n", "\n", StringComparison.Ordinal));

    [Fact]
    public void Nothing_but_whole_files_is_left_and_the_summary_counts_their_lines()
    {
        using var json = JsonDocument.Parse(files.Run.Output);
        Assert.Equal((0, ""), (files.Run.ExitCode, files.Run.Error));
        var lines = json.RootElement.GetProperty("lines").EnumerateObject().ToDictionary(l => l.Name, l => l.Value.GetInt32());
        Assert.Equal(Directory.GetFiles(files.Folder).Select(f => Path.GetFileName(f)).ToHashSet(), lines.Keys.ToHashSet());
        Assert.All(lines, l => Assert.Equal(l.Value + 1, File.ReadLines(files.At(l.Key)).Count()));
        Assert.All(lines, l => Assert.True(l.Value > 100, l.Key));
        Assert.Equal(200, json.RootElement.GetProperty("accounts").GetInt32());
        Assert.InRange(json.RootElement.GetProperty("yearlyChurn").GetDouble(), 0.10, 0.20);
    }

    [Fact]
    public void Their_scores_can_be_judged_and_predict_about_as_well_as_was_planted()
    {
        var json = JudgeRun.Json(PortfolioRun.With("judge", files.At("scores.csv"), files.At("judge_outcomes.csv"), "--json"));
        Assert.InRange(json.GetProperty("auc").GetDouble(), 0.75, 0.85);
        Assert.Equal(("replayed", "predicts"), (json.GetProperty("kind").GetString(), json.GetProperty("verdict").GetString()));
        Assert.Equal(["digital", "high touch", "pooled"], json.GetProperty("segments").EnumerateArray().Select(s => s.GetProperty("segment").GetString()));
    }

    [Fact]
    public void Every_kind_of_outcome_and_of_signal_is_there()
    {
        Assert.Equal(["downgrade", "involuntary_loss", "non_renewal", "notice_given", "renewal", "return"], Distinct("outcomes.csv", 1));
        Assert.Equal(["feature_used", "login", "nps", "ticket"], Distinct("signals.csv", 1));
        Assert.Equal(["customer", "system", "vendor"], Distinct("signals.csv", 7));
        Assert.Equal(["null", "number", "text"], Distinct("traits.csv", 2));
        Assert.Equal(["analytics", "automation", "core"], Distinct("subscriptions.csv", 2));
    }

    private IEnumerable<string> Distinct(string file, int column) =>
        File.ReadLines(files.At(file)).Skip(1).Select(l => l.Split(',')[column]).Distinct().Order(StringComparer.Ordinal);
}
