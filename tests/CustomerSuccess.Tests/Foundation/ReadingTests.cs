namespace CustomerSuccess.Tests.Foundation;

public sealed class ReadingTests
{
    [Fact]
    public void A_known_reading_has_its_value_and_no_causes()
    {
        var reading = Reading.Known(42.5);

        Assert.True(reading.IsKnown);
        Assert.Equal(42.5, reading.Value);
        Assert.Equal(42.5, reading.OrElse(7));
        Assert.Empty(reading.Causes);
    }

    [Fact]
    public void A_null_that_was_supplied_is_a_value()
    {
        var reading = Reading.Known<string?>(null);

        Assert.True(reading.IsKnown);
        Assert.Null(reading.Value);
    }

    [Fact]
    public void An_unknown_reading_says_why_when_it_is_asked_for_its_value()
    {
        var reading = Reading.Unknown<double>(new UnknownCause("nps", UnknownKind.NotGiven), new UnknownCause("last call", UnknownKind.Expired, "91 days old"));

        Assert.False(reading.IsKnown);
        Assert.Equal(7, reading.OrElse(7));
        Assert.Equal("unknown (nps: not given; last call: expired: 91 days old)", reading.ToString());
        Assert.Equal(
            "There is no value: nps: not given; last call: expired: 91 days old. Ask IsKnown first, or use OrElse.",
            Assert.Throws<InvalidOperationException>(() => reading.Value).Message);
    }

    [Fact]
    public void The_default_is_unknown_without_a_stated_cause()
    {
        var reading = default(Reading<bool>);

        Assert.False(reading.IsKnown);
        Assert.Empty(reading.Causes);
    }
}
