using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Health.OverTime;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Proof.Profiles;

public sealed class ProfileSourceTests
{
    private static readonly DateTimeOffset Start = Usage.Start;

    [Fact]
    [Requirement("SEG-8")]
    public async Task Traits_are_those_of_the_start_and_a_customer_is_decided_once_its_horizon_is_over()
    {
        var accounts = new AccountLog();
        foreach (var (id, day) in new[] { ("left", 0), ("stayed", 0), ("young", 300), ("late leaver", 0), ("unwilling", 0), ("young leaver", 300), ("to come", 999) })
        {
            accounts.Add(new Customer(id, Start.AddDays(day))).Add(new Trait(id, "plan", TraitValue.Of("free"), Start.AddDays(day))).Add(new Trait(id, "plan", TraitValue.Of("pro"), Start.AddDays(day + 10)));
        }

        accounts.Add(new Outcome("left", OutcomeKind.NonRenewal, Start.AddDays(100))).Add(new Outcome("late leaver", OutcomeKind.NonRenewal, Start.AddDays(370)))
            .Add(new Outcome("unwilling", OutcomeKind.InvoluntaryLoss, Start.AddDays(100))).Add(new Outcome("young leaver", OutcomeKind.NonRenewal, Start.AddDays(310)));
        var read = await Usage.All(Source().ReadAsync(CustomerSources.InMemory(accounts)));

        Assert.Equal(
            [("late leaver", CustomerFate.Retained), ("left", CustomerFate.Churned), ("stayed", CustomerFate.Retained), ("unwilling", CustomerFate.Undecided), ("young", CustomerFate.Undecided), ("young leaver", CustomerFate.Undecided)],
            read.Select(c => (c.CustomerId, c.Fate)));
        Assert.All(read, c => Assert.Equal("free", c.Traits["plan"].AsText()));
        Assert.All(await Usage.All(Source(within: 10).ReadAsync(CustomerSources.InMemory(accounts))), c => Assert.Equal("pro", c.Traits["plan"].AsText()));
    }

    [Fact]
    public async Task What_was_recorded_after_the_start_is_not_known()
    {
        var accounts = new AccountLog().Add(new Customer("acme", Start)).Add(new Trait("acme", "plan", TraitValue.Of("free"), Start) { RecordedAt = Start.AddDays(5) });

        Assert.Empty(Assert.Single(await Usage.All(Source().ReadAsync(CustomerSources.InMemory(accounts)))).Traits);
        Assert.Single(Assert.Single(await Usage.All(Source(within: 5).ReadAsync(CustomerSources.InMemory(accounts)))).Traits);
    }

    [Fact]
    public async Task More_customers_than_one_batch_are_read_and_facts_may_be_given_instead()
    {
        var accounts = Enumerable.Range(0, 600).Aggregate(new AccountLog(), (log, i) => log.Add(new Customer($"{i:000}", Start)));
        Assert.Equal(600, (await Usage.All(Source().ReadAsync(CustomerSources.InMemory(accounts)))).Count);

        var records = new AccountRecords { CustomerId = "acme", Traits = [new Trait("acme", "plan", TraitValue.Of("free"), Start), new Trait("acme", "other", TraitValue.Of(1), Start)] };
        var profiled = ProfiledCustomer.Of(new CustomerFacts("acme", Start).With(records.At(Start, Start)), ["plan", "plan", "absent"], CustomerFate.Churned);
        Assert.Equal(("acme", CustomerFate.Churned, "free"), (profiled.CustomerId, profiled.Fate, Assert.Single(profiled.Traits).Value.AsText()));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Usage.All(Source().ReadAsync(new())));
        Assert.Throws<ArgumentException>(() => new ProfileSource { Traits = [], AsOf = Start });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProfileSource { Traits = ["a"], AsOf = Start, Horizon = TimeSpan.FromHours(1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProfileSource { Traits = ["a"], AsOf = Start, TraitsWithin = TimeSpan.FromDays(-1) });
    }

    private static ProfileSource Source(int within = 0) => new() { Traits = ["plan"], AsOf = Start.AddDays(500), TraitsWithin = TimeSpan.FromDays(within) };
}
