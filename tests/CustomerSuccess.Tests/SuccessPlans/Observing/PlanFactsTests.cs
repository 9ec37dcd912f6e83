using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Measurement;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.SuccessPlans.Planned;

namespace CustomerSuccess.Tests.SuccessPlans.Observing;

public sealed class PlanFactsTests
{
    private static readonly Language<CustomerFacts> Words = CustomerExpressions.Declare().Signal("login", hasValues: false).Build();

    private static readonly PlanTemplate Template = PlanTemplate.Of("onboarding", new()
    {
        ValueDrivers = [new() { Name = "time saved" }, new() { Name = "risk" }],
        Milestones =
        [
            new() { Id = "live", DueDay = 30, After = ["import"], Weight = 3, ValueDriver = "time saved" },
            new() { Id = "used", DueDay = 60, Evidence = Words.Condition("signals.login.count(days(7)) >= 3"), ValueDriver = "risk" },
        ],
        Accountabilities = [OfCustomer("import", 10), OfVendor("training", 20)],
    });

    private static readonly Scorecard Card = Scorecard.For<CustomerFacts>("value")
        .Measure("value", Words.Number("plan.value"), m => m.MoreIsBetter().Linear(0, 1))
        .Measure("kept", Words.Number("plan.keptByCustomer"), m => m.MoreIsBetter().Linear(0, 1))
        .CapAt(40, when: Words.Condition("plan.pace == 'stuck'"), because: "the plan is stuck")
        .Build();

