using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>A strategy over facts, tried at a cut-off in the past.</summary>
[Requirement("PRF-1")]
public sealed class CutOffJudgeTests
{
    [Fact]
    public async Task Every_active_customer_is_counted_in_one_place()
    {
        var portfolio = new PastPortfolio()
            .With("stayed", 80).With("renewed", 70, (OutcomeKind.Renewal, 40)).With("left", 20, (OutcomeKind.NoticeGiven, 30))
            .With("before", 10, (OutcomeKind.NoticeGiven, -1)).With("card", 50, (OutcomeKind.InvoluntaryLoss, 20))
            .With("both", 50, (OutcomeKind.NoticeGiven, 20), (OutcomeKind.Renewal, 20))
            .With("unknown", null, (OutcomeKind.NonRenewal, 50)).With("fails", -1);
        portfolio.Accounts.Add(Version(-5, id: "far")).Add(Runs("far", start: -5, renews: 400, customer: "far"))
            .Add(Version(-5, id: "gone")).Add(Version(20, active: false, id: "gone")).Add(Runs("gone", start: -5, renews: 90, customer: "gone"))
            .Add(Version(-5, id: "earlier")).Add(Version(-2, active: false, id: "earlier")).Add(Version(5, id: "later"));
        var report = await portfolio.JudgeAsync();

        Assert.Equal((10, 5), (report.Active, report.AtRisk));
        Assert.Equal((1, 1, 1, 1, 1), (report.NotAtRisk, report.DecidedBefore, report.Involuntary, report.Unexplained, report.Contradicting));
        Assert.Equal((3, 1, 1, 0, 1), (report.Proof.Figures.Outcomes, report.WithoutScore, report.Failed, report.Missing, report.LeftUnjudged));
        Assert.Equal((1, 0, ProofKind.Replayed), (report.Proof.Figures.Churned, report.Proof.Matching.Unmatched, report.Proof.Kind));
        Assert.Equal("as stated", Assert.Single(report.Strategies).Name);
    }

    [Fact]
    public async Task Customers_who_were_deleted_later_still_count()
    {
        var portfolio = new PastPortfolio().With("stays", 80);
        for (var i = 0; i < 3; i++)
        {
            portfolio.With($"gone {i}", 20, (OutcomeKind.NonRenewal, 30));
            portfolio.Accounts.Add(Version(60, active: false, id: $"gone {i}"));
        }

        Assert.Equal((4, 3), ((await portfolio.JudgeAsync()).Proof.Figures.Outcomes, (await portfolio.JudgeAsync()).Proof.Figures.Churned));
    }

    [Fact]
    public async Task The_strategy_sees_neither_what_happened_nor_what_was_recorded_after_the_cut_off()
    {
        var portfolio = new PastPortfolio().With("acme", 80).With("globex", 20);
        var before = (await portfolio.JudgeAsync()).ToJson();
        portfolio.Accounts
            .Add(new Trait("acme", "score", TraitValue.Of(1), Day(0).AddTicks(1)))
            .Add(new Trait("acme", "score", TraitValue.Of(2), Day(-1)) { RecordedAt = Day(0).AddTicks(1) })
            .Add(new Trait("globex", "score", TraitValue.Of(99), Day(40)));
        Assert.Equal(before, (await portfolio.JudgeAsync()).ToJson());

        portfolio.Accounts.Add(new Trait("acme", "score", TraitValue.Of(3), Day(0)));
        Assert.NotEqual(before, (await portfolio.JudgeAsync()).ToJson());
    }

    [Fact]
    public async Task What_is_barred_on_or_after_notice_is_the_customer_and_so_every_fact_of_it()
    {
        // Notice on day −3 was entered on day 10: the score of day 0 already shows an administrator who exports and cancels.
        var portfolio = new PastPortfolio().With("stays", 80).With("leaves", 90);
        portfolio.Accounts.Add(Outcome(OutcomeKind.NoticeGiven, -3, recorded: 10, customer: "leaves"))
            .Add(new Trait("leaves", "score", TraitValue.Of(0), Day(-2)));
        var report = await portfolio.JudgeAsync();

        Assert.Equal((1, 1, 0), (report.DecidedBefore, report.Proof.Figures.Outcomes, report.Proof.Figures.Churned));
    }

    [Fact]
    public async Task The_strategy_is_judged_and_not_the_people_who_overrule_it()
    {
        var portfolio = new PastPortfolio().With("a", 20, (OutcomeKind.NoticeGiven, 30)).With("b", 80);
        var overruled = portfolio.Health(h => h.OverriddenBy(f => new ManualOverride(f.CustomerId == "a" ? 99 : 1, "csm", "gut", Day(-4), Day(100))));
        var report = await CutOffJudge.JudgeAsync(overruled, portfolio.Sources, Options());

        Assert.Equal(1, report.Proof.Auc!.Estimate);
    }

    [Fact]
    public async Task Of_a_lost_customer_whose_return_was_recorded_late_the_score_that_was_shown_at_the_cut_off_counts()
    {
        var portfolio = new PastPortfolio().With("back", 30, (OutcomeKind.NonRenewal, -4), (OutcomeKind.NoticeGiven, 50));
        portfolio.Accounts.Add(Outcome(OutcomeKind.Return, -3, recorded: 20, customer: "back"));
        var report = await portfolio.JudgeAsync();

        Assert.Equal((1, 1, 0), (report.Proof.Figures.Outcomes, report.Proof.Figures.Churned, report.Proof.Matching.Unmatched));
        Assert.Equal(50, report.Proof.Figures.LeadTimeOfChurned!.Median);
    }

