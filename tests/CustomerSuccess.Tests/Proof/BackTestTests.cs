using System.Text.Json;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Proof.CutOff;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof;

/// <summary>PRF-1 from end to end: any strategy, the host's history, one cut-off, and every figure that the requirement names, each against its definition.</summary>
[Requirement("PRF-1")]
public sealed class BackTestTests
{
    private const double Tolerance = 1e-9;
    private const int Touched = 25;

    private static readonly List<(string Id, double Score, bool Left, double Decision, string Segment)> Customers = Throw();

    private static readonly Task<CutOffReport> Judged = JudgeAsync();

    [Fact]
    public async Task Discrimination_is_that_of_its_definition()
    {
        var (ranking, pairs) = ((await Judged).Proof.Figures.Ranking!, Pairs(Customers));

        Assert.Equal(pairs.Auc!.Value, ranking.Auc!.Estimate, Tolerance);
        Assert.Equal(pairs.Variance!.Value, ranking.AucVariance!.Value, Tolerance);
        Assert.Equal(pairs.AveragePrecision!.Value, ranking.AveragePrecision!.Value, Tolerance);
        Assert.Equal(pairs.Ks!.Value, ranking.Ks!.Value, Tolerance);
    }

    [Fact]
    public async Task Precision_at_the_capacity_that_one_has_is_that_of_its_definition()
    {
        var (reached, gone) = ((await Judged).Proof.Figures.Ranking!.AtCapacity!, Pairs(Customers).ChurnedAmong(Touched));

        Assert.Equal((Touched, gone / Touched), (reached.Customers, reached.Precision.Estimate));
        Assert.Equal(gone / Left(), reached.Capture!.Value, Tolerance);
    }

    [Fact]
    public async Task Lift_and_capture_by_decile_are_those_of_their_definitions()
    {
        var (deciles, pairs) = ((await Judged).Proof.Figures.Ranking!.Deciles, Pairs(Customers));
        Assert.Equal(10, deciles.Count);
        foreach (var decile in deciles)
        {
            var (upTo, before) = (pairs.ChurnedAmong(decile.Number * Customers.Count / 10d), pairs.ChurnedAmong((decile.Number - 1) * Customers.Count / 10d));
            Assert.Equal(upTo / Left(), decile.CumulativeCapture!.Value, Tolerance);
            Assert.Equal((upTo - before) / Left(), decile.Capture!.Value, Tolerance);
            Assert.Equal((upTo - before) / (Customers.Count / 10d) / (Left() / (double)Customers.Count), decile.Lift!.Value, Tolerance);
        }
    }

    [Fact]
    public async Task Lead_time_is_from_the_cut_off_to_the_decision()
    {
        var figures = (await Judged).Proof.Figures;
        Assert.Equal(Median(Customers.Select(c => c.Decision)), figures.LeadTime!.Median, Tolerance);
        Assert.Equal(Median(Customers.Where(c => c.Left).Select(c => c.Decision)), figures.LeadTimeOfChurned!.Median, Tolerance);

        static double Median(IEnumerable<double> days) => days.Order().ToArray() is var all && all.Length % 2 == 1 ? all[all.Length / 2] : (all[(all.Length / 2) - 1] + all[all.Length / 2]) / 2;
    }

    [Fact]
    public async Task The_share_of_churn_that_was_green_is_counted_in_the_strategys_own_bands() =>
        Assert.Equal(Customers.Count(c => c.Left && c.Score >= 75) / (double)Left(), (await Judged).Proof.Figures.BestBandChurn!.Estimate, Tolerance);

    [Fact]
    public async Task Figures_are_given_pooled_and_within_segments()
    {
        var proof = (await Judged).Proof;
        var (right, pairs) = (0d, 0);
        Assert.Equal(["large", "small"], proof.Segments.Select(s => s.Segment));
        foreach (var segment in proof.Segments)
        {
            var own = Customers.Where(c => c.Segment == segment.Segment).ToList();
            var (left, ofPairs) = (own.Count(c => c.Left), Pairs(own));
            Assert.Equal((own.Count, left), (segment.Figures.Outcomes, segment.Figures.Churned));
            Assert.Equal(ofPairs.Auc!.Value, segment.Figures.Ranking!.Auc!.Estimate, Tolerance);
            Assert.Equal(own.Count(c => c.Left && c.Score >= 75) / (double)left, segment.Figures.BestBandChurn!.Estimate, Tolerance);
            Assert.Equal(10, segment.Figures.Ranking.Deciles.Count);
            Assert.NotNull(segment.Figures.Ranking.AtCapacity);
            Assert.NotNull(segment.Figures.LeadTimeOfChurned);
            right += ofPairs.Auc.Value * left * (own.Count - left);
            pairs += left * (own.Count - left);
        }

        Assert.Equal(right / pairs, proof.WithinSegments!.Auc!.Estimate, Tolerance);
    }

    [Fact]
    public async Task The_risk_set_is_stated_in_text_Markdown_and_JSON()
    {
        var report = await Judged;
        using var json = JsonDocument.Parse(report.ToJson());

        Assert.Contains("Risk set: customers whose decision falls in that time.", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("Risk set: customers whose decision falls in that time.", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Equal("renewalDue", json.RootElement.GetProperty("riskSet").GetString());
        Assert.Equal((Customers.Count + 7, Customers.Count, 7), (report.Active, report.AtRisk, report.NotAtRisk));
        Assert.Equal((ProofKind.Replayed, ProofVerdict.Predicts), (report.Proof.Kind, report.Proof.Verdict));
    }

    private static async Task<CutOffReport> JudgeAsync()
    {
        var portfolio = new PastPortfolio();
        foreach (var (id, score, left, decision, segment) in Customers)
        {
            portfolio.With(id, score, (left ? OutcomeKind.NoticeGiven : OutcomeKind.Renewal, decision));
            portfolio.Accounts.Add(new Trait(id, "size", TraitValue.Of(segment), Day(-5)));
            // What would give the answer away, had anybody looked ahead.
            portfolio.Accounts.Add(new Trait(id, "score", TraitValue.Of(left ? 0d : 100), Day(decision))).Add(Version(179, active: !left, id: id));
        }

        for (var i = 0; i < 7; i++)
        {
            portfolio.Accounts.Add(Version(-5, id: $"far {i}")).Add(Runs($"far {i}", start: -5, renews: 300, customer: $"far {i}"));
        }

        return await CutOffJudge.JudgeAsync(
            portfolio.Health(h => h.Trait("size", TraitKind.Text).SegmentedBy(Segments.BySize)),
            portfolio.Sources,
            Options(known: 365, judge: new() { Capacity = Capacity.Customers(Touched) }));
    }

    private static List<(string Id, double Score, bool Left, double Decision, string Segment)> Throw()
    {
        var dice = new Dice(11);
        return
        [
            .. Enumerable.Range(0, 240).Select(i =>
            {
                var (small, left) = (dice.OneIn(2), dice.OneIn(4));
                // Whole points, so that there are ties; those who leave are lower on average, and some of them are green.
                return ($"c{i}", Math.Clamp(Math.Round((left ? 45 : 62) + dice.Between(-40d, 40d)), 0, 100), left, (double)dice.Between(2, 88), small ? "small" : "large");
            }),
        ];
    }

    private static int Left() => Customers.Count(c => c.Left);

    private static PairByPair Pairs(IReadOnlyCollection<(string Id, double Score, bool Left, double Decision, string Segment)> customers) =>
        new([.. customers.Select(c => c.Score)], [.. customers.Select(c => c.Left)], highIsRisk: false);
}
