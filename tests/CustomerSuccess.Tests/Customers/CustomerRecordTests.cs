using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Customers;

/// <summary>All that a customer has, from the records to the facts.</summary>
[Requirement("INS-1")]
public sealed class CustomerRecordTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    [Fact]
    public async Task A_customer_has_an_id_a_name_typed_traits_a_parent_a_stage_and_subscriptions()
    {
        var log = new AccountLog()
            .Add(new Customer("acme", Day) { Name = "Acme Ltd", ParentId = "holding", LifecycleStage = "onboarding" })
            .Add(new Trait("acme", "employees", TraitValue.Of(120), Day))
            .Add(new Trait("acme", "industry", TraitValue.Of("retail"), Day))
            .Add(new Trait("acme", "public", TraitValue.Of(true), Day))
            .Add(new Trait("acme", "go live", TraitValue.Of(Day.AddDays(90)), Day))
            .Add(new Trait("acme", "budget", TraitValue.Of(new Money(5_000, "EUR")), Day))
            .Add(new Trait("acme", "region", TraitValue.Null, Day))
            .Add(new Subscription("s1", "acme", "crm", Day)
            {
                Seats = 50,
                Entitlements = new Dictionary<string, double> { ["api calls"] = 10_000, ["storage"] = 2.5 },
                AnnualRevenue = new Money(12_000, "EUR"),
                RenewsAt = Day.AddYears(1),
                TermMonths = 12,
                End = Day.AddYears(3),
            });
        var facts = await FactsAsync(log);
        var account = facts.Account;

        Assert.Equal("Acme Ltd (acme)", account.Version!.ToString());
        Assert.Equal(("holding", "onboarding", true, Day), (account.Version.ParentId, account.Version.LifecycleStage, account.Version.IsActive, account.Since!.Value));
        Assert.Equal((120, "retail", true, Day.AddDays(90), new Money(5_000, "EUR")), (account.Number("employees").Value, account.Text("industry").Value, account.Flag("public").Value, account.Instant("go live").Value, account.Amount("budget").Value));
        Assert.Equal(TraitValue.Null, account.Trait("region").Value);
        var subscription = Assert.Single(account.Subscriptions!);
        Assert.Equal(("crm", 50, 12, Day, Day.AddYears(1), Day.AddYears(3)), (subscription.Product, subscription.Seats, subscription.TermMonths, subscription.Start, subscription.RenewsAt!.Value, subscription.End!.Value));
        Assert.Equal((10_000, 2.5), (subscription.Entitlements["api calls"], subscription.Entitlements["storage"]));
        Assert.Equal(new Money(12_000, "EUR"), account.AnnualRevenue().Value);
    }

    [Fact]
    public async Task A_trait_that_was_never_supplied_is_unknown_and_one_supplied_as_null_is_a_value()
    {
        var account = (await FactsAsync(new AccountLog().Add(new Trait("acme", "region", TraitValue.Null, Day)))).Account;

        Assert.Equal(("region", UnknownKind.NotGiven, "known to be null"), Cause(account.Text("region")));
        Assert.True(account.Trait("region").IsKnown);
        Assert.Equal(("plan", UnknownKind.NotGiven, null), Cause(account.Text("plan")));
        Assert.False(account.Trait("plan").IsKnown);
        // Known to be null as of then, pro later.
        var later = await FactsAsync(new AccountLog().Add(new Trait("acme", "region", TraitValue.Of("north"), Day)).Add(new Trait("acme", "region", TraitValue.Null, Day.AddDays(1))), Day.AddDays(2));
        Assert.Equal(TraitValue.Null, later.Account.Trait("region").Value);
        Assert.Equal(TimeSpan.FromDays(1), later.Account.Age("region").Value);
    }

    [Fact]
    public async Task A_trait_of_another_kind_is_unknown_and_says_so()
    {
        var account = (await FactsAsync(new AccountLog().Add(new Trait("acme", "employees", TraitValue.Of("many"), Day)))).Account;

        Assert.Equal(("employees", UnknownKind.NotGiven, "it is Text, not Number"), Cause(account.Number("employees")));
        Assert.False(account.Flag("employees").IsKnown || account.Instant("employees").IsKnown || account.Amount("employees").IsKnown);
    }

    private static (string, UnknownKind, string?) Cause<T>(Reading<T> reading) => Assert.Single(reading.Causes) is var cause ? (cause.Subject, cause.Kind, cause.Detail) : default;

    private static async Task<CustomerFacts> FactsAsync(AccountLog log, DateTimeOffset? asOf = null) =>
        Assert.Single(await new CustomerObserver(CustomerSources.InMemory(log), [], false).ReadAsync(new() { CustomerIds = ["acme"], AsOf = asOf ?? Day }, CancellationToken.None)).At(asOf ?? Day, asOf ?? Day);
}
