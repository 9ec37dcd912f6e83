using CustomerSuccess.Customers;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Customers;

public sealed class AccountFactsTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    [Fact]
    public void The_version_in_force_is_the_last_visible_and_there_is_such_a_customer_since_the_first()
    {
        var account = new AccountRecords
        {
            CustomerId = "acme",
            Versions = [new("acme", Day.AddDays(5)) { LifecycleStage = "live" }, new("acme", Day) { LifecycleStage = "trial" }, new("acme", Day.AddDays(9)) { IsActive = false, RecordedAt = Day.AddDays(30) }, new("acme", Day.AddDays(-50)) { RecordedAt = Day.AddDays(40) }],
        };

        Assert.Equal([null, "trial", "live", "live"], new[] { -1, 0, 5, 20 }.Select(d => account.At(Day.AddDays(d), Day.AddDays(d)).Version?.LifecycleStage));
        Assert.False(account.At(Day.AddDays(20), Day.AddDays(30)).Version!.IsActive);
        Assert.Equal((Day, Day.AddDays(-50)), (account.At(Day.AddDays(20), Day.AddDays(30)).Since, account.At(Day.AddDays(20), Day.AddDays(40)).Since));
        Assert.Null(account.At(Day.AddDays(-1), Day.AddDays(-1)).Since);
    }

    [Fact]
    public void Of_each_subscription_the_version_in_force_is_there_whether_it_runs_or_not()
    {
        var account = Of(
            new("b", "acme", "erp", Day.AddDays(30)) { EffectiveAt = Day },
            new("a", "acme", "crm", Day) { Seats = 10 },
            new("a", "acme", "crm", Day) { Seats = 20, EffectiveAt = Day.AddDays(5) },
            new("a", "acme", "crm", Day) { Seats = 30, EffectiveAt = Day.AddDays(5), RecordedAt = Day.AddDays(8) });

        Assert.Equal(["a 10", "b "], Said(0, 0));
        Assert.Equal(["a 20", "b "], Said(5, 7));
        Assert.Equal(["a 30", "b "], Said(5, 8));
        Assert.Null(new AccountRecords { CustomerId = "acme" }.At(Day, Day).Subscriptions);

        string[] Said(int asOf, int knownAt) => [.. account.At(Day.AddDays(asOf), Day.AddDays(knownAt)).Subscriptions!.Select(s => $"{s.Id} {s.Seats}")];
    }

    [Fact]
    public void Annual_revenue_is_the_sum_of_what_runs_in_one_currency_and_otherwise_unknown_with_the_reason()
    {
        Subscription Sold(string id, decimal amount, string currency = "EUR") => new(id, "acme", id, Day) { AnnualRevenue = new Money(amount, currency) };

        Assert.Equal("300 EUR", Of(Sold("a", 100), Sold("b", 200)).At(Day, Day).AnnualRevenue().ToString());
        Assert.Equal("100 EUR", Of(Sold("a", 100), Sold("b", 200, "USD") with { End = Day.AddDays(1) }).At(Day.AddDays(1), Day.AddDays(1)).AnnualRevenue().ToString());
        Assert.Equal("100 EUR", Of(Sold("a", 100), Sold("b", 200) with { AnnualRevenue = null, End = Day.AddDays(1) }).At(Day.AddDays(1), Day.AddDays(1)).AnnualRevenue().ToString());
        Assert.Equal("unknown (annual revenue: not given: it is in EUR and USD)", Of(Sold("b", 1, "USD"), Sold("a", 100)).At(Day, Day).AnnualRevenue().ToString());
        Assert.Equal("unknown (annual revenue: not given: subscription 'b' has no revenue)", Of(Sold("a", 1), Sold("b", 1) with { AnnualRevenue = null }).At(Day, Day).AnnualRevenue().ToString());
        Assert.Equal("unknown (annual revenue: not given: no subscription runs)", Of(Sold("a", 1)).At(Day.AddDays(-1), Day).AnnualRevenue().ToString());
        Assert.Equal("unknown (annual revenue: not given: no subscriptions are given)", new AccountRecords { CustomerId = "acme" }.At(Day, Day).AnnualRevenue().ToString());
    }

    [Fact]
    public void Below_are_those_that_stand_below_as_of_the_instant_at_any_depth()
    {
        var account = new AccountRecords
        {
            CustomerId = "hq",
            Below =
            [
                new("b", Day) { ParentId = "hq" }, new("c", Day) { ParentId = "b" }, new("d", Day) { ParentId = "c" }, new("e", Day.AddDays(3)) { ParentId = "hq" },
                new("c", Day.AddDays(5)) { ParentId = "elsewhere" }, new("stranger", Day) { ParentId = "elsewhere" }, new("b", Day.AddDays(9)) { ParentId = "hq", IsActive = false },
            ],
        };

        Assert.Equal([], account.At(Day.AddDays(-1), Day).Below);
        Assert.Equal(["b", "c", "d"], account.At(Day, Day).Below);
        Assert.Equal(["b", "c", "d", "e"], account.At(Day.AddDays(3), Day.AddDays(3)).Below);
        // With c goes d.
        Assert.Equal(["b", "e"], account.At(Day.AddDays(5), Day.AddDays(5)).Below);
        // One that is gone stands where it stood: what it did while it was there still counts in windows.
        Assert.Equal(["b", "e"], account.At(Day.AddDays(9), Day.AddDays(9)).Below);
    }

    [Fact]
    public void A_circle_ends_and_nobody_stands_below_itself()
    {
        Customer[] circle = [new("a", Day) { ParentId = "c" }, new("b", Day) { ParentId = "a" }, new("c", Day) { ParentId = "b" }, new("x", Day) { ParentId = "y" }, new("y", Day) { ParentId = "x" }];

        foreach (var id in (string[])["a", "b", "c"])
        {
            Assert.Equal(new[] { "a", "b", "c" }.Where(i => i != id), new AccountRecords { CustomerId = id, Below = circle }.At(Day, Day).Below);
        }
    }

    [Fact]
    public void A_trait_s_age_is_that_of_the_entry_in_force_and_its_name_is_ordinal()
    {
        var account = new AccountRecords { CustomerId = "acme", Traits = [new("acme", "plan", TraitValue.Of("free"), Day), new("acme", "plan", TraitValue.Of("pro"), Day.AddDays(4))] };

        Assert.Equal((TimeSpan.FromDays(3), "free"), (account.At(Day.AddDays(3), Day.AddDays(3)).Age("plan").Value, account.At(Day.AddDays(3), Day.AddDays(3)).Text("plan").Value));
        Assert.Equal((TimeSpan.FromDays(2), "pro"), (account.At(Day.AddDays(6), Day.AddDays(6)).Age("plan").Value, account.At(Day.AddDays(6), Day.AddDays(6)).Text("plan").Value));
        Assert.False(account.At(Day, Day).Trait("Plan").IsKnown);
        Assert.False(account.At(Day, Day).Age("Plan").IsKnown);
        Assert.Throws<ArgumentException>(() => account.At(Day, Day).Trait(" "));
    }

    private static AccountRecords Of(params Subscription[] subscriptions) => new() { CustomerId = "acme", Subscriptions = subscriptions };
}
