using CustomerSuccess.Customers;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Customers;

public sealed class SubscriptionTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");
    private static readonly Subscription Crm = new("s1", "acme", "crm", Day);

    [Fact]
    public void It_runs_from_its_start_included_to_its_end_excluded()
    {
        var month = Crm with { End = Day.AddMonths(1) };

        Assert.Equal([false, true, true, false], new[] { Day.AddTicks(-1), Day, Day.AddMonths(1).AddTicks(-1), Day.AddMonths(1) }.Select(month.IsRunning));
        Assert.True(Crm.IsRunning(DateTimeOffset.MaxValue));
        Assert.False((Crm with { End = Day }).IsRunning(Day));
    }

    [Fact]
    public void A_contract_that_is_signed_today_and_starts_next_month_holds_from_today()
    {
        var signed = Crm with { EffectiveAt = Day.AddMonths(-1) };

        Assert.Equal((Day.AddMonths(-1), Day.AddMonths(-1), Day), (signed.EffectiveAt, signed.RecordedAt, signed.Start));
        Assert.Equal((Day, Day), (Crm.EffectiveAt, Crm.RecordedAt));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Crm with { End = Day.AddTicks(-1) });
        Assert.Contains("renews before it starts", Assert.Throws<ArgumentException>(() => Crm with { RenewsAt = Day.AddDays(-1) }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Crm with { TermMonths = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Crm with { Seats = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Crm with { Seats = double.NaN });
        Assert.Contains("api calls", Assert.Throws<ArgumentOutOfRangeException>(() => Crm with { Entitlements = new Dictionary<string, double> { ["api calls"] = double.PositiveInfinity } }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Subscription("", "acme", "crm", Day));
        Assert.Throws<ArgumentException>(() => new Subscription("s", " ", "crm", Day));
        Assert.Throws<ArgumentException>(() => new Subscription("s", "acme", "", Day));
    }

    [Fact]
    public void Entitlements_are_its_own()
    {
        var given = new Dictionary<string, double> { ["seats"] = 3 };
        var subscription = Crm with { Entitlements = given };
        given["seats"] = 4;

        Assert.Equal(3, subscription.Entitlements["seats"]);
        Assert.Throws<NotSupportedException>(() => ((IDictionary<string, double>)subscription.Entitlements)["seats"] = 5);
        Assert.Empty(Crm.Entitlements);
    }

    [Fact]
    public void Two_versions_that_say_the_same_are_equal_entitlements_included()
    {
        Subscription Made(params (string, double)[] entitlements) => new("s1", "acme", "crm", Day)
        {
            Entitlements = entitlements.ToDictionary(e => e.Item1, e => e.Item2), AnnualRevenue = new Money(1.0m, "EUR"), EffectiveAt = Day, RecordedAt = Day, End = Day.AddDays(9),
        };
        var one = Made(("a", 1), ("b", 2));

        Assert.Equal(new Subscription("s1", "acme", "crm", Day), Crm);
        Assert.Equal(one, Made(("b", 2), ("a", 1)));
        Assert.Equal(one, one with { AnnualRevenue = new Money(1.00m, "EUR"), RecordedAt = Day });
        Assert.Equal(one.GetHashCode(), Made(("b", 2), ("a", 1)).GetHashCode());
        Subscription[] others = [Made(("a", 1)), Made(("a", 2), ("b", 1)), one with { Seats = 0 }, one with { End = null }, one with { AnnualRevenue = new Money(1, "USD") }, one with { RenewsAt = Day.AddDays(9) }, one with { TermMonths = 1 }, one with { RecordedAt = Day.AddDays(1) }, one with { EffectiveAt = Day.AddDays(-1), RecordedAt = Day }];
        Assert.All(others, o => Assert.NotEqual(one, o));
    }
}
