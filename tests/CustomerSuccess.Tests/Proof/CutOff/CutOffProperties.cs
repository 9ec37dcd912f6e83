using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;
using static CustomerSuccess.Tests.Proof.CutOff.Scene;

namespace CustomerSuccess.Tests.Proof.CutOff;

/// <summary>Laws of a whole proof at a cut-off, on random small portfolios.</summary>
public sealed class CutOffProperties
{
    private static readonly Scorecard Card = Scorecard.For<CustomerFacts>("visits")
        .Measure("visits", SignalMeasure.Count("visit").InLast(3), m => m.MoreIsBetter().Piecewise((0, 0), (6, 100)).Weight(1))
        .Measure("mood", SignalMeasure.Latest("mood"), m => m.MoreIsBetter().Piecewise((0, 0), (10, 100)).Weight(1))
        .Build();

    [Law(MaxTest = 2000)]
    public void Facts_that_happen_or_are_recorded_after_the_cut_off_change_no_score_and_no_figure(Seed seed)
    {
        var (before, after) = (new Host(seed), new Host(seed));
        var dice = new Dice((ulong)seed.Number + 1);
        foreach (var id in Enumerable.Range(0, seed.Size).Select(i => $"c{i}"))
        {
            var ticks = 1 + dice.Below(1000);
            after.Signals.Append(new(id, "visit", Start.AddTicks(ticks)));
            after.Signals.Append(new(id, "mood", Day(-dice.Below(4))) { Value = dice.Below(11), RecordedAt = Start.AddTicks(ticks) });
            after.Accounts.Add(new Customer(id, Day(-2)) { LifecycleStage = "other", RecordedAt = Start.AddTicks(ticks) });
        }

        Assert.Equal(before.Judge(seed).ToJson(), after.Judge(seed).ToJson());
    }

    [Law(MaxTest = 2000)]
    public void Every_active_customer_is_in_one_place_and_every_judged_one_has_one_outcome(Seed seed)
    {
        var host = new Host(seed);
        var report = host.Judge(seed);
        var figures = report.Proof.Figures;

        Assert.Equal(host.Active, report.Active);
        Assert.Equal(report.Active, report.NotAtRisk + report.DecidedBefore + report.Involuntary + report.Unexplained + report.Contradicting + report.AtRisk);
        Assert.Equal(report.AtRisk, figures.Outcomes + report.WithoutScore + report.Failed + report.Missing);
        Assert.Equal((figures.Outcomes, 0, 0), (report.Proof.Matching.Judged, report.Proof.Matching.Unmatched, report.Proof.Matching.Repeated));
        Assert.Equal(figures.Outcomes, report.Strategies.Sum(s => s.Customers));
        Assert.Equal(figures.Outcomes == 0 ? ProofKind.None : ProofKind.Replayed, report.Proof.Kind);
        Assert.True(figures.LeadTime is null or { LowerQuartile: >= 1, UpperQuartile: <= 180 });
    }

    [Law(MaxTest = 1000)]
    public void The_order_in_which_customers_come_changes_no_figure(Seed seed)
    {
        var host = new Host(seed);
        var backwards = new StatedScorer(at => host.Scores(at).Reverse());

        Assert.Equal(host.Judge(seed).ToJson(), host.Judge(seed, backwards).ToJson());
    }

    private sealed class Host
    {
        public Host(Seed seed)
        {
            var dice = seed.Dice();
            for (var i = 0; i < seed.Size; i++)
            {
                var id = $"c{i}";
                Accounts.Add(Version(-4, id: id)).Add(Runs(id, start: -4, renews: dice.Of(20, 90, 200), customer: id));
                int? closed = dice.OneIn(6) ? dice.Between(-3, 250) : null;
                Active += closed <= 0 ? 0 : 1;
                if (closed is { } day)
                {
                    Accounts.Add(Version(day, active: false, id: id));
                }

                for (var k = dice.Below(4); k > 0; k--)
                {
                    Accounts.Add(Outcome(dice.Of(Enum.GetValues<OutcomeKind>()), dice.Between(-3, 200), dice.Of(id, null), customer: id));
                }

                for (var k = dice.Below(8); k > 0; k--)
                {
                    Signals.Append(new(id, dice.Of("visit", "mood"), Day(-dice.Between(0d, 4d))) { Value = dice.Below(11) });
                }
            }
        }

        public AccountLog Accounts { get; } = new();

        public SignalLog Signals { get; } = new();

        public int Active { get; }

        private CustomerSources Sources => CustomerSources.InMemory(Accounts, Signals);

        private CustomerHealth Health => CustomerHealth.Of(Sources, h => h.ScoredBy(Card));

        public CutOffReport Judge(Seed seed, IHealthScorer? scorer = null) => CutOffJudge.JudgeAsync(
            scorer ?? Health, Sources, Options(seed.Number % 2 == 0 ? RiskSet.AllActive : RiskSet.RenewalDue, involuntary: seed.Number % 3 == 0, known: 300)).GetAwaiter().GetResult();

        public IEnumerable<HealthScore> Scores(DateTimeOffset at) => Health.ScorePortfolioAsync(at).ToBlockingEnumerable();
    }
}
