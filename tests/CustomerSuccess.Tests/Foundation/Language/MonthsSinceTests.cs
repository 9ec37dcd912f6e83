using CustomerSuccess.Composition;

namespace CustomerSuccess.Tests.Foundation;

public sealed class MonthsSinceTests
{
    private static readonly Language<(DateTimeOffset Now, DateTimeOffset Since)> Words = CustomerSuccess.Language.For<(DateTimeOffset Now, DateTimeOffset Since)>()
        .Instant("now", r => r.Now, "1").Instant("start", r => r.Since, "1").Build();

    [Theory]
    [InlineData("2026-01-31T00:00:00Z", "2026-02-27T23:59:59Z", 0)]
    [InlineData("2026-01-31T00:00:00Z", "2026-02-28T00:00:00Z", 1)]
    [InlineData("2024-01-31T00:00:00Z", "2024-02-28T00:00:00Z", 0)]
    [InlineData("2024-01-31T00:00:00Z", "2024-02-29T00:00:00Z", 1)]
    [InlineData("2026-01-15T10:00:00Z", "2026-03-15T09:59:59Z", 1)]
    [InlineData("2026-01-15T10:00:00Z", "2027-01-15T10:00:00Z", 12)]
    [InlineData("2026-01-15T10:00:00Z", "2026-01-15T10:00:00Z", 0)]
    [InlineData("2026-01-15T10:00:00Z", "2026-01-15T09:00:00Z", -1)]
    [InlineData("0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z", 119987)]
    public void Completed_months_of_the_calendar_are_counted(string since, string now, int months)
    {
        var row = (DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(months, Words.Number("monthsSince(start, 'UTC')").Read(row).Value);
        Assert.Equal(months, Words.Number("monthsSince(now, start, 'UTC')").Read(row).Value);
    }

    [Fact]
    public void The_calendar_is_that_of_the_zone()
    {
        // In Auckland it is the 1st already, and was the 1st.
        var row = (new DateTimeOffset(2026, 4, 30, 12, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 31, 11, 30, 0, TimeSpan.Zero));

        Assert.Equal(1, Words.Number("monthsSince(start, 'Pacific/Auckland')").Read(row).Value);
        Assert.Equal(0, Words.Number("monthsSince(start, 'UTC')").Read((row.Item1.AddHours(-2), row.Item2)).Value);
        Assert.False(Words.Number("monthsSince(start, 'Mars/Base')").Read(row).IsKnown);
    }

    [Fact]
    public void What_is_left_out_is_now_and_the_canonical_text_says_so()
    {
        Assert.Equal("monthsSince(now, customer.since, \"UTC\")", CustomerExpressions.Declare().Build().Number("monthsSince(customer.since, 'UTC')").ToString());
        var exception = Assert.Throws<ConfigurationException>(() => CustomerSuccess.Language.For<DateTimeOffset>().Instant("start", r => r).Build().Number("monthsSince(start, 'UTC')"));
        Assert.Contains("now", exception.Message, StringComparison.Ordinal);
    }
}
