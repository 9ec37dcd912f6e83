namespace CustomerSuccess.Tests.Foundation;

public sealed class MoneyTests
{
    private static readonly Money Euros = new(10.50m, "EUR");

    [Fact]
    public void Amounts_of_one_currency_add_up()
    {
        Assert.Equal(new Money(13m, "EUR"), Euros + new Money(2.5m, "EUR"));
        Assert.Equal(new Money(8m, "EUR"), Euros - new Money(2.5m, "EUR"));
        Assert.Equal(Euros + Euros, Money.Add(Euros, Euros));
        Assert.Equal(new Money(0, "EUR"), Money.Subtract(Euros, Euros));
        Assert.Equal(new Money(31.5m, "EUR"), Money.Sum([Euros, Euros, Euros]));
        // In binary this would be 0.30000000000000004.
        Assert.Equal("0.3 EUR", (new Money(0.1m, "EUR") + new Money(0.2m, "EUR")).ToString());
    }

    [Fact]
    public void Currencies_are_never_mixed_silently()
    {
        var dollars = new Money(1, "USD");

        Assert.Contains("different currencies", Assert.Throws<InvalidOperationException>(() => Euros + dollars).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Euros - dollars);
        Assert.Throws<InvalidOperationException>(() => Money.Sum([Euros, Euros, dollars]));
        Assert.Throws<InvalidOperationException>(() => Euros + default(Money));
        Assert.NotEqual(new Money(1, "EUR"), dollars);
    }

    [Fact]
    public void The_sum_of_nothing_is_nothing_and_in_no_currency() =>
        Assert.Null(Money.Sum([]));

    [Theory]
    [InlineData("")]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("E R")]
    [InlineData("€UR")]
    [InlineData("ÄÖÜ")]
    public void A_currency_is_three_upper_case_letters(string currency) =>
        Assert.Contains("ISO 4217", Assert.Throws<ArgumentException>(() => new Money(1, currency)).Message, StringComparison.Ordinal);

    [Fact]
    public void Equality_is_that_of_amount_and_currency_not_of_digits()
    {
        Assert.Equal(new Money(10.5m, "EUR"), Euros);
        Assert.Equal(new Money(10.5m, "EUR").GetHashCode(), Euros.GetHashCode());
        Assert.Equal(default, new Money(0, "XXX"));
        Assert.Equal(default(Money).GetHashCode(), new Money(0, "XXX").GetHashCode());
        Assert.Equal("XXX", default(Money).Currency);
    }

    [Fact]
    public void The_text_is_the_same_in_every_culture() =>
        Culture.Run("de-DE", () => Assert.Equal("10.50 EUR", Euros.ToString()));
}
