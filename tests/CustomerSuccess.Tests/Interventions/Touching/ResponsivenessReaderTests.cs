using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.Touching.Touched;

namespace CustomerSuccess.Tests.Interventions.Touching;

/// <summary>Whether a contact answers.</summary>
[Requirement("COM-2")]
public sealed class ResponsivenessReaderTests
{
    [Fact]
    public void With_fewer_than_two_touches_a_contact_is_responsive()
    {
        Assert.Equal("Responsive: was touched 0 times, fewer than 2", Read());
        Assert.Equal("Responsive: was touched 1 time, fewer than 2", Read(Touch("email", 9)));
    }

    [Fact]
    public void One_answer_in_the_last_two_is_responsive_and_none_is_cooling()
    {
        Assert.Equal("Responsive: answered 1 of the last 2 touches", Read(Touch("email", 9), Touch("email", 20, TouchState.Answered)));
        Assert.Equal("Cooling: answered none of the last 2 touches", Read(Touch("email", 9), Touch("email", 20), Touch("email", 30, TouchState.Answered)));
    }

    [Theory]
    [InlineData(28, "call", "Unresponsive: answered none of the last 4 touches in 21 days on 2 channels")]
    [InlineData(27.5, "call", "Cooling: answered none of the last 4 touches in 20.5 days on 2 channels")]
    [InlineData(28, "email", "Cooling: answered none of the last 4 touches in 21 days on 1 channel")]
    public void None_of_the_last_four_over_three_weeks_and_two_channels_is_unresponsive(double first, string other, string expected) =>
        Assert.Equal(expected, Read(Touch("email", 7), Touch(other, 14), Touch("email", 20), Touch("email", first), Touch("call", 60, TouchState.Answered)));

    [Fact]
    public void What_is_still_waited_for_and_what_never_reached_the_contact_do_not_count()
    {
        Assert.Equal("Responsive: was touched 1 time, fewer than 2", Read(Touch("email", 2, TouchState.Sent), Touch("email", 9), Touch("call", 5) with { AttemptedAt = null }));
        Assert.Equal("Responsive: was touched 1 time, fewer than 2", Read(Touch("email", 9), Touch("email", 2, waitedDays: 3)));
        Assert.Equal("Cooling: answered none of the last 2 touches", Read(Touch("email", 9), Touch("email", 3, waitedDays: 3)));
        Assert.Equal("Responsive: was touched 0 times, fewer than 2", Read(Touch("email", 9, contact: "bob"), Touch("email", 8, contact: null)));
    }

    [Fact]
    public void An_answer_counts_from_its_instant_on()
    {
        var touches = new[] { Touch("email", 9), Touch("email", 6, TouchState.Answered, waitedDays: 2), Touch("call", 5, waitedDays: 0.5) };
        Assert.Equal(Responsiveness.Responsive, new ResponsivenessReader().Read("ann", touches, Day).State);
        Assert.Equal("Cooling: answered none of the last 2 touches", new ResponsivenessReader().Read("ann", touches, Day.AddDays(-4).AddTicks(-1)).ToString());
    }

    private static string Read(params Touch[] touches) => new ResponsivenessReader().Read("ann", touches, Day).ToString();
}
