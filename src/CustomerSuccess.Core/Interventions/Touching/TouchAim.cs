using CustomerSuccess.Segmentation;

namespace CustomerSuccess.Interventions;

/// <summary>To whom a touch goes, on which channel, by whom; or why it goes nowhere.</summary>
internal sealed class TouchAim
{
    /// <summary>The contact; null where the work is with the owner and no contact in particular.</summary>
    public string? ContactId { get; private init; }

    /// <summary>The channel; null where the owner chooses.</summary>
    public string? Channel { get; private init; }

    public bool IsByPeople { get; private init; }

    /// <summary>Why, in words.</summary>
    public string Because { get; private init; } = "";

    /// <summary>Why it goes nowhere; null where it goes.</summary>
    public Hold? Held { get; private init; }

    /// <summary>The aim of a touch that has its place.</summary>
    public static TouchAim Of(Touch touch) => new() { ContactId = touch.Key.ContactId, Channel = touch.Channel, IsByPeople = touch.IsByPeople };

    public static TouchAim Of(CycleContext cycle, Moment moment, IReadOnlyList<InterventionCase> cases, InterventionCase open, RulePlan plan, int rung, DateTimeOffset at)
    {
        var facts = moment.Facts;
        if (facts.Segments.Experience?.Experience is { Channels.Count: 0 } none)
        {
            return new() { Held = new(SuppressionReason.NoTouches, $"'{facts.Segments.Experience!.Segment}' has no touches: {none.Coverage}") };
        }

        if (AudienceChoice.Of(facts, plan.AudienceOf(rung)) is not { } contact)
        {
            return new() { IsByPeople = true, Because = "there is no contact of the audience: to the owner" };
        }

        var answer = ChannelChoice.Of(new()
        {
            Facts = facts,
            ContactId = contact.Id,
            Rung = plan.RungAt(rung),
            Purpose = plan.Content.Purpose.Communication,
            Failed = open.FailedChannels,
            Touches = cases.SelectMany(c => c.Touches),
            Options = cycle.Rules.Policy.Attempts,
            At = at,
        });
        if (answer.Channel is { } channel)
        {
            var (byPeople, why) = ExecutionChoice.Of(facts, plan.RungAt(rung), channel);
            return new() { ContactId = contact.Id, Channel = channel, IsByPeople = byPeople, Because = $"{channel}: {answer.Because}; {why}" };
        }

        return answer.IsExhausted
            ? new() { IsByPeople = true, Because = $"no channel is left, to the owner: {answer.Because}" }
            : new() { ContactId = contact.Id, Held = new(answer.Reason ?? SuppressionReason.ConsentUnknown, answer.Because, answer.Until) };
    }
}
