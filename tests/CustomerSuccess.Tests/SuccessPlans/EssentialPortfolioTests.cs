using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.SuccessPlans;

public sealed class EssentialPortfolioTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    [Requirement("SEG-7")]
    public void Between_two_dates_each_customer_and_a_matrix_say_how_classes_and_means_moved()
    {
        var drift = EssentialDrift.Between(
            [Of("b", 2), Of("a", 2), Of("c", 1), Of("d", null), Of("left", 0)],
            [Of("a", 2), Of("b", 0), Of("c", 2), Of("d", 1), Of("new", 1)]);

        Assert.Equal(["a", "b", "c", "d"], drift.Moves.Select(m => m.CustomerId));
        Assert.Equal([0, -2, 1, null], drift.Moves.Select(m => m.Classes));
        Assert.Equal([0, -2, 1, null], drift.Moves.Select(m => m.Mean));
        Assert.Equal(["new"], drift.Came);
        Assert.Equal(["left"], drift.Gone);
        Assert.Equal((1, 1, 1, 0), (drift.Count(EssentialClass.Essential, EssentialClass.Essential), drift.Count(EssentialClass.Essential, EssentialClass.NoLongerNeeded), drift.Count(EssentialClass.Unknown, EssentialClass.NiceToHave), drift.Count(EssentialClass.NoLongerNeeded, EssentialClass.Essential)));
        Assert.Equal(["b"], drift.Fallen.Select(m => m.CustomerId));
        Assert.Equal(["c"], drift.Risen.Select(m => m.CustomerId));
        Assert.Equal(
            """
            of 4 on both dates 1 fell, 1 rose; 1 came, 1 are gone
              before ↓ after →   essential   nice to have   no longer needed   unknown
              essential                  1              0                  1         0
              nice to have               1              0                  0         0
              no longer needed           0              0                  0         0
              unknown                    0              1                  0         0
            b: essential → no longer needed, mean -2
            c: nice to have → essential, mean +1
            d: unknown → nice to have
            """.ReplaceLineEndings("\n"),
            drift.Explain());
    }

    [Fact]
    [Requirement("SEG-7")]
    public void Shares_are_by_count_and_by_revenue_and_the_unknown_class_has_its_own_row()
    {
        var shares = EssentialShares.Of([Of("a", 2, 600), Of("b", 1, 300), Of("c", 1, null), Of("d", null, 100)]);

        Assert.Equal([EssentialClass.Essential, EssentialClass.NiceToHave, EssentialClass.NoLongerNeeded, EssentialClass.Unknown], shares.Rows.Select(r => r.Class));
        Assert.Equal([.25, .5, 0, .25], shares.Rows.Select(r => r.CountShare!.Value));
        Assert.Equal([.6, .3, 0, .1], shares.Rows.Select(r => r.RevenueShare!.Value));
        Assert.Equal(["c"], shares.UnknownRevenue);
        Assert.Equal(new Money(300, "EUR"), shares[EssentialClass.NiceToHave].Revenue);
        Assert.Equal(
            """
            class, customers, revenue
              essential          1   25 %   600 EUR   60 %
              nice to have       2   50 %   300 EUR   30 %
              no longer needed   0    0 %     0 EUR    0 %
              unknown            1   25 %   100 EUR   10 %
            revenue not known: c
            """.ReplaceLineEndings("\n"),
            shares.Explain());
    }

    [Fact]
    public void Where_there_are_no_shares_by_revenue_it_says_why_and_currencies_are_never_mixed()
    {
        var mixed = EssentialShares.Of([Of("a", 2, 600), new("b", Of("b", 1).Finding, new Money(1, "USD"))]);

        Assert.Equal("the revenue is in EUR and USD: convert it into one currency at a rate that you state", mixed.Reason);
        Assert.All(mixed.Rows, r => Assert.Equal((null, null), (r.Revenue, r.RevenueShare)));
        Assert.Equal(.5, mixed[EssentialClass.Essential].CountShare);
        Assert.Equal("there are no customers", EssentialShares.Of([]).Reason);
        Assert.Null(EssentialShares.Of([]).Rows[0].CountShare);
        Assert.Equal("the revenue of no customer is known", EssentialShares.Of([Of("a", 2)]).Reason);
        Assert.Equal("the customers pay nothing", EssentialShares.Of([Of("a", 2, 0)]).Reason);
    }

    [Fact]
    public void Customers_that_are_there_twice_or_pay_less_than_nothing_are_refused()
    {
        Assert.Contains("'a' is there twice", Assert.Throws<ArgumentException>(() => EssentialShares.Of([Of("a", 2), Of("a", 1)])).Message, StringComparison.Ordinal);
        Assert.Equal("after", Assert.Throws<ArgumentException>(() => EssentialDrift.Between([], [Of("a", 2), Of("a", 1)])).ParamName);
        Assert.Throws<ArgumentException>(() => Of("a", 2, -1));
        Assert.Empty(EssentialDrift.Between([], []).Moves);
    }

    private static EssentialCustomer Of(string id, int? vote, decimal? revenue = null) => new(
        id,
        Essential.Of(vote is { } value ? [new(EssentialVoter.Csm, value, AsOf)] : [], AsOf),
        revenue is { } amount ? new Money(amount, "EUR") : null);
}
