using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.SuccessPlans;

public sealed class ConsumptionReaderTests
{
    private static readonly DateTimeOffset AsOf = Start.AddDays(200);

    private static readonly ConsumptionReader Reports = new([Capability("reports")]);

    [Fact]
    [Requirement("HLT-22")]
    public async Task A_scorecard_measures_the_gap_of_subscriptions_and_signals()
    {
        var consumption = new ConsumptionReader([
            new("reports", "report.run") { Relevance = _ => Reading.Known(3d), Version = "1" },
            new("seats", SignalMeasure.DistinctActors("login").InLast(28)) { CountsSeats = true, Relevance = _ => Reading.Known(1d), Version = "1" }]);
        var card = Scorecard.For<CustomerFacts>("value").Measure("consumption gap", consumption, m => m.LessIsBetter().Linear(1, 0)).Build();
        var accounts = Accounts(new Subscription("s", "acme", "crm", Start) { Seats = 4, Entitlements = new Dictionary<string, double> { ["reports"] = 100 } });
        var signals = new SignalLog();
        signals.AppendAll([Ran("report.run", 190, 30), Ran("report.run", 195, 20), Ran("report.run", 150, 500), Login(180, "ann"), Login(190, "ann")]);
        var score = (await CustomerHealth.Of(CustomerSources.InMemory(accounts, signals), c => c.ScoredBy(card)).ScoreAsync("acme", AsOf))!;

        // reports 50 of 100, seats 1 of 4: gap (3 · .5 + 1 · .75) ÷ 4.
        Assert.Equal(100 * (1 - .5625), score.Value!.Value, 9);
        Assert.True(score.Definition.Reproducible);
        Assert.Equal(.5625, score.Lines[0].Raw!.Value, 12);
    }

    [Fact]
    public async Task A_source_is_asked_for_the_signals_that_are_declared_and_they_space_the_trend()
    {
        var health = CustomerHealth.Of(CustomerSources.InMemory(Accounts(Giving(Start)), new()), c => c.Consumption("gap", Reports, raw: true)
            .ScoredBy("by name", HealthStrategies.From("by name", x => x.Facts.Number("gap") is { IsKnown: true, Value: var gap } ? HealthResult.Of(100 * (1 - gap)) : HealthResult.Unknown())));

        Assert.Equal(["report.run"], health.Plan.Signals);
        Assert.Equal(28, health.Plan.Spacing.TotalDays);
        Assert.Equal(0, (await health.ScoreAsync("acme", AsOf))!.Value);
    }