    [Fact]
    public async Task A_scorecard_reads_the_plan_in_force()
    {
        var health = Health(Log().Add(Done("import", 9)).Add(Done("live", 25)));

        var score = (await health.ScoreAsync("acme", Day(40)))!;
        Assert.Equal(87.5, score.Value!.Value, 9);
        Assert.True(score.Definition.Reproducible);
        Assert.Null((await health.ScoreAsync("other", Day(40)))!.Value);
        Assert.Contains("no plan is in force", (await health.ScoreAsync("other", Day(40)))!.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signals_that_only_a_plan_reads_are_asked_for_and_everything_is_as_of_the_instant()
    {
        var signals = new SignalLog();
        signals.AppendAll([new("acme", "login", Day(40)), new("acme", "login", Day(41)), new("acme", "login", Day(42))]);
        var health = Health(Log(), new HostOf(signals));

        Assert.Null((await health.PlanAsync("acme", new(Day(41))))!.Milestone("used").ReachedAt);
        Assert.Equal(Day(42), (await health.PlanAsync("acme", new(Day(60))))!.Milestone("used").ReachedAt);
        Assert.Null(await health.PlanAsync("acme", new(Start.AddDays(-1))));
    }

    [Fact]
    public async Task Expressions_name_what_is_known_of_a_plan()
    {
        var facts = (await Health(Log().Add(Done("live", 25))).FactsAsync("acme", new(Day(50))))!;
        string Read(string expression) => Words.Condition(expression).Holds(facts).ToString();

        Assert.Equal("True", Read("plan.value == 0.75"));
        Assert.Equal("True", Read("plan.milestones['live'].reached && plan.milestones['live'].verification == 'evidenced'"));
        Assert.Equal("True", Read("plan.pace == 'onTrack' && plan.delay == 0.0 && plan.day == 50.0"));
        Assert.Equal("True", Read("plan.direction == 'forward' && plan.vector == 75.0"));
        Assert.Equal("True", Read("plan.keptByCustomer == 0.0 && plan.valueEvidenced && !plan.nothingFollows && plan.template == 'onboarding'"));
        Assert.Equal("unknown (plan: not given: no plan is in force)", Words.Condition("plan.value > 0.5").Holds((await Health(new PlanLog()).FactsAsync("acme", new(Day(50))))!).ToString());
    }

    [Fact]
    public async Task What_is_read_of_a_plan_is_asked_again_after_a_day()
    {
        var facts = (await Health(Log()).FactsAsync("acme", new(Day(50))))!;

        Assert.Equal(Day(51), Words.Condition("plan.value > 0.5").HoldsUntil(facts).Until);
        Assert.Equal(["plan.value"], Words.Condition("plan.value > 0.5").Opaque);
    }

    [Fact]
    public void Segments_and_plans_themselves_cannot_read_plans()
    {
        var scheme = SegmentScheme.For("tier", SegmentPurpose.EconomicTier).Segment("stuck", Words.Condition("plan.pace == 'stuck'")).Otherwise("other").Build();
        var segment = Assert.Throws<ConfigurationException>(() => CustomerHealth.Of(Sources(new PlanLog()), c => c.SegmentedBy(scheme).ScoredBy(Card)));
        var plan = Assert.Throws<ConfigurationException>(() => PlanTemplate.Of("p", new() { Milestones = [new() { Id = "m", DueDay = 1, Evidence = Words.Condition("plan.value > 0.5") }] }));

        Assert.Equal("SG011", Assert.Single(segment.Diagnostics).Code);
        Assert.Equal("PL012", Assert.Single(plan.Diagnostics).Code);
    }

    [Fact]
    [Requirement("PLN-17")]
    public async Task A_clusters_plan_is_each_of_its_customers_with_evidence_of_its_own()
    {
        var log = new PlanLog()
            .Add(Template.Instantiate("shared", PlanHolder.Cluster("small"), new(2026, 1, 5), "UTC"))
            .Add(new ClusterMembership("acme", "small", Start)).Add(new ClusterMembership("other", "small", Start)).Add(new ClusterMembership("other", null, Day(50)))
            .Add(EvidenceGiven.Happened("e", "shared", "acme", Day(20), "live"));
        var health = Health(log);

        Assert.Equal(20, (await health.PlanAsync("acme", new(Day(40))))!.Milestone("live").ReachedDay);
        Assert.Null((await health.PlanAsync("other", new(Day(40))))!.Milestone("live").ReachedDay);
        Assert.Null(await health.PlanAsync("other", new(Day(51))));

        // A plan of its own goes before that of the cluster.
        log.Add(Template.Instantiate("own", PlanHolder.Customer("acme"), new(2026, 2, 1), "UTC"));
        Assert.Equal("own", (await health.PlanAsync("acme", new(Day(40))))!.Plan.Version.PlanId);
        Assert.Equal("shared", (await health.PlanAsync("acme", new(Day(20))))!.Plan.Version.PlanId);
    }

    [Fact]
    [Requirement("PLN-8")]
    public async Task A_plan_of_a_template_that_is_not_given_is_unknown_and_says_so()
    {
        var other = PlanTemplate.Of("onboarding", Template.Content with { Milestones = [Reach("live", 31)], Accountabilities = [] });
        var log = new PlanLog().Add(other.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 5), "UTC"));

        var plan = await First(Health(log).PlansAsync(new(Day(40))));
        Assert.Null(plan.State);
        Assert.Contains($"onboarding@{other.ConfigurationHash[..12]}", plan.Why!.Reason, StringComparison.Ordinal);
        Assert.NotNull(await CustomerHealth.Of(Sources(log), c => c.PlannedBy(Template).PlannedBy(other).ScoredBy(Card)).PlanAsync("acme", new(Day(40))));
    }

    [Fact]
    [Requirement("MEA-2")]
    public async Task The_portfolios_vector_is_that_of_the_definition()
    {
        // A 50 k .20 → .60, B 30 k .50 → .40, C 20 k .30 → lost, D without a plan since; E came later.
        var accounts = new AccountLog();
        var plans = new PlanLog();
        var measured = PlanTemplate.Of("measured", new()
        {
            Objectives = [new() { Id = "o", Baseline = 0, Target = 1, DueDay = 300, Measure = ObjectiveMeasure.Of("o", f => f.Account.Number("share"), "1") }],
            Milestones = [new() { Id = "m", DueDay = 300, Objective = "o" }],
        });
        void Add(string id, decimal revenue, double before, double now, int since = -10)
        {
            accounts.Add(new Customer(id, Day(since)))
                .Add(new Subscription("s", id, "crm", Day(since)) { AnnualRevenue = new(revenue, "EUR") })
                .Add(new Trait(id, "share", TraitValue.Of(before), Day(since))).Add(new Trait(id, "share", TraitValue.Of(now), Day(100)));
            plans.Add(measured.Instantiate("plan", PlanHolder.Customer(id), new(2026, 1, 5), "UTC", Day(since)));
        }

        Add("A", 50_000, .20, .60);
        Add("B", 30_000, .50, .40);
        Add("C", 20_000, .30, .30);
        Add("E", 90_000, .00, .90, since: 80);
        accounts.Add(new Outcome("C", OutcomeKind.NonRenewal, Day(110)));
        var health = CustomerHealth.Of(CustomerSources.InMemory(accounts, new SignalLog(), plans: plans), c => c.PlannedBy(measured).ScoredBy(Card));

        var vector = await health.VectorAsync(new(Day(120)));
        Assert.Equal(11.0, vector.Magnitude!.Value, 9);
        Assert.Equal(1, vector.Coverage);
        Assert.Equal(["A", "B", "C"], vector.Lines.Select(l => l.CustomerId));

        // Later, when C is gone and not to be seen any more, it is not part of it.
        Assert.Equal(3, (await health.VectorAsync(new(Day(210)))).Customers);
    }

