using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalTests
{
    [Fact]
    public void A_signal_was_recorded_when_it_happened_by_the_customer_unless_stated()
    {
        var signal = new Signal("acme", "login", At("2026-03-02T10:00+02:00"));

        Assert.Equal(At("2026-03-02T08:00"), signal.OccurredAt);
        Assert.Equal(TimeSpan.Zero, signal.OccurredAt.Offset);
        Assert.Equal(signal.OccurredAt, signal.RecordedAt);
        Assert.Equal(Provenance.Customer, signal.Provenance);
        Assert.Null(signal.Value ?? (object?)signal.Actor ?? signal.Product ?? signal.Id);
        Assert.Equal("acme: login at 2026-03-02T08:00:00Z", signal.ToString());
    }

    [Fact]
    public void It_may_be_known_before_it_happens() =>
        Assert.Equal(At("2026-01-01"), new Signal("acme", "review", At("2026-03-02")) { RecordedAt = At("2026-01-01T01:00+01:00") }.RecordedAt);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_no_number_is_refused(double value) =>
        Assert.Contains("'login' of 'acme'", Assert.Throws<ArgumentException>(() => new Signal("acme", "login", At("2026-03-02")) { Value = value }).Message, StringComparison.Ordinal);

    [Fact]
    public void Minus_zero_is_zero() =>
        Assert.False(double.IsNegative(new Signal("acme", "login", At("2026-03-02")) { Value = -0.0 }.Value!.Value));

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void What_is_empty_is_left_out_and_not_given(string empty)
    {
        // Empty ids would all be one id: the second signal would be lost.
        Assert.Throws<ArgumentException>(() => new Signal(empty, "login", At("2026-03-02")));
        Assert.Throws<ArgumentException>(() => new Signal("acme", empty, At("2026-03-02")));
        Assert.Throws<ArgumentException>(() => new Signal("acme", "login", At("2026-03-02")) { Id = empty });
        Assert.Throws<ArgumentException>(() => new Signal("acme", "login", At("2026-03-02")) { Actor = empty });
        Assert.Throws<ArgumentException>(() => new Signal("acme", "login", At("2026-03-02")) { Product = empty });
    }

    [Fact]
    public void A_cause_that_does_not_exist_is_refused() =>
        Assert.Contains("Customer, Vendor, System", Assert.Throws<ArgumentException>(() => new Signal("acme", "login", At("2026-03-02")) { Provenance = (Provenance)3 }).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_that_say_the_same_are_equal_whether_stated_or_not()
    {
        var signal = new Signal("acme", "login", At("2026-03-02")) { Value = 1 };

        Assert.Equal(signal, signal with { RecordedAt = At("2026-03-02T02:00+02:00") });
        Assert.NotEqual(signal, signal with { RecordedAt = At("2026-03-03") });
        Assert.NotEqual(signal, signal with { Value = null });
    }
}
