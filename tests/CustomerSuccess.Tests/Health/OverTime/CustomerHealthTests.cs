using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Segmentation;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class CustomerHealthTests
{
    [Fact]
    public async Task One_customer_is_scored_as_of_an_instant_as_known_then()
    {
        var health = Over(Log((0, 40), (10, 90)), new AccountLog().Add(new Customer("acme", Start)));
        var score = (await health.ScoreAsync("acme", Start.AddDays(10).ToOffset(TimeSpan.FromHours(5))))!;

        Assert.Equal(("acme", 90, "Green", HealthScoreState.Scored), (score.CustomerId, score.Value, score.Band!.Name, score.State));
        Assert.Equal((Start.AddDays(10), Start.AddDays(10), null), (score.AsOf, score.KnownAt, score.FrozenAt));
        Assert.Equal(40, (await health.ScoreAsync("acme", Start.AddDays(10).AddTicks(-1)))!.Value);
        Assert.Equal("usage", Assert.Single(score.Lines).Name);
        Assert.True(score.Definition.Reproducible);
    }

    [Fact]
    public async Task Verdicts_on_usage_are_read_from_the_facts_and_count_while_they_are_in_force()
    {
        var card = Scorecard.For<CustomerFacts>("usage").Measure("usage", SignalMeasure.Latest(Name), m => m.MoreIsBetter().Linear(0, 100).JudgedAsUsage()).Build();
        CustomerHealth Over(Func<CustomerFacts, IEnumerable<UsageVerdict>> read) =>
            CustomerHealth.Of(CustomerSources.InMemory(null, Log((0, 90))), c => c.ScoredBy(card).UsageJudgedBy(read));

        var health = Over(_ => [new UsageVerdict(UsageAnswer.No, "Dana", "bots log in", Start.AddDays(2), Start.AddDays(4))]);
        Assert.Equal(90, (await health.ScoreAsync("acme", Start.AddDays(1)))!.Value);
        Assert.Equal(0, (await health.ScoreAsync("acme", Start.AddDays(3)))!.Value);
        Assert.Equal(90, (await health.ScoreAsync("acme", Start.AddDays(4)))!.Value);

        var failed = (await Over(_ => throw new InvalidOperationException("no")).ScoreAsync("acme", Start.AddDays(1)))!;
        Assert.Equal("the verdicts on usage could not be read: InvalidOperationException: no", failed.Reason);
    }

    [Fact]
    public async Task Of_nobody_there_is_no_score_and_before_there_was_a_customer_neither()
    {
        var health = Over(Log((0, 40)), new AccountLog().Add(new Customer("acme", Start.AddDays(3))));

        Assert.Null(await health.ScoreAsync("globex", Start.AddDays(9)));
        Assert.Null(await health.ScoreAsync("acme", Start.AddDays(3).AddTicks(-1)));
        Assert.NotNull(await health.ScoreAsync("acme", Start.AddDays(3)));
        Assert.Null(await health.FactsAsync("globex", new(Start)));
        Assert.Null(await health.SegmentsAsync("globex", Start));
        Assert.Null(await health.TrendAsync("globex", new(Start)));
        Assert.Empty(await health.SegmentChangesAsync("globex", Start, Start.AddDays(9)));
        await Assert.ThrowsAsync<ArgumentException>(async () => await health.ScoreAsync(" ", Start));
    }

    [Fact]
    public async Task A_version_that_was_recorded_late_makes_a_customer_only_from_then_on()
    {
        var health = Over(Log((0, 40)), new AccountLog().Add(new Customer("acme", Start) { RecordedAt = Start.AddDays(5) }));

        Assert.Null(await health.ScoreAsync("acme", Start.AddDays(4)));
        Assert.NotNull(await health.ScoreAsync("acme", new ScoreInstant(Start.AddDays(4), Start.AddDays(5))));
    }

    [Fact]
    public async Task Where_nothing_but_a_log_names_customers_one_exists_from_its_first_signal_on()
    {
        var log = Log((2, 40));
        log.Append(Of("globex", 4, 90));
        var health = Over(log);

        Assert.Null(await health.ScoreAsync("acme", Start.AddDays(1.9)));
        Assert.Equal(["acme"], (await All(health.ScorePortfolioAsync(Start.AddDays(3)))).Select(s => s.CustomerId));
        Assert.Equal(["acme", "globex"], (await All(health.ScorePortfolioAsync(Start.AddDays(5)))).Select(s => s.CustomerId));
        Assert.Empty(await All(health.ScorePortfolioAsync(Start)));
    }

    [Fact]
    public async Task A_portfolio_is_everyone_active_with_progress()
    {
        var accounts = new AccountLog();
        var log = new SignalLog();
        for (var i = 0; i < 2_500; i++)
        {
            var id = i.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
            accounts.Add(new Customer(id, Start.AddDays(i == 7 ? 50 : 0)));
            if (i % 5 != 0)
            {
                log.Append(Of(id, 1, i % 100));
            }
        }

        accounts.Add(new Customer("0003", Start.AddDays(9)) { IsActive = false });
        var told = new List<ScoringProgress>();
        var scores = await All(Over(log, accounts).ScorePortfolioAsync(Start.AddDays(10), new Told(told)));

        Assert.Equal(2_498, scores.Count);
        Assert.DoesNotContain(scores, s => s.CustomerId is "0003" or "0007");
        Assert.Equal(scores.Select(s => s.CustomerId).Order(StringComparer.Ordinal), scores.Select(s => s.CustomerId));
        Assert.Equal([(1000, 201, false), (2000, 401, false), (2498, 500, true)], told.Select(p => (p.Customers, p.Unknown, p.Finished)));
        Assert.Equal(0, told[^1].Failed);
    }

    [Fact]
    public async Task Facts_are_everything_that_health_reads()
    {
        var scheme = SegmentScheme.For("size", SegmentPurpose.EconomicTier).Segment("large", Fact.Number("seats").AtLeast(100)).Otherwise("small").Build();
        var accounts = new AccountLog().Add(new Customer("acme", Start)).Add(new Trait("acme", "seats", TraitValue.Of(200), Start));
        var health = Over(Log((0, 40)), accounts, c => c.Trait("seats", TraitKind.Number).SegmentedBy(scheme).PreviousHealth());
        var facts = (await health.FactsAsync("acme", new(Start.AddDays(5), Start.AddDays(6))))!;

        Assert.Equal(("acme", Start.AddDays(5), Start.AddDays(6)), (facts.CustomerId, facts.AsOf, facts.KnownAt));
        Assert.Equal(["customer", "signals", "previous", "segments"], facts.Parts);
        Assert.Equal((200, 40, "large"), (facts.Account.Number("seats").Value, facts.Signals.Read(SignalMeasure.Latest(Name)).Value, facts.Segments.Find("size")!.Segment));
    }

    [Fact]
    public async Task The_segment_of_the_day_chooses_who_scores()
    {
        var scheme = SegmentScheme.For("experience", SegmentPurpose.Experience).Segment("trial", Fact.Text("plan").Is("trial"), Experiences.SelfServe).Otherwise("paying", Experiences.HighTouch).Build();
        var accounts = new AccountLog().Add(new Customer("acme", Start))
            .Add(new Trait("acme", "plan", TraitValue.Of("trial"), Start)).Add(new Trait("acme", "plan", TraitValue.Of("pro"), Start.AddDays(9)));
        var health = Over(Log((0, 40)), accounts, c => c.Trait("plan", TraitKind.Text).SegmentedBy(scheme)
            .ScoredBy("trials", HealthStrategies.From("trials", _ => HealthResult.Of(7)), forSegment: "trial"));

        Assert.Equal(("trial", "trials", 7), At(await health.ScoreAsync("acme", Start.AddDays(8))));
        Assert.Equal(("paying", "usage", 40), At(await health.ScoreAsync("acme", Start.AddDays(9))));

        static (string?, string, double?) At(HealthScore? score) => (score!.Segment, score.Definition.Strategy, score.Value);
    }

    [Fact]
    public async Task Only_customers_and_their_traits_are_enough_and_signals_are_then_not_known()
    {
        var health = CustomerHealth.Of(CustomerSources.InMemory(new AccountLog().Add(new Customer("acme", Start))), c => c.ScoredBy(Card()));
        var score = (await health.ScoreAsync("acme", Start.AddDays(1)))!;

        Assert.Equal(HealthScoreState.Unknown, score.State);
        Assert.Contains("there is no source of signals", score.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_needs_a_history()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Over(Log((0, 1))).RecordPortfolioAsync(Start));

        Assert.Contains("RecordedIn(", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Told(List<ScoringProgress> told) : IProgress<ScoringProgress>
    {
        public void Report(ScoringProgress value) => told.Add(value);
    }
}
