using System.Runtime.CompilerServices;
using CustomerSuccess.Customers;
using CustomerSuccess.Proof;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>Large portfolios go through as a stream; what the scorer leaves out is seen.</summary>
[Requirement("PRF-1")]
public sealed class CutOffStreamTests
{
    private const int Many = 5300;

    [Fact]
    public async Task A_portfolio_of_thousands_is_read_as_a_stream_each_customer_once()
    {
        var scorer = new StatedScorer(at => Enumerable.Range(0, Many).Select(i => StatedScorer.Score($"c{i}", i * 37 % 101, at)));
        var outcomes = new Asked(scorer, i => i % 4 == 0);
        var report = await CutOffJudge.JudgeAsync(scorer, new() { Outcomes = outcomes }, Options(RiskSet.AllActive));

        Assert.Equal((Many, (Many + 3) / 4), (report.Proof.Figures.Outcomes, report.Proof.Figures.Churned));
        Assert.Equal(Many, outcomes.Customers.Distinct().Count());
        Assert.Equal(Many, outcomes.Customers.Count);
        Assert.True(outcomes.LargestQuery <= 1000, $"{outcomes.LargestQuery} customers at once");
        Assert.Equal([1000, 2000, 3000, 4000, 5000, Many], outcomes.GivenBefore);
    }

    [Fact]
    public async Task A_portfolio_that_fills_its_batches_exactly_loses_nobody()
    {
        var scorer = new StatedScorer(at => Enumerable.Range(0, 2000).Select(i => StatedScorer.Score($"c{i}", 50, at)));
        Assert.Equal(2000, (await CutOffJudge.JudgeAsync(scorer, new() { Outcomes = new Asked(scorer, _ => false) }, Options(RiskSet.AllActive))).AtRisk);
    }

    [Fact]
    public async Task A_portfolio_of_survivors_is_seen_through()
    {
        var portfolio = new PastPortfolio().WithMany(40, 160, effect: 0);
        // The host deleted the rows of those who left: of 40 only 5 are still there.
        var survivors = new StatedScorer(at => Enumerable.Range(35, 165).Select(i => StatedScorer.Score($"{i}", i, at)));
        var report = await CutOffJudge.JudgeAsync(survivors, portfolio.Sources, Options());

        Assert.Equal((200, 200, 35, 35), (report.Active, report.AtRisk, report.Missing, report.LeftUnjudged));
        Assert.Equal((165, 5), (report.Proof.Figures.Outcomes, report.Proof.Figures.Churned));
        Assert.Contains(report.Notes, n => n.StartsWith("Of those at risk 35 are not judged, and 35 of them left.", StringComparison.Ordinal));
        Assert.Contains(report.Notes, n => n.StartsWith("35 customers were active and at risk, and the scorer did not give them.", StringComparison.Ordinal));
        Assert.Equal(0, (await portfolio.JudgeAsync()).Missing);
    }

    [Fact]
    public async Task Only_who_was_active_then_is_missed()
    {
        var portfolio = new PastPortfolio().With("there", 50).With("missed", 50).With("decided", 50, (OutcomeKind.NoticeGiven, -1));
        portfolio.Accounts.Add(Version(-9, id: "gone")).Add(Version(-8, active: false, id: "gone"))
            .Add(Version(9, id: "later")).Add(new Customer("entered late", Day(-9)) { RecordedAt = Day(1) });
        var report = await CutOffJudge.JudgeAsync(new StatedScorer(at => [StatedScorer.Score("there", 50, at)]), portfolio.Sources, Options());

        Assert.Equal((3, 2, 1, 1), (report.Active, report.AtRisk, report.Missing, report.DecidedBefore));
    }

    [Fact]
    public async Task A_customer_that_is_scored_twice_counts_once_and_that_is_said()
    {
        var portfolio = new PastPortfolio().With("acme", 50).With("globex", 50, (OutcomeKind.NoticeGiven, 30));
        var twice = new StatedScorer(at => [StatedScorer.Score("acme", 80, at), StatedScorer.Score("globex", 20, at), StatedScorer.Score("acme", 1, at)]);
        var report = await CutOffJudge.JudgeAsync(twice, portfolio.Sources, Options());

        Assert.Equal((2, 2, 1), (report.Active, report.Proof.Figures.Outcomes, report.Repeated));
        Assert.Equal(1, report.Proof.Auc!.Estimate);
        Assert.Contains(report.Notes, n => n.StartsWith("1 further score was of customers who had one already.", StringComparison.Ordinal));
    }

    private sealed class Asked(StatedScorer scorer, Func<int, bool> left) : IOutcomeSource
    {
        public List<string> Customers { get; } = [];

        public int LargestQuery { get; private set; }

        /// <summary>How many scores the scorer had given at each query.</summary>
        public List<int> GivenBefore { get; } = [];

        public async IAsyncEnumerable<Outcome> ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            GivenBefore.Add(scorer.Given);
            Customers.AddRange(query.CustomerIds);
            LargestQuery = Math.Max(LargestQuery, query.CustomerIds.Count);
            await Task.Yield();
            foreach (var id in query.CustomerIds.Where(id => left(int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture))))
            {
                yield return new Outcome(id, OutcomeKind.NoticeGiven, query.AsOf.AddDays(-10));
                yield return new Outcome("somebody else", OutcomeKind.NoticeGiven, query.AsOf.AddDays(-10));
            }
        }
    }
}