    [Fact]
    public async Task What_is_not_known_is_unknown_and_says_why()
    {
        var facts = await Facts(new AccountLog().Add(new Customer("acme", Start)), new SignalLog().Covers("report.run", new() { Through = Start }));
        Assert.Equal("consumption gap: not given: the relevance of no capability is known (reports: incomplete through 2025-01-01)", Assert.Single(new ConsumptionReader([new("reports", "report.run") { Entitled = _ => Reading.Known(5d) }]).Gap(facts).Causes).ToString());

        var bare = new CustomerFacts("acme", AsOf);
        Assert.Contains("reports: not given: no subscriptions are given", Assert.Single(Reports.RawGap(bare).Causes).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lambda_that_throws_or_says_nonsense_makes_its_capability_unknown_and_the_rest_goes_on()
    {
        var facts = await Facts(Accounts(Giving(Start)), Log());
        var gap = new ConsumptionReader([
            Capability("reports"),
            new("thrown", "report.run") { Entitled = _ => throw new InvalidOperationException("down"), Paid = _ => throw new InvalidOperationException("down") },
            new("negative", "report.run") { Entitled = _ => Reading.Known(-1d), Relevance = _ => throw new InvalidOperationException("down") }]).Read(facts);

        Assert.Equal(1, gap.Raw.Gap);
        Assert.Equal(1d / 3, gap.Raw.Coverage, 12);
        Assert.Contains("InvalidOperationException: down", gap.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shelfware_is_unused_on_each_of_the_last_60_days()
    {
        Assert.True(await IsShelfware(Giving(Start)));
        // A large use 28 days before a day is out of its window; one tick later it is in.
        Assert.True(await IsShelfware(Giving(Start), (200 - 60 - 28, 80)));
        Assert.False(await IsShelfware(Giving(Start), (200 - 60 - 28 + 0.001, 80)));
        Assert.False(await IsShelfware(Giving(Start), (150, 80)));
        // Below 5 % on every day.
        Assert.True(await IsShelfware(Giving(Start), (150, 4.9), (190, 4.9)));
        Assert.False(await IsShelfware(Giving(Start), (190, 4.9), (191, 0.2)));
    }

    [Fact]
    public async Task What_was_bought_within_60_days_or_used_of_a_smaller_entitlement_is_none()
    {
        Assert.True(await IsShelfware(Giving(Start.AddDays(140))));
        Assert.False(await IsShelfware(Giving(Start.AddDays(140.5))));
        // 3 of 100 is unused, and 3 of 10, before the upgrade, was not.
        var small = Giving(Start, quantity: 10);
        var large = new Subscription("s", "acme", "crm", Start) { EffectiveAt = Start.AddDays(190), Entitlements = new Dictionary<string, double> { ["reports"] = 100 }, AnnualRevenue = new(1200, "EUR") };
        Assert.False((await Gap(Accounts(small, large), (180, 3))).Lines[0].IsShelfware);
    }

    [Fact]
    public async Task Days_that_the_source_does_not_cover_leave_it_open()
    {
        var facts = await Facts(Accounts(Giving(Start)), Log().Covers("report.run", new() { From = Start.AddDays(150) }));

        Assert.Null(new ConsumptionReader([Capability("reports")]).Read(facts).Lines[0].IsShelfware);
    }

    [Fact]
    public void The_version_is_what_is_declared_and_lambdas_need_one()
    {
        Assert.Equal(Reports.Version, new ConsumptionReader([Capability("reports")]).Version);
        Assert.NotEqual(Reports.Version, new ConsumptionReader([Capability("reports")], new() { WarningFrom = .7 }).Version);
        Assert.NotEqual(Reports.Version, new ConsumptionReader([new("reports", "other") { PaidBySubscriptions = true }]).Version);
        Assert.Null(new ConsumptionReader([new("reports", "x") { Relevance = _ => Reading.Known(1d) }]).Version);
        Assert.NotNull(new ConsumptionReader([new("reports", "x") { Relevance = _ => Reading.Known(1d), Version = "1" }]).Version);
        Assert.Equal("reports", Reports.Capabilities[0].Entitlement);
    }

    [Fact]
    public void Declarations_that_are_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ConsumptionReader([]));
        Assert.Contains("'reports' is declared twice", Assert.Throws<ArgumentException>(() => new ConsumptionReader([Capability("reports"), Capability("reports")])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CapabilityDeclaration(" ", "x"));
        Assert.Throws<ArgumentException>(() => new CapabilityDeclaration("x", "x") { Entitlement = "" });
    }

    private static CapabilityDeclaration Capability(string name) => new(name, "report.run") { PaidBySubscriptions = true };

    private static Subscription Giving(DateTimeOffset start, double quantity = 100) =>
        new("s", "acme", "crm", start) { Entitlements = new Dictionary<string, double> { ["reports"] = quantity }, AnnualRevenue = new(1200, "EUR") };

    private static AccountLog Accounts(params Subscription[] subscriptions) =>
        subscriptions.Aggregate(new AccountLog().Add(new Customer("acme", Start)), (log, s) => log.Add(s));

    private static Signal Ran(string name, double day, double value) => new("acme", name, Start.AddDays(day)) { Value = value };

    private static Signal Login(double day, string actor) => new("acme", "login", Start.AddDays(day)) { Actor = actor };

    private static SignalLog Log(params (double Day, double Value)[] runs)
    {
        var log = new SignalLog();
        log.AppendAll(runs.Select(r => Ran("report.run", r.Day, r.Value)));
        return log;
    }

    private static async Task<CustomerFacts> Facts(AccountLog accounts, SignalLog signals) =>
        (await CustomerHealth.Of(CustomerSources.InMemory(accounts, signals), c => c.ScoredBy(Card())).FactsAsync("acme", new(AsOf)))!;

    private static async Task<ConsumptionGap> Gap(AccountLog accounts, params (double Day, double Value)[] runs) => Reports.Read(await Facts(accounts, Log(runs)));

    private static async Task<bool?> IsShelfware(Subscription subscription, params (double Day, double Value)[] runs)
    {
        var gap = await Gap(Accounts(subscription), runs);
        Assert.Equal(gap.Lines[0].IsShelfware == true ? [new Money(1200, "EUR")] : [], gap.ShelfwareCost);
        return gap.Lines[0].IsShelfware;
    }
}
