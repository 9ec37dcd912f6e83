using System.Text.Json;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>A proof at a cut-off as text, Markdown and JSON.</summary>
[Requirement("PRF-1")]
public sealed class CutOffReportTests
{
    private static readonly string[] Names =
    [
        "cutOff", "horizonEnd", "horizonDays", "outcomesKnownAt", "riskSet", "countInvoluntaryLoss", "countPartialLoss", "active", "notAtRisk",
        "decidedBefore", "involuntary", "unexplained", "contradicting", "atRisk", "withoutScore", "failed", "missing", "leftUnjudged", "partlyLeft",
        "runningOn", "repeated", "strategies", "notes", "proof",
    ];

    private readonly Task<CutOffReport> _report = new PastPortfolio().WithMany(30, 90, 1)
        .With("before", 10, (OutcomeKind.NoticeGiven, -1)).With("card", 50, (OutcomeKind.InvoluntaryLoss, 20)).With("unknown", null).With("fails", -1).JudgeAsync(Options(known: 200));

    [Fact]
    public async Task The_text_says_the_verdict_then_when_who_and_how_many()
    {
        var report = await _report;
        string[] lines = report.ToString().Split('\n');

        Assert.Equal(report.Proof.Meaning, lines[0]);
        Assert.Equal("Cut-off: 2026-01-01, as known then. Decisions after that day through 2026-06-30, as known at 2026-07-20.", lines[1]);
        Assert.Equal("Risk set: customers whose decision falls in that time. Involuntary loss does not count.", lines[2]);
        Assert.Equal("Of 124 active customers: 1 decided to leave by then, 1 lost involuntarily, 122 at risk (1 without a score, 1 failed).", lines[3]);
        Assert.Matches("^Strategy: as stated \\([0-9a-f]{12}\\), 120 customers\\.$", lines[4]);
        Assert.StartsWith("Judged: 120 outcomes of 120, 30 left. Kind: replayed", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_says_where_all_active_customers_are_at_risk()
    {
        var text = (await new PastPortfolio().With("a", 1).JudgeAsync(Options(RiskSet.AllActive, involuntary: true))).ToString();
        Assert.Contains("Risk set: all active customers; who did not leave in that time stayed. Involuntary loss counts.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_has_the_cut_off_the_counts_and_the_whole_proof()
    {
        var report = await _report;
        using var json = JsonDocument.Parse(report.ToJson());
        var root = json.RootElement;

        Assert.Equal(Names, root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("renewalDue", 180, Start, Day(180)), (root.GetProperty("riskSet").GetString(), root.GetProperty("horizonDays").GetInt32(), root.GetProperty("cutOff").GetDateTimeOffset(), root.GetProperty("horizonEnd").GetDateTimeOffset()));
        foreach (var count in typeof(CutOffReport).GetProperties().Where(p => p.PropertyType == typeof(int)))
        {
            Assert.Equal(count.GetValue(report), root.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(count.Name)).GetInt32());
        }

        Assert.Equal(report.Proof.ToJson(), root.GetProperty("proof").GetRawText());
        Assert.Equal(report.Strategies[0].ConfigurationHash, root.GetProperty("strategies")[0].GetProperty("configurationHash").GetString());
        Assert.Equal(report.Notes, root.GetProperty("notes").EnumerateArray().Select(n => n.GetString()));
    }

    [Fact]
    public async Task Markdown_shows_a_strategys_name_as_it_is()
    {
        var portfolio = new PastPortfolio().With("a", 1);
        var scorer = CustomerHealth.Of(portfolio.Sources, h => h.ScoredBy("a|*b*\u2028\u202e", HealthStrategies.From("x", _ => HealthResult.Of(1))));
        var report = await CutOffJudge.JudgeAsync(scorer, portfolio.Sources, Options());

        Assert.Contains(@"Strategy: a\|\*b\*?? (", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("Strategy: a|*b*?? (", report.ToString(), StringComparison.Ordinal);
        Assert.Contains(", not reproducible), 1 customer.", report.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"**{report.Proof.Meaning}**", report.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cause_for_doubt_has_a_note()
    {
        var portfolio = new PastPortfolio().With("part", 50, (OutcomeKind.Downgrade, 3)).With("loss", 50, (OutcomeKind.NonRenewal, 20))
            .With("both", 50, (OutcomeKind.NoticeGiven, 20), (OutcomeKind.Renewal, 20)).With("gone", 50);
        portfolio.Accounts.Add(Version(30, active: false, id: "gone")).Add(Runs("part 2", start: -5, customer: "part"))
            .Add(Outcome(OutcomeKind.NoticeGiven, 40, "part 2", customer: "part"));
        var report = await portfolio.JudgeAsync();

        Assert.Equal(
            [
                "1 customer was gone by the end without an outcome that says why, and is left out. They have not stayed: record what they decided.",
                "1 customer has outcomes that contradict each other: at one instant they left and renewed. They are left out.",
                "1 customer has left by the outcomes, and a subscription runs on without an end. One of the two is wrong.",
                "1 customer gave up some subscriptions and kept others. That counts as having stayed.",
            ],
            report.Notes);
        Assert.Equal((1, 1, 1, 1), (report.Unexplained, report.Contradicting, report.RunningOn, report.PartlyLeft));
        Assert.All(report.Notes, n => Assert.Contains(n, report.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_text_nor_JSON_depends_on_the_culture()
    {
        var report = await _report;
        var expected = Texts();
        Culture.Run("de-DE", () => Assert.Equal(expected, Texts()));
        Culture.Run("ar-SA", () => Assert.Equal(expected, Texts()));

        string[] Texts() => [report.ToString(), report.ToMarkdown(), report.ToJson()];
    }
}
