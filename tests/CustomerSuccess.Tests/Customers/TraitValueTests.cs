using CustomerSuccess.Customers;
using CustomerSuccess.Tests.Foundation;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Customers;

public sealed class TraitValueTests
{
    private static readonly TraitValue[] All =
    [
        TraitValue.Of(1.5), TraitValue.Of("pro"), TraitValue.Of(true), TraitValue.Of(At("2026-03-02T01:00+01:00")), TraitValue.Of(new Money(3, "EUR")), TraitValue.Null,
    ];

    [Fact]
    public void Each_kind_gives_its_value_and_its_text()
    {
        Assert.Equal([TraitKind.Number, TraitKind.Text, TraitKind.Flag, TraitKind.Instant, TraitKind.Money, TraitKind.Null], All.Select(v => v.Kind));
        Assert.Equal((1.5, "pro", true, At("2026-03-02"), new Money(3, "EUR")), (All[0].AsNumber(), All[1].AsText(), All[2].AsFlag(), All[3].AsInstant(), All[4].AsMoney()));
        Culture.Run("de-DE", () => Assert.Equal(["1.5", "pro", "yes", "2026-03-02T00:00:00Z", "3 EUR", "null"], All.Select(v => v.ToString())));
        Assert.Equal("no", TraitValue.Of(false).ToString());
    }

    [Fact]
    public void Read_as_another_kind_it_throws_and_says_what_it_is()
    {
        Action<TraitValue>[] readers = [v => v.AsNumber(), v => v.AsText(), v => v.AsFlag(), v => v.AsInstant(), v => v.AsMoney()];
        for (var value = 0; value < All.Length; value++)
        {
            for (var reader = 0; reader < readers.Length; reader++)
            {
                if (value != reader)
                {
                    Assert.Contains($"is {All[value].Kind}", Assert.Throws<InvalidOperationException>(() => readers[reader](All[value])).Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Null_is_a_value_and_a_text_that_is_null_is_it()
    {
        Assert.Equal(TraitValue.Null, TraitValue.Of((string?)null));
        Assert.NotEqual(TraitValue.Null, TraitValue.Of("null"));
        Assert.NotEqual(TraitValue.Null, TraitValue.Of(""));
    }

    [Fact]
    public void What_looks_alike_is_not_equal_where_it_is_of_another_kind()
    {
        Assert.NotEqual(TraitValue.Of(1), TraitValue.Of("1"));
        Assert.NotEqual(TraitValue.Of(1), TraitValue.Of(true));
        Assert.NotEqual(TraitValue.Of(false), TraitValue.Of(0));
        Assert.Equal(TraitValue.Of(new Money(1.0m, "EUR")), TraitValue.Of(new Money(1.00m, "EUR")));
        Assert.Equal("0", TraitValue.Of(-0.0).ToString());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_none_is_left_out_and_not_given(double number) =>
        Assert.Throws<ArgumentException>(() => TraitValue.Of(number));
}
