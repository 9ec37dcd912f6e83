using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Tests.Contacts;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Interventions.Touching.Touched;

namespace CustomerSuccess.Tests.Interventions.Touching;

/// <summary>On which channel a contact is touched next, and why on no other.</summary>
public sealed class ChannelChoiceTests
{
    private static readonly AppropriateExperience Three = Experience("call", "email", "in-app");

    [Fact, Requirement("COM-1")]
    public void The_channel_with_the_highest_rate_of_responses_is_chosen()
    {
        // Call (0 + 1)/(1 + 2), email (2 + 1)/(3 + 2), in-app 1/2.
        var answer = Choose(Facts(Three), [Touch("call", 150), Touch("email", 90, TouchState.Answered), Touch("email", 80, TouchState.Answered), Touch("email", 70), Touch("email", 181)]);

        Assert.Equal("email: 2 of 3 answered in 180 days", answer.ToString());
        Assert.Empty(answer.Barred);
        Assert.Null(answer.Reason);
    }

    [Fact, Requirement("COM-1")]
    public void Of_equals_the_experience_prefers_and_a_window_is_open_at_its_start()
    {
        Assert.Equal("call: not tried in 180 days", Choose(Facts(Three), []).ToString());
        Assert.Equal("call: not tried in 180 days", Choose(Facts(Three), [Touch("call", 180)]).ToString());
        Assert.Equal("in-app: not tried in 180 days", Choose(Facts(Experience("in-app", "call")), [Touch("call", 20, contact: "bob")]).ToString());

        // (1 + 1)/(2 + 2) is as good as 1/2: the preferred one stays.
        Assert.Equal("call: 1 of 2 answered in 180 days", Choose(Facts(Three), [Touch("call", 100), Touch("call", 50, TouchState.Answered)]).ToString());
        Assert.Equal("email: not tried in 180 days", Choose(Facts(Experience("email", "call")), [Touch("call", 100), Touch("call", 50, TouchState.Answered)]).ToString());
    }

    [Fact, Requirement("COM-1")]
    public void Three_attempts_without_answer_in_30_days_saturate_a_channel_until_time_frees_it()
    {
        Touch[] touches = [Touch("email", 29), Touch("email", 20), Touch("email", 10), Touch("email", 5, TouchState.Sent), Touch("email", 12, TouchState.Answered)];
        var answer = Choose(Facts(Experience("email")), touches);

        Assert.Null(answer.Channel);
        Assert.Equal("email: 3 without answer in 30 days", answer.Because);
        Assert.Equal(SuppressionReason.Saturated, answer.Reason);
        Assert.Equal(Day.AddDays(1), answer.Until);
        Assert.True(answer.IsExhausted);

        var freed = Choose(Facts(Experience("email"), at: answer.Until), touches, at: answer.Until);
        Assert.Equal("email", freed.Channel);
    }

    [Fact, Requirement("COM-1"), Requirement("INT-5")]
    public void A_channel_that_failed_in_the_case_is_not_used_again()
    {
        var answer = Choose(Facts(Three), [], failed: ["call"]);
        Assert.Equal("email", answer.Channel);
        Assert.Equal([new BarredChannel("call", SuppressionReason.ChannelFailed, "call: failed in this case")], answer.Barred);

        var none = Choose(Facts(Three), [], failed: ["call", "email", "in-app", "sms"]);
        Assert.True(none.IsExhausted);
        Assert.Equal(SuppressionReason.ChannelFailed, none.Reason);
        Assert.Null(none.Until);
    }

    [Fact, Requirement("COM-7")]
    public void A_barred_channel_and_one_of_unknown_consent_are_left_out_with_their_reasons()
    {
        var log = Log("email", "call").Add(new ContactConsent("acme", "ann", ContactBasis.OptOut, Day.AddDays(-9)) { Channel = "call" });
        var answer = Choose(Facts(Three, log), []);

        Assert.Equal("email", answer.Channel);
        Assert.Equal(["call: opted out of call on 2026-02-21", "in-app: in-app is not permitted: email, call"], answer.Barred.Select(b => b.Because));
        Assert.All(answer.Barred, b => Assert.Equal(SuppressionReason.OptOut, b.Reason));

        var unasked = new ContactLog(Scene.Key).Add(new Contact("acme", "ann", Day.AddDays(-9)) { Channels = ["email"] });
        var unknown = Choose(Facts(Three, unasked), []);
        Assert.Equal(SuppressionReason.ConsentUnknown, unknown.Reason);
        Assert.False(unknown.IsExhausted);
    }

    [Theory, Requirement("COM-2")]
    [InlineData("cooling", 20, 10, "email: not tried in 180 days; another than call, since the contact answered none of the last 2 touches")]
    [InlineData("one touch", 10, -1, "call: 2 of 3 answered in 180 days")]
    public void Who_does_not_answer_is_touched_on_another_channel(string _, double first, double second, string expected)
    {
        Touch[] answered = [Touch("call", 100, TouchState.Answered), Touch("call", 90, TouchState.Answered)];
        Touch[] silent = second < 0 ? [Touch("call", first)] : [Touch("call", first), Touch("call", second)];

        Assert.Equal(expected, Choose(Facts(Three), [.. answered, .. silent]).ToString());
    }

    [Fact, Requirement("COM-2")]
    public void The_last_channel_is_used_where_no_other_is_left() =>
        Assert.Equal("call: 0 of 2 answered in 180 days", Choose(Facts(Experience("call")), [Touch("call", 20), Touch("call", 10)]).ToString());

    [Fact]
    public void Only_channels_of_the_experience_are_used_and_of_those_only_the_rung_s()
    {
        Assert.Equal("email", Choose(Facts(Three), [], new Rung { Channels = ["sms", "email"] }).Channel);

        var none = Choose(Facts(Three), [], new Rung { Channels = ["sms"] });
        Assert.Equal(SuppressionReason.NoTouches, none.Reason);
        Assert.Equal("no channel of the rung (sms) is among those of 'gold' (call, email, in-app)", none.Because);
        Assert.Equal("the experience of 'gold' has no channels", Choose(Facts(Experience()), []).Because);
        Assert.Equal(SuppressionReason.NoTouches, Choose(Facts(Experience()), []).Reason);
    }

    [Fact]
    public void Without_an_experience_the_contact_s_own_channels_count()
    {
        Assert.Equal("email", Choose(Facts(null), []).Channel);
        Assert.Equal("call", Choose(Facts(null), [], new Rung { Channels = ["call"] }).Channel);

        var unknown = new ContactLog(Scene.Key).Add(new Contact("acme", "ann", Day.AddDays(-9)));
        Assert.Equal(SuppressionReason.ConsentUnknown, Choose(Facts(null, unknown), []).Reason);
        Assert.Equal(SuppressionReason.NoContact, Choose(Facts(null), [], contact: "zoe").Reason);
    }

    [Fact]
    public void What_could_not_be_delivered_is_an_attempt_on_the_channel()
    {
        var rejected = Touch("call", 10) with { AttemptedAt = null };
        Assert.Equal("email", Choose(Facts(Three), [rejected]).Channel);
        Assert.Equal("call", Choose(Facts(Three), [rejected with { Attempts = 0 }]).Channel);
    }

    private static ChannelAnswer Choose(CustomerFacts facts, Touch[] touches, Rung? rung = null, string[]? failed = null, DateTimeOffset? at = null, string contact = "ann") =>
        ChannelChoice.Of(new() { Facts = facts, ContactId = contact, Rung = rung ?? new(), Purpose = CommunicationPurpose.Intervention, Failed = failed ?? [], Touches = touches, At = at ?? Day });
}
