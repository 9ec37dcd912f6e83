using System.Globalization;

namespace CustomerSuccess.Tests.Foundation;

public sealed class IntervalTests
{
    [Theory]
    [InlineData("[0, 50)", 0, true, 50, false)]
    [InlineData("(50, 75]", 50, false, 75, true)]
    [InlineData("[75, inf)", 75, true, double.PositiveInfinity, false)]
    [InlineData("(-inf, 0.5]", double.NegativeInfinity, false, 0.5, true)]
    [InlineData("(-inf, inf)", double.NegativeInfinity, false, double.PositiveInfinity, false)]
    [InlineData("[5, 5]", 5, true, 5, true)]
    [InlineData("[-1.5, 1E-07]", -1.5, true, 1e-7, true)]
    public void A_range_is_written_and_read_as_mathematicians_do(string text, double lower, bool lowerIncluded, double upper, bool upperIncluded)
    {
        var range = Interval.Parse(text);

        Assert.Equal((lower, lowerIncluded, upper, upperIncluded), (range.Lower, range.LowerIncluded, range.Upper, range.UpperIncluded));
        Assert.Equal(text, range.ToString());
        Assert.Equal(range, Interval.Parse(range.ToString()));
    }

    [Theory]
    [InlineData("  [ 0 ,50 )  ", "[0, 50)")]
    [InlineData("[75, ∞)", "[75, inf)")]
    [InlineData("(-∞, 3)", "(-inf, 3)")]
    [InlineData("[75, INF]", "[75, inf)")]
    public void Spaces_and_signs_of_infinity_are_understood(string text, string expected) => Assert.Equal(expected, Interval.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("0, 50")]
    [InlineData("[0 50)")]
    [InlineData("[50, 0]")]
    [InlineData("[5, 5)")]
    [InlineData("(5, 5]")]
    [InlineData("[inf, inf]")]
    [InlineData("(inf, inf)")]
    [InlineData("[NaN, 5]")]
    [InlineData("[Infinity, 5]")]
    [InlineData("[0, 1,5]")]
    [InlineData("[a, b]")]
    public void What_is_no_range_is_not_read(string text)
    {
        Assert.False(Interval.TryParse(text, out var none));
        Assert.Null(none);
        Assert.Equal($"'{text}' is not a range. Write it as [0, 50) or (50, inf), the smaller end first.", Assert.Throws<FormatException>(() => Interval.Parse(text)).Message);
    }

    [Fact]
    public void A_range_holds_at_least_one_number()
    {
        Assert.Throws<ArgumentException>(() => Interval.Closed(2, 1));
        Assert.Throws<ArgumentException>(() => Interval.Open(1, 1));
        Assert.Throws<ArgumentException>(() => Interval.ClosedOpen(1, 1));
        Assert.Throws<ArgumentException>(() => Interval.Closed(double.NaN, 1));
        Assert.Throws<ArgumentException>(() => Interval.Closed(double.PositiveInfinity, double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => Interval.MoreThan(double.PositiveInfinity));
    }

    [Fact]
    public void Every_kind_of_end_has_a_word()
    {
        Assert.Equal("[1, 2]", Interval.Closed(1, 2).ToString());
        Assert.Equal("[1, 2)", Interval.ClosedOpen(1, 2).ToString());
        Assert.Equal("(1, 2]", Interval.OpenClosed(1, 2).ToString());
        Assert.Equal("(1, 2)", Interval.Open(1, 2).ToString());
        Assert.Equal("[1, inf)", Interval.AtLeast(1).ToString());
        Assert.Equal("(1, inf)", Interval.MoreThan(1).ToString());
        Assert.Equal("(-inf, 1]", Interval.AtMost(1).ToString());
        Assert.Equal("(-inf, 1)", Interval.LessThan(1).ToString());
    }

    [Fact]
    public void Texts_do_not_depend_on_the_culture() =>
        Culture.Run("tr-TR", () =>
        {
            Assert.Equal("[0.5, inf)", Interval.Parse("[0.5, INF)").ToString());
            Assert.Equal(",", CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator);
        });
}
