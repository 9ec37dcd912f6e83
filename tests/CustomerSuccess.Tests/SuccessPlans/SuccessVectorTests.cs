using CustomerSuccess.SuccessPlans;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.SuccessPlans;

public sealed class SuccessVectorTests
{
    [Theory]
    [Requirement("MEA-2")]
    [InlineData(.20, .60, 40, SuccessDirection.Forward)]
    [InlineData(.50, .40, -10, SuccessDirection.Backward)]
    [InlineData(.30, .30, 0, SuccessDirection.Stalled)]
    [InlineData(0, 1, 100, SuccessDirection.Forward)]
    [InlineData(1, 0, -100, SuccessDirection.Backward)]
    public void The_magnitude_is_the_movement_in_points_and_the_cut_gives_the_direction(double before, double now, double magnitude, SuccessDirection direction)
    {
        var vector = new SuccessVector(before, now);

        Assert.Equal(magnitude, vector.Magnitude!.Value, 12);
        Assert.Equal((vector.Magnitude, vector.Magnitude, direction), (vector.Lower, vector.Upper, vector.Direction));
        Assert.Equal(90, vector.Window.TotalDays);
    }

    [Theory]
    [InlineData(.52, SuccessDirection.Stalled)]
    [InlineData(.48, SuccessDirection.Stalled)]
    [InlineData(.520000000005, SuccessDirection.Stalled)]
    [InlineData(.5200001, SuccessDirection.Forward)]
    [InlineData(.4799999, SuccessDirection.Backward)]
    public void Exactly_two_points_are_stalled_with_the_tolerance_of_edges(double now, SuccessDirection direction) =>
        Assert.Equal(direction, new SuccessVector(.5, now).Direction);

    [Theory]
    [InlineData(.2, .2, .3, .4, 10, 20, SuccessDirection.Forward)]
    [InlineData(.2, .3, .3, .4, 0, 20, SuccessDirection.CannotTell)]
    [InlineData(.2, .22, .2, .22, -2, 2, SuccessDirection.Stalled)]
    [InlineData(.5, .6, .1, .2, -50, -30, SuccessDirection.Backward)]
    [InlineData(.5, .5, .4, .49, -10, -1, SuccessDirection.CannotTell)]
    [InlineData(0, 1, 0, 1, -100, 100, SuccessDirection.CannotTell)]
    public void What_is_not_known_gives_bounds_and_where_they_straddle_a_cut_it_cannot_be_told(
        double beforeLower, double beforeUpper, double nowLower, double nowUpper, double lower, double upper, SuccessDirection direction)
    {
        var vector = new SuccessVector(new ValueRange(beforeLower, beforeUpper), new ValueRange(nowLower, nowUpper));

        Assert.Null(vector.Magnitude);
        Assert.Equal((lower, upper, direction), (Math.Round(vector.Lower, 9), Math.Round(vector.Upper, 9), vector.Direction));
    }

    [Fact]
    public void Another_window_and_another_cut_may_be_stated_and_those_that_are_none_are_refused()
    {
        var vector = new SuccessVector(.5, .54, new() { Cut = 5, Window = TimeSpan.FromDays(30) });

        Assert.Equal((SuccessDirection.Stalled, "stalled: +4 points in 30 days"), (vector.Direction, vector.ToString()));
        Assert.Equal(SuccessDirection.Forward, new SuccessVector(.5, .5001, new() { Cut = 0 }).Direction);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SuccessVectorOptions { Window = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SuccessVectorOptions { Cut = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SuccessVectorOptions { Cut = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SuccessVectorOptions { MinimumCoverage = 60 });
    }

    [Theory]
    [InlineData(double.NaN, .5)]
    [InlineData(.5, double.NaN)]
    [InlineData(-.1, .5)]
    [InlineData(.5, 1.1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(.6, .5)]
    public void A_value_that_is_none_is_refused_in_words(double lower, double upper)
    {
        var message = Assert.Throws<ArgumentException>(() => new ValueRange(lower, upper)).Message;

        Assert.True(message.Contains("Write 60 % as 0.60", StringComparison.Ordinal) || message.Contains("State the smaller end first", StringComparison.Ordinal), message);
    }

    [Fact]
    public void Ends_that_rounding_has_moved_are_the_ends()
    {
        var range = new ValueRange(1 + 1e-15, 1);

        Assert.Equal((1, 1, true), (range.Lower, range.Upper, range.IsKnown));
        Assert.Equal(ValueRange.Of(0), new ValueRange(-1e-17, 0));
        Assert.Equal(default, ValueRange.Of(-0.0));
        Assert.Equal((0, 1, false), (ValueRange.Unknown.Lower, ValueRange.Unknown.Upper, ValueRange.Unknown.IsKnown));
    }

    [Fact]
    public void Its_text_is_that_of_no_culture_and_shows_no_direction_that_it_has_not() => Culture.Run("tr-TR", () =>
    {
        Assert.Equal("forward: +40 points in 90 days, from 20 to 60 of 100", new SuccessVector(.2, .6).Explain());
        Assert.Equal("cannot tell: between -2.5 and +12 points in 90 days, from 20 to between 17.5 and 32 of 100", new SuccessVector(ValueRange.Of(.2), new(.175, .32)).Explain());
        Assert.Equal("forward: +2.1 points in 90 days", new SuccessVector(.5, .52001).ToString());
        Assert.Equal("backward: -2.1 points in 90 days", new SuccessVector(.5, .47999).ToString());
        Assert.Equal("stalled: +2 points in 90 days", new SuccessVector(.5, .52).ToString());
        Assert.Equal("stalled: 0 points in 90 days", new SuccessVector(.5, .5).ToString());
    });

    [Law]
    public void A_movement_lies_within_its_bounds_and_every_completion_too(Seed seed)
    {
        var dice = seed.Dice();
        var (before, now) = (Range(dice), Range(dice));
        var vector = new SuccessVector(before, now);
        var complete = new SuccessVector(Within(dice, before), Within(dice, now));

        Assert.InRange(complete.Magnitude!.Value, vector.Lower - 1e-9, vector.Upper + 1e-9);
        Assert.InRange(vector.Lower, -100, 100);
        Assert.InRange(vector.Upper, vector.Lower, 100);
        if (vector.Direction != SuccessDirection.CannotTell)
        {
            Assert.Equal(vector.Direction, complete.Direction);
        }
    }

    private static ValueRange Range(Dice dice)
    {
        var (one, other) = (dice.Of(0, 1, dice.Share()), dice.Of(0, 1, dice.Share()));
        return dice.OneIn(2) ? ValueRange.Of(one) : new(Math.Min(one, other), Math.Max(one, other));
    }

    private static double Within(Dice dice, ValueRange range) => dice.Of(range.Lower, range.Upper, Math.Clamp(dice.Between(range.Lower, range.Upper), range.Lower, range.Upper));
}
