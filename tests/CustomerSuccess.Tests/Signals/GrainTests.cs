using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

/// <summary>Measures of users, of products, of accounts and of account trees.</summary>
[Requirement("INS-4")]
public sealed class GrainTests
{
    private static readonly DateTimeOffset Start = At("2026-01-01");
    private static readonly SignalMeasure Logins = SignalMeasure.Count("login").InLast(28);

    [Fact]
    public async Task Of_each_user_that_was_ever_seen_also_of_one_with_nothing_in_the_window()
    {
        var facts = await FactsAsync("hq", 40);

        // Bob was last seen on day 5: in the window of 28 days that is 0, and not nothing.
        Assert.Equal(["ann: 2", "bob: 0", "cat: 1"], facts.ReadBy(Logins, Grain.User).Select(r => r.ToString()));
        Assert.Equal(["ann: 5", "bob: 35", "cat: 1"], facts.ReadBy(SignalMeasure.DaysSince("login"), Grain.User).Select(r => r.ToString()));
        Assert.Empty(facts.ReadBy(SignalMeasure.Count("ticket"), Grain.User));
    }

    [Fact]
    public async Task Of_each_product() =>
        Assert.Equal(["crm: 1", "erp: 2"], (await FactsAsync("hq", 40)).ReadBy(Logins, Grain.Product).Select(r => r.ToString()));

    [Fact]
    public async Task Of_one_user_on_one_product() =>
        Assert.Equal(1, (await FactsAsync("hq", 40)).Read(Logins.By("ann").On("erp")).Value);

    [Fact]
    public async Task Of_the_account_and_of_the_tree_there_is_one_under_the_customer_s_id()
    {
        var facts = await FactsAsync("hq", 40);

        Assert.Equal("hq: 3", Assert.Single(facts.ReadBy(Logins, Grain.Account)).ToString());
        Assert.Equal("hq: 6", Assert.Single(facts.ReadBy(Logins, Grain.AccountTree)).ToString());
        Assert.Equal((3d, 6d), (facts.Read(Logins).Value, facts.Read(Logins.AcrossTree()).Value));
    }

    [Fact]
    public async Task Of_each_user_across_the_tree_and_one_person_in_two_accounts_is_one()
    {
        var facts = await FactsAsync("hq", 40);

        Assert.Equal(["ann: 3", "bob: 0", "cat: 1", "dan: 2"], facts.ReadBy(Logins.AcrossTree(), Grain.User).Select(r => r.ToString()));
        Assert.Equal((2d, 3d), (facts.Read(SignalMeasure.DistinctActors("login").InLast(28)).Value, facts.Read(SignalMeasure.DistinctActors("login").InLast(28).AcrossTree()).Value));
    }

    [Fact]
    public async Task The_tree_is_that_of_the_instant_as_known_then()
    {
        // The lab moves out from under the branch on day 50, which becomes known on day 60.
        Assert.Equal([4d, 4, 3], new[] { (45, 45), (55, 55), (55, 60) }.Select(i => FactsAsync("hq", i.Item1, i.Item2).GetAwaiter().GetResult().Read(SignalMeasure.Count("login").InLast(28).AcrossTree()).Value));
        Assert.Equal(1, (await FactsAsync("lab", 40)).Read(Logins.AcrossTree()).Value);
    }

    [Fact]
    public async Task A_circle_of_parents_ends()
    {
        var accounts = new AccountLog()
            .Add(new Customer("a", Start) { ParentId = "c" }).Add(new Customer("b", Start) { ParentId = "a" }).Add(new Customer("c", Start) { ParentId = "b" });
        var log = new SignalLog();
        log.AppendAll([new("a", "login", Start), new("b", "login", Start), new("c", "login", Start)]);

        foreach (var id in (string[])["a", "b", "c"])
        {
            Assert.Equal(3, (await Health(accounts, log).FactsAsync(id, new(Start)))!.Signals.Read(Logins.AcrossTree()).Value);
        }
    }

    [Fact]
    public async Task A_tree_that_nobody_read_is_unknown_and_not_the_account_alone()
    {
        var (accounts, log) = Made();
        var health = CustomerHealth.Of(CustomerSources.InMemory(accounts, log), c => c.ScoredBy(Scorecard.For<CustomerFacts>("default")
            .Measure("logins", Logins, m => m.MoreIsBetter().Linear(0, 10))
            .Measure("of the tree", f => f.Signals.Read(Logins.AcrossTree()).IsKnown ? 1 : null, m => m.MoreIsBetter().Linear(0, 1).Redistribute())
            .Build()));
        var reading = (await health.FactsAsync("hq", new(Start.AddDays(40))))!.Signals.Read(Logins.AcrossTree());

        Assert.Equal(UnknownKind.Incomplete, Assert.Single(reading.Causes).Kind);
        Assert.Contains("account trees", reading.Causes[0].Detail, StringComparison.Ordinal);
    }

    private static async Task<SignalFacts> FactsAsync(string customer, int asOf, int? knownAt = null)
    {
        var (accounts, log) = Made();
        return (await Health(accounts, log).FactsAsync(customer, new(Start.AddDays(asOf), Start.AddDays(knownAt ?? asOf))))!.Signals;
    }

    private static (AccountLog, SignalLog) Made()
    {
        var accounts = new AccountLog()
            .Add(new Customer("hq", Start))
            .Add(new Customer("branch", Start) { ParentId = "hq" })
            .Add(new Customer("lab", Start) { ParentId = "branch" })
            .Add(new Customer("lab", Start.AddDays(50)) { RecordedAt = Start.AddDays(60) })
            .Add(new Customer("stranger", Start));
        var log = new SignalLog();
        log.AppendAll(
        [
            new("hq", "login", Start.AddDays(5)) { Actor = "bob", Product = "crm" },
            new("hq", "login", Start.AddDays(30)) { Actor = "ann", Product = "crm" },
            new("hq", "login", Start.AddDays(35)) { Actor = "ann", Product = "erp" },
            new("hq", "login", Start.AddDays(39)) { Actor = "cat", Product = "erp" },
            new("branch", "login", Start.AddDays(15)) { Actor = "ann" },
            new("branch", "login", Start.AddDays(16)) { Actor = "dan" },
            new("lab", "login", Start.AddDays(33)) { Actor = "dan" },
            new("stranger", "login", Start.AddDays(33)) { Actor = "eve" },
        ]);
        return (accounts, log);
    }

    private static CustomerHealth Health(AccountLog accounts, SignalLog log) => CustomerHealth.Of(CustomerSources.InMemory(accounts, log), c => c
        .Signal("across the tree", Logins.AcrossTree())
        .ScoredBy(Scorecard.For<CustomerFacts>("default").Measure("logins", Logins, m => m.MoreIsBetter().Linear(0, 10)).Build()));
}
