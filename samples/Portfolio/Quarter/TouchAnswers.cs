using CustomerSuccess.Contacts;
using CustomerSuccess.Interventions;
using CustomerSuccess.Portfolio.Simulating;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>
/// Who answers what: by the seed and the touch's key, so that the same touch has the same answer whenever it is sent. An answer is an interaction that
/// names the touch; nothing else changes by it. Safe to use from several threads.
/// </summary>
internal sealed class TouchAnswers(ulong seed, Action<Interaction> record)
{
    private const double Refused = 0.02;

    /// <summary>The channels of the sample, and how likely a touch on each is answered.</summary>
    public static IReadOnlyList<(string Channel, double Answered)> Channels { get; } = [("in-app", 0.2), ("email", 0.3), ("call", 0.65)];

    /// <summary>A touch that is sent: it is answered a day or two later, or not at all; an address of fifty does not exist.</summary>
    public TouchResult Sent(TouchMessage message)
    {
        var dice = DiceOf(message.Key, message.CustomerId);
        if (DiceOf(message.ContactId ?? message.CustomerId, message.Channel).Chance(Refused))
            return new TouchResult(TouchResultKind.Rejected, "the address does not exist");
        Answer(message.Key, message.CustomerId, message.ContactId, message.Channel, dice, message.At.AddHours(20 + dice.Below(30)));
        return TouchResult.Sent;
    }

    /// <summary>A touch that people did: on the phone it is answered at once, or not at all.</summary>
    public void Done(Touch touch, string customer, DateTimeOffset at)
    {
        var dice = DiceOf(touch.Key, customer);
        Answer(touch.Key, customer, touch.Key.ContactId, touch.Channel ?? "call", dice, touch.Channel == "email" ? at.AddHours(20 + dice.Below(30)) : at.AddMinutes(1));
    }

    private void Answer(TouchKey key, string customer, string? contact, string channel, Xoshiro256 dice, DateTimeOffset at)
    {
        if (contact is null || !dice.Chance(Channels.First(c => c.Channel == channel).Answered))
            return;
        record(new Interaction(customer, $"answer to {key}", at)
        {
            ContactIds = [contact],
            Channel = channel,
            Direction = InteractionDirection.Inbound,
            Purpose = CommunicationPurpose.Intervention,
            Outcome = "answered",
            Answers = key.ToString(),
        });
    }

    private Xoshiro256 DiceOf(TouchKey key, string customer) => DiceOf(key.ToString(), customer);

    // FNV-1a of G. Fowler, L. Noll and K.-P. Vo: a hash of a text that is the same on every machine.
    private Xoshiro256 DiceOf(string text, string more)
    {
        var hash = 2166136261u;
        foreach (var letter in $"{text}\n{more}")
            hash = (hash ^ letter) * 16777619u;
        return Xoshiro256.For(seed, (int)(hash & int.MaxValue), (int)Purpose.Answers);
    }
}

/// <summary>A channel of the sample: it sends nothing, and contacts answer as the seed says.</summary>
internal sealed class AnsweringChannel(string name, TouchAnswers answers) : ITouchChannel
{
    public string Name => name;

    public bool HonoursIdempotencyKeys => true;

    public ValueTask<TouchResult> SendAsync(TouchMessage message, CancellationToken cancellationToken) => ValueTask.FromResult(answers.Sent(message));
}
