using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.OverTime;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.RollUps;

public sealed class CustomerRollUpTests
{
    private static readonly DateTimeOffset AsOf = Start.AddDays(30);

    [Fact]
    [Requirement("HLT-16")]
    public async Task The_children_are_those_that_stand_below_as_of_the_instant_as_known_then()
    {
        var accounts = Family().Add(new Customer("moved", Start) { ParentId = "acme" }).Add(new Customer("moved", Start.AddDays(20)))
            .Add(new Customer("late", Start) { ParentId = "acme", RecordedAt = AsOf.AddDays(1) });
        var health = Over(Signals(), accounts);

        Assert.Equal(["apac", "emea"], await Ids(health, AsOf));
        Assert.Equal(["apac", "emea", "moved"], await Ids(health, Start.AddDays(19)));
        Assert.Equal(["apac", "emea", "late"], (await health.RollUpAsync("acme", new(AsOf, AsOf.AddDays(2))))!.Lines.Select(l => l.CustomerId));
        Assert.Equal(65, (await health.RollUpAsync("acme", new(AsOf)))!.Value);
    }

    [Fact]
    public async Task The_whole_tree_below_may_count_and_the_parent_itself()
    {
        var health = Over(Signals(), Family());
        var whole = (await health.RollUpAsync("acme", new(AsOf), new() { WholeSubtree = true, OwnWeight = 0.5 }))!;

        Assert.Equal(["acme", "apac", "dach", "emea"], whole.Lines.Select(l => l.CustomerId));
        Assert.Equal((50 * 0.5) + (60 * 0.5), whole.Value!.Value, 9);
        Assert.Equal("there are no children", (await health.RollUpAsync("dach", new(AsOf)))!.Reason);
        Assert.Null(await health.RollUpAsync("nobody", new(AsOf)));
    }

    [Fact]
    public async Task Revenue_is_that_of_the_subscriptions_and_lost_and_closed_children_are_seen()
    {
        var accounts = Family()
            .Add(new Subscription("1", "emea", "crm", Start) { AnnualRevenue = new(300, "EUR") }).Add(new Subscription("2", "apac", "crm", Start) { AnnualRevenue = new(100, "EUR") })
            .Add(new Customer("closed", Start) { ParentId = "acme" }).Add(new Customer("closed", Start.AddDays(9)) { ParentId = "acme", IsActive = false })
            .Add(new Customer("lost", Start) { ParentId = "acme" }).Add(new Outcome("lost", OutcomeKind.NonRenewal, Start.AddDays(9)));
        var health = Over(Signals(), accounts);
        var rollUp = (await health.RollUpAsync("acme", new(AsOf), new() { Method = RollUpMethod.ByRevenue }))!;

        Assert.Equal((80 * 0.75) + (50 * 0.25), rollUp.Value!.Value, 9);
        Assert.Equal(["closed", "lost"], rollUp.Lines.Where(l => l.State == RollUpState.LeftOut).Select(l => l.CustomerId));
    }

    [Fact]
    public async Task A_child_whose_sources_fail_is_missing_and_a_tree_that_cannot_be_read_is_a_failure()
    {
        var accounts = Family();
        var health = CustomerHealth.Of(new() { Customers = accounts, Signals = new Failing(Signals(), "apac") }, c => c.ScoredBy(Card()));
        var rollUp = (await health.RollUpAsync("acme", new(AsOf)))!;

        Assert.Equal((80, 0.5), (rollUp.Value, rollUp.Coverage));
        Assert.Contains("apac is down", Assert.Single(rollUp.Missing).Because, StringComparison.Ordinal);
        var blind = CustomerHealth.Of(new() { Customers = new WatchedCustomers("acme") }, c => c.ScoredBy(Card()));
        Assert.Contains("NotSupportedException", (await blind.RollUpAsync("acme", new(AsOf)))!.Reason, StringComparison.Ordinal);
        Assert.Contains("Give an ICustomerSource", (await CustomerHealth.Of(CustomerSources.InMemory(signals: Log((0, 1))), c => c.ScoredBy(Card())).RollUpAsync("acme", new(AsOf)))!.Reason, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await health.RollUpAsync("acme", new(AsOf), cancellationToken: new CancellationToken(canceled: true)));
        await Assert.ThrowsAsync<ArgumentException>(async () => await health.RollUpAsync("acme", new(AsOf), new() { PoorBands = [0.5] }));
    }

    private static AccountLog Family() => new AccountLog().Add(new Customer("acme", Start))
        .Add(new Customer("emea", Start) { ParentId = "acme" }).Add(new Customer("apac", Start) { ParentId = "acme" }).Add(new Customer("dach", Start) { ParentId = "emea" });

    private static SignalLog Signals()
    {
        var log = Log((0, 50));
        log.AppendAll([Of("emea", 0, 80), Of("apac", 0, 50), Of("dach", 0, 50), Of("lost", 0, 10)]);
        return log;
    }

    private static async Task<IEnumerable<string>> Ids(CustomerHealth health, DateTimeOffset asOf) => (await health.RollUpAsync("acme", new(asOf)))!.Lines.Select(l => l.CustomerId);

    private sealed class Failing(SignalLog log, string customer) : ISignalSource
    {
        public IAsyncEnumerable<Signal> ReadAsync(SignalQuery query, CancellationToken cancellationToken) =>
            query.CustomerIds.Contains(customer) ? throw new InvalidOperationException($"{customer} is down") : log.ReadAsync(query, cancellationToken);

        public ValueTask<SignalCoverage> CoverageAsync(string signal, CancellationToken cancellationToken) => log.CoverageAsync(signal, cancellationToken);
    }
}