    [Fact]
    [Requirement("PLN-13")]
    public async Task A_capability_is_as_relevant_as_the_value_driver_it_serves_weighs_in_the_plan()
    {
        var consumption = new ConsumptionReader([new("reports", "report") { ValueDriver = "time saved" }, new("audit", "audit") { ValueDriver = "risk" }]);
        var facts = (await Health(Log()).FactsAsync("acme", new(Day(10))))!;

        Assert.Equal([.25, .75], consumption.Read(facts).Lines.Select(l => l.Capability.Relevance.Value));
        Assert.False(consumption.Read((await Health(new PlanLog()).FactsAsync("acme", new(Day(10))))!).Lines[0].Capability.Relevance.IsKnown);
        var scheme = SegmentScheme.For("tier", SegmentPurpose.EconomicTier).Segment("idle", Fact.Number("gap").AtLeast(.8)).Otherwise("other").Build();
        var mistake = Assert.Throws<ConfigurationException>(() => CustomerHealth.Of(Sources(new PlanLog()), c => c.Consumption("gap", consumption).SegmentedBy(scheme).ScoredBy(Card)));
        Assert.Equal("SG011", Assert.Single(mistake.Diagnostics).Code);
    }

    [Fact]
    [Requirement("SEG-7")]
    public async Task Usage_votes_essential_where_the_plan_has_evidence_of_value()
    {
        var signals = new SignalLog();
        signals.Append(new("acme", "login", Day(20)));
        var reader = new EssentialReader(new() { Usage = SignalMeasure.Count("login").InLast(28), EvidencedByPlan = true });
        async Task<double?> Vote(PlanLog log) => reader.Read((await Health(log, signals).FactsAsync("acme", new(Day(26))))!).Lines.Single().Vote.Value;

        Assert.Equal(1, await Vote(Log()));
        Assert.Equal(2, await Vote(Log().Add(Done("live", 25))));
    }

    private static PlanLog Log() => new PlanLog().Add(Template.Instantiate("plan", PlanHolder.Customer("acme"), new(2026, 1, 5), "UTC"));

    private static CustomerSources Sources(PlanLog plans, ISignalSource? signals = null)
    {
        var accounts = new AccountLog().Add(new Customer("acme", Start)).Add(new Customer("other", Start));
        return new() { Customers = accounts, Traits = accounts, Subscriptions = accounts, Outcomes = accounts, Ownerships = accounts, Signals = signals ?? new SignalLog(), Plans = plans };
    }

    private static CustomerHealth Health(PlanLog plans, ISignalSource? signals = null) => CustomerHealth.Of(Sources(plans, signals), c => c.PlannedBy(Template).ScoredBy(Card));

    private static async Task<CustomerPlan> First(IAsyncEnumerable<CustomerPlan> plans)
    {
        await foreach (var plan in plans)
            return plan;
        throw new InvalidOperationException("There is none.");
    }

    /// <summary>A source that is no log in memory: it is asked for what is read, and for nothing else.</summary>
    private sealed class HostOf(SignalLog log) : ISignalSource
    {
        public IAsyncEnumerable<Signal> ReadAsync(SignalQuery query, CancellationToken cancellationToken) => log.ReadAsync(query, cancellationToken);

        public ValueTask<SignalCoverage> CoverageAsync(string signal, CancellationToken cancellationToken) => log.CoverageAsync(signal, cancellationToken);
    }
}
