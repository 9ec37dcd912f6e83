using System.Runtime.CompilerServices;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>What would be no proof is refused, with the cure.</summary>
[Requirement("PRF-1")]
public sealed class CutOffRefusalTests
{
    private readonly PastPortfolio _portfolio = new PastPortfolio().With("acme", 80).With("globex", 20, (OutcomeKind.NoticeGiven, 30));

    [Fact]
    public async Task A_horizon_that_is_not_over_when_outcomes_are_known_is_refused()
    {
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => _portfolio.JudgeAsync(Options(known: 179.999)));

        Assert.Contains("The horizon ends at 2026-06-30, and outcomes are known at 2026-06-29T23:58:33", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Who has not decided yet has not stayed", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await _portfolio.JudgeAsync(Options(known: 180))).AtRisk);
    }

    [Fact]
    public async Task A_horizon_beyond_the_calendar_is_refused()
    {
        var options = new CutOffOptions { At = DateTimeOffset.MaxValue.AddDays(-100), OutcomesKnownAt = DateTimeOffset.MaxValue };
        Assert.Contains("beyond the calendar", (await Assert.ThrowsAsync<ArgumentException>(() => _portfolio.JudgeAsync(options))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_that_are_missing_are_named()
    {
        var accounts = _portfolio.Accounts;
        Assert.Contains("no source of outcomes", (await Refused(new() { Customers = accounts, Subscriptions = accounts }, Options())).Message, StringComparison.Ordinal);
        Assert.Contains("RiskSet.AllActive", (await Refused(new() { Customers = accounts, Outcomes = accounts }, Options())).Message, StringComparison.Ordinal);

        var report = await CutOffJudge.JudgeAsync(_portfolio.Health(), new() { Outcomes = accounts }, Options(RiskSet.AllActive));
        Assert.Equal((2, 1), (report.AtRisk, report.Proof.Figures.Churned));

        Task<ArgumentException> Refused(CustomerSources sources, CutOffOptions options) =>
            Assert.ThrowsAsync<ArgumentException>(() => CutOffJudge.JudgeAsync(_portfolio.Health(), sources, options));
    }

    [Fact]
    public async Task Arguments_that_are_null_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => CutOffJudge.JudgeAsync(null!, _portfolio.Sources, Options()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => CutOffJudge.JudgeAsync(_portfolio.Health(), null!, Options()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => CutOffJudge.JudgeAsync(_portfolio.Health(), _portfolio.Sources, null!));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task A_scorer_that_looks_ahead_by_one_tick_is_refused_and_the_customer_named(int asOf, int knownAt)
    {
        var ahead = new StatedScorer(at => [StatedScorer.Score("acme", 80, at.AddTicks(asOf), at.AddTicks(knownAt))]);
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Judge(ahead));

        Assert.Contains("looked ahead: the score of customer 'acme'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("the cut-off is 2026-01-01", thrown.Message, StringComparison.Ordinal);
        await Judge(new StatedScorer(at => [StatedScorer.Score("acme", 80, at.AddDays(-3), at.AddTicks(-1))]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task A_score_that_names_no_customer_is_refused_unless_it_failed_which_is_counted(string? id)
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Judge(new StatedScorer(at => [StatedScorer.Score(id, 80, at)])));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Judge(new StatedScorer(_ => [null])));

        var failed = new StrategyRunner("fails", HealthStrategies.From("fails", _ => HealthResult.Failed("the row has no id")))
            .Score(new() { Facts = CustomerSuccess.Testing.Facts.None, AsOf = Start, CustomerId = id });
        var report = await Judge(new StatedScorer(at => [failed, failed, StatedScorer.Score("acme", 80, at), StatedScorer.Score("globex", 10, at)]));
        Assert.Equal((4, 4, 2, 0), (report.Active, report.AtRisk, report.Failed, report.Repeated));
    }

    [Fact]
    public async Task A_source_that_fails_or_gives_a_null_ends_it_rather_than_answering_less()
    {
        await Assert.ThrowsAsync<IOException>(() => Judge(new Broken(() => throw new IOException("down"))));
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Judge(new Broken(() => null!)));
        Assert.Contains("type Outcome that is null", thrown.Message, StringComparison.Ordinal);

        Task<CutOffReport> Judge(IOutcomeSource outcomes) => CutOffJudge.JudgeAsync(
            _portfolio.Health(), new() { Outcomes = outcomes, Subscriptions = _portfolio.Accounts }, Options());
    }

    [Fact]
    public async Task Cancellation_flows_before_and_within()
    {
        using var source = new CancellationTokenSource();
        var reached = new Broken(() =>
        {
            source.Cancel();
            return Notice(30);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CutOffJudge.JudgeAsync(
            _portfolio.Health(), new() { Outcomes = reached, Subscriptions = _portfolio.Accounts }, Options(), source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _portfolio.JudgeAsync(Options(), source.Token));
    }

    [Fact]
    public void Options_are_checked_where_they_are_set()
    {
        foreach (var horizon in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromDays(-1), TimeSpan.FromHours(36), TimeSpan.FromDays(JudgeOptions.LongestHorizonDays + 1)])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new CutOffOptions { At = Start, OutcomesKnownAt = Start, Horizon = horizon });
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new CutOffOptions { At = Start, OutcomesKnownAt = Start, RiskSet = (RiskSet)2 });
        Assert.Throws<ArgumentNullException>(() => new CutOffOptions { At = Start, OutcomesKnownAt = Start, Judge = null! });
        var options = new CutOffOptions { At = Start.ToOffset(TimeSpan.FromHours(5)), OutcomesKnownAt = Start };
        Assert.Equal((TimeSpan.Zero, Start, 180, RiskSet.RenewalDue, false, false), (options.At.Offset, options.At, options.Horizon.Days, options.RiskSet, options.CountInvoluntaryLoss, options.CountPartialLoss));
    }

    [Fact]
    public void Every_setting_of_the_judgement_reaches_it()
    {
        var stated = new JudgeOptions { HorizonDays = 7, HighIsRisk = true, Confidence = 0.9, Capacity = Capacity.Customers(3), Bands = HealthBands.RedYellowGreen(1, 2) };
        var over = stated.Over(99, HealthBands.RedYellowGreen(5, 6));
        foreach (var property in typeof(JudgeOptions).GetProperties().Where(p => p.SetMethod is not null))
        {
            Assert.Equal(property.Name == nameof(JudgeOptions.HorizonDays) ? 99 : property.GetValue(stated), property.GetValue(over));
        }
    }

    private Task<CutOffReport> Judge(IHealthScorer scorer) => CutOffJudge.JudgeAsync(scorer, _portfolio.Sources, Options());

    private sealed class Broken(Func<Outcome> next) : IOutcomeSource
    {
        public async IAsyncEnumerable<Outcome> ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return next();
        }
    }
}