    [Fact]
    public async Task Lead_time_is_from_the_cut_off_to_the_decision_and_told_apart_for_those_who_left()
    {
        var figures = (await new PastPortfolio().With("a", 20, (OutcomeKind.NoticeGiven, 30)).With("b", 20, (OutcomeKind.NonRenewal, 50)).With("c", 80).JudgeAsync()).Proof.Figures;

        Assert.Equal((2, 40, 35, 45), (figures.LeadTimeOfChurned!.Outcomes, figures.LeadTimeOfChurned.Median, figures.LeadTimeOfChurned.LowerQuartile, figures.LeadTimeOfChurned.UpperQuartile));
        Assert.Equal((3, 50), (figures.LeadTime!.Outcomes, figures.LeadTime.Median));
    }

    [Fact]
    public async Task Bands_are_those_of_the_strategy_unless_stated()
    {
        var portfolio = new PastPortfolio().With("a", 85, (OutcomeKind.NoticeGiven, 30)).With("b", 95);
        var own = StatedBy(HealthBands.RedYellowGreen(80, 90));

        Assert.Equal(["Red", "Yellow", "Green"], (await portfolio.JudgeAsync()).Proof.Figures.Bands.Select(b => b.Band.Name));
        Assert.Equal(1, (await portfolio.JudgeAsync()).Proof.Figures.BestBandChurn!.Estimate);
        Assert.Equal([0, 80, 90], (await CutOffJudge.JudgeAsync(own, portfolio.Sources, Options())).Proof.Figures.Bands.Select(b => b.Band.Lower));
        Assert.Equal(0, (await CutOffJudge.JudgeAsync(own, portfolio.Sources, Options())).Proof.Figures.BestBandChurn!.Estimate);
        var stated = Options(judge: new() { Bands = HealthBands.RedYellowGreen(10, 20) });
        Assert.Equal([0, 10, 20], (await CutOffJudge.JudgeAsync(own, portfolio.Sources, stated)).Proof.Figures.Bands.Select(b => b.Band.Lower));
    }

    [Fact]
    public async Task Strategies_with_different_bands_are_noted_and_those_of_the_most_customers_count()
    {
        var portfolio = new PastPortfolio().With("a", 85).With("b", 95).With("c", 1);
        var (one, other) = (HealthBands.RedYellowGreen(80, 90), HealthBands.RedYellowGreen(1, 2));
        var mixed = new StatedScorer(at => [StatedScorer.Score("a", 85, at, bands: other), StatedScorer.Score("b", 95, at, bands: one), StatedScorer.Score("c", 1, at, bands: one)]);
        var report = await CutOffJudge.JudgeAsync(mixed, portfolio.Sources, Options());

        Assert.Equal([0, 80, 90], report.Proof.Figures.Bands.Select(b => b.Band.Lower));
        Assert.Equal([2, 1], report.Strategies.Select(s => s.Customers));
        Assert.Contains(report.Notes, n => n.Contains("different bands", StringComparison.Ordinal));
        Assert.DoesNotContain((await portfolio.JudgeAsync()).Notes, n => n.Contains("different bands", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Segments_of_the_time_of_the_cut_off_flow_into_pooled_and_within_segment_figures()
    {
        var portfolio = new PastPortfolio();
        for (var i = 0; i < 60; i++)
        {
            // Small customers score low and leave often, large ones neither: within a segment the score says nothing.
            var (small, leaves) = (i % 2 == 0, i % 2 == 0 ? i % 3 != 0 : i % 15 == 0);
            portfolio.With($"c{i}", (small ? 20 : 80) + (i * 7 % 11), leaves ? [(OutcomeKind.NoticeGiven, 30)] : []);
            portfolio.Accounts.Add(new Trait($"c{i}", "size", TraitValue.Of(small ? "small" : "large"), Day(-5)))
                .Add(new Trait($"c{i}", "size", TraitValue.Of("other"), Day(3)));
        }

        var report = await CutOffJudge.JudgeAsync(portfolio.Health(h => h.Trait("size", TraitKind.Text).SegmentedBy(Segments.BySize)), portfolio.Sources, Options());

        Assert.Equal([("large", 30), ("small", 30)], report.Proof.Segments.Select(s => (s.Segment, s.Figures.Outcomes)));
        Assert.True(report.Proof.Auc!.Lower > 0.6, report.ToString());
        Assert.True(report.Proof.WithinSegments!.Auc!.Holds(0.5), report.ToString());
    }

    [Fact]
    public async Task Capacity_confidence_and_direction_of_the_judgement_are_those_stated_and_the_horizon_that_of_the_cut_off()
    {
        var options = new JudgeOptions { Capacity = Capacity.Customers(2), Confidence = 0.8, HighIsRisk = true, HorizonDays = 3 };
        var report = await new PastPortfolio().WithMany(3, 9, 1).JudgeAsync(Options(judge: options, horizon: 100));

        Assert.Equal((2, 0.8, true, 100), (report.Proof.Figures.Ranking!.AtCapacity!.Customers, report.Proof.Options.Confidence, report.Proof.Options.HighIsRisk, report.Proof.Options.HorizonDays));
        Assert.Equal(12, report.Proof.Figures.Outcomes);
    }

    [Fact]
    public async Task A_portfolio_without_customers_has_no_figures_and_is_no_error()
    {
        var report = await new PastPortfolio().JudgeAsync();

        Assert.Equal((0, 0, ProofKind.None, ProofVerdict.None), (report.Active, report.AtRisk, report.Proof.Kind, report.Proof.Verdict));
        Assert.Empty(report.Strategies);
        Assert.StartsWith("Nothing to judge", report.ToString(), StringComparison.Ordinal);
    }

    private static StatedScorer StatedBy(HealthBands bands) => new(at => [StatedScorer.Score("a", 85, at, bands: bands), StatedScorer.Score("b", 95, at, bands: bands)]);
}
