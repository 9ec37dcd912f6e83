using CustomerSuccess.Measurement;
using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Measurement;

public sealed class PortfolioVectorTests
{
    private static readonly PortfolioEntry[] Example =
    [
        new("A", Euros(50_000), new(.20, .60)),
        new("B", Euros(30_000), new(.50, .40)),
        new("C", Euros(20_000), new(.30, .30)) { IsLost = true },
    ];

    [Fact]
    [Requirement("MEA-2")]
    public void The_example_of_the_definition_is_11_points_and_would_be_21_without_the_customer_that_was_lost()
    {
        var vector = PortfolioVector.Of(Example);

        Assert.Equal(11, vector.Magnitude!.Value, 12);
        Assert.Equal((SuccessDirection.Forward, 1d, 3), (vector.Direction, vector.Coverage, vector.Customers));
        Assert.Equal([20, -3, -6], vector.Lines.Select(l => Math.Round(l.Contribution!.Value, 12)));
        Assert.Equal(21.25, PortfolioVector.Of(Example[..2]).Magnitude!.Value, 12);
        Assert.Equal(
            """
            forward: +11 points in 90 days, 100 % of revenue has a plan
              A   50000 EUR   50 %   from 20 to 60   +20.0
              B   30000 EUR   30 %   from 50 to 40    -3.0
              C   20000 EUR   20 %   from 30, lost    -6.0
            """.ReplaceLineEndings("\n"),
            vector.Explain());
    }

    [Fact]
    public void Customers_without_a_plan_are_coverage_and_not_zero()
    {
        var vector = PortfolioVector.Of([.. Example[..2], new("C", Euros(20_000), null)]);

        Assert.Equal(21.25, vector.Magnitude!.Value, 12);
        Assert.Equal(.8, vector.Coverage, 12);
        Assert.Equal(["C"], vector.WithoutPlan);
        Assert.EndsWith("no plan: C", vector.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_came_since_is_left_out_and_counted()
    {
        var vector = PortfolioVector.Of([.. Example, new("D", new Money(1, "USD"), new(0, 1)) { WasActive = false }, new("E", null, null) { WasActive = false, IsLost = true }]);

        Assert.Equal((PortfolioVector.Of(Example).Magnitude, 3, 1d), (vector.Magnitude, vector.Customers, vector.Coverage));
        Assert.Equal(["D", "E"], vector.LeftOut);
        Assert.Empty(vector.WithoutPlan);
        Assert.Empty(vector.UnknownRevenue);
    }

    [Fact]
    public void A_revenue_that_is_not_known_is_listed_and_lowers_the_coverage_like_an_average_customer_without_a_plan()
    {
        var vector = PortfolioVector.Of([.. Example, new("D", null, new(0, 1))]);

        Assert.Equal(11, vector.Magnitude!.Value, 12);
        Assert.Equal(.75, vector.Coverage, 12);
        Assert.Equal(["D"], vector.UnknownRevenue);
        Assert.DoesNotContain(vector.Lines, l => l.CustomerId == "D");
        Assert.EndsWith("revenue not known: D", vector.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Vectors_that_are_not_known_give_bounds_and_lines_that_sum_to_both()
    {
        var vector = PortfolioVector.Of([Example[0], new("B", Euros(50_000), new(ValueRange.Of(.5), new(.3, .6)))]);

        Assert.Null(vector.Magnitude);
        Assert.Equal((10d, 25d), (Math.Round(vector.Lower!.Value, 9), Math.Round(vector.Upper!.Value, 9)));
        Assert.Equal(vector.Lower.Value, vector.Lines.Sum(l => l.Lower), 9);
        Assert.Equal(vector.Upper.Value, vector.Lines.Sum(l => l.Upper), 9);
        Assert.Null(vector.Lines[1].Contribution);
        Assert.Equal("forward: between +10 and +25 points in 90 days, 100 % of revenue has a plan", vector.ToString());
        Assert.Contains("-10.0 to +5.0", vector.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_customers_that_were_lost_only_the_value_before_counts()
    {
        var vector = PortfolioVector.Of([new("A", Euros(1), new(ValueRange.Of(.4), ValueRange.Unknown)) { IsLost = true }, new("B", Euros(3), new(.8, 1)) { IsLost = true }]);

        Assert.Equal(-70, vector.Magnitude!.Value, 12);
        Assert.Equal(SuccessDirection.Backward, vector.Direction);
    }

    [Fact]
    public void A_customer_that_weighs_nothing_takes_no_figure_away()
    {
        var vector = PortfolioVector.Of([Example[0], new("free", Euros(0), new(ValueRange.Unknown, ValueRange.Unknown))]);

        Assert.Equal(40, vector.Magnitude!.Value, 12);
        Assert.Equal(0, vector.Lines[1].Share);
    }

    [Fact]
    public void Where_there_is_no_figure_it_says_why()
    {
        Assert.Equal("nobody was a customer then", Reason());
        Assert.Equal("nobody was a customer then", Reason(new PortfolioEntry("A", Euros(1), new(0, 1)) { WasActive = false }));
        Assert.Equal("the revenue of no customer is known", Reason(new PortfolioEntry("A", null, new(0, 1))));
        Assert.Equal("no customer has a plan", Reason(new PortfolioEntry("A", Euros(1), null)));
        Assert.Equal("the revenue of no customer with a plan is known", Reason(new("A", null, new(0, 1)), new("B", Euros(1), null)));
        Assert.Equal("the customers paid nothing", Reason(new PortfolioEntry("A", Euros(0), new(0, 1))));
        Assert.Equal("the customers with a plan paid nothing", Reason(new("A", Euros(0), new(0, 1)), new("B", Euros(1), null)));
        Assert.Equal(
            "the revenue is in EUR and USD: convert it into one currency at a rate that you state",
            Reason(new("A", new Money(1, "USD"), new(0, 1)), new("B", Euros(1), null)));
    }

    [Fact]
    public void A_portfolio_that_is_none_is_refused()
    {
        Assert.Contains("'A' is there twice", Assert.Throws<ArgumentException>(() => PortfolioVector.Of([Example[0], Example[0]])).Message, StringComparison.Ordinal);
        Assert.Contains("'A' is over 90 days, that of the portfolio over 30 days", Assert.Throws<ArgumentException>(() => PortfolioVector.Of(Example, new() { Window = TimeSpan.FromDays(30) })).Message, StringComparison.Ordinal);
        Assert.Contains("The revenue of 'A' is -1 EUR", Assert.Throws<ArgumentException>(() => new PortfolioEntry("A", Euros(-1), null)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PortfolioEntry(" ", null, null));
    }

    [Fact]
    public void Customers_are_compared_ordinally()
    {
        var vector = PortfolioVector.Of([new("b", Euros(1), new(0, 1)), new("B", Euros(1), new(0, 0)), new("a", Euros(2), null)]);

        Assert.Equal(["B", "b"], vector.Lines.Select(l => l.CustomerId));
        Assert.Equal((50, .5), (vector.Magnitude, vector.Coverage));
    }

    private static Money Euros(decimal amount) => new(amount, "EUR");

    private static string Reason(params PortfolioEntry[] entries)
    {
        var vector = PortfolioVector.Of(entries);
        Assert.Equal((null, null, null, SuccessDirection.CannotTell, 0d), (vector.Magnitude, vector.Lower, vector.Upper, vector.Direction, vector.Coverage));
        Assert.Empty(vector.Lines);
        Assert.StartsWith($"cannot tell: {vector.Reason}", vector.Explain(), StringComparison.Ordinal);
        return vector.Reason!;
    }
}
