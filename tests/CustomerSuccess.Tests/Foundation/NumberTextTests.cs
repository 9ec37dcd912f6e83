namespace CustomerSuccess.Tests.Foundation;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, null, "0")]
    [InlineData(0.62, null, "0.62")]
    [InlineData(0.000123456, null, "0.0001235")]
    [InlineData(1234.5678, null, "1234.57")]
    [InlineData(-3, "days", "-3 days")]
    [InlineData(62.5, "%", "62.5 %")]
    [InlineData(1e20, null, "1E+20")]
    public void Numbers_have_two_decimals_or_four_digits(double number, string? unit, string expected) => Assert.Equal(expected, NumberText.Of(number, unit));
}
